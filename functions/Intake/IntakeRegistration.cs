using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Intake.Applying;
using Ilnp.Intake.Confirming;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Import;
using Ilnp.Intake.Import.Preview;
using Ilnp.Intake.Lacking;
using Ilnp.Intake.PersonalData;
using Ilnp.Intake.Rounds;
using Ilnp.Intake.Stray;
using Ilnp.Intake.Understanding;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Intake;

/// <summary>Services and settings of intake.</summary>
public static class IntakeRegistration
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        foreach (var lacking in Lack.All)
        {
            services.AddForm(lacking.Form)
                .AddSingleton<IDecisionCheck>(provider => ActivatorUtilities.CreateInstance<LackingAnswer>(provider, lacking))
                .AddSingleton<IDecisionEffect>(provider => ActivatorUtilities.CreateInstance<LackingAnswer>(provider, lacking));
        }

        return services
            .AddTexts("Intake")
            .AddMails("Intake")
            .AddSingleton(new OverviewFigure("funnel.applied", 10, facts => facts.People.Count))
            .AddSettings<IntakeSettings>()
            .AddForm(ApplicationForm.Form)
            .AddForm(Withdrawal.Form)
            .AddForm(Confirmation.Form)
            .AddSingleton<IDecisionEffect, WithdrawalEffect>()
            .AddSingleton<IDecisionEffect, ConfirmationEffect>()
            .AddOwnCard<OwnApplication>()
            .AddPersonalData<ApplicationsData>(ApplicationsData.Held)
            .AddPersonalData<MessagesData>(MessagesData.Held)
            .AddPersonalData<StrayData>(StrayData.Held)
            .AddPersonalData<ProblemsData>(ProblemsData.Held)
            .AddFreeOfPersonalData("table ImportReceipts", "what an import changed, in numbers")
            .AddFreeOfPersonalData(
                "table ColumnChoices", "headings of files' columns and of forms' questions, and the fields that they are read as")
            .AddFreeOfPersonalData("table Questions", "questions of forms, as providers send them")
            .AddFreeOfPersonalData(
                "table QuestionsAsked",
                "which message asked which questions, what kinds of answers it had and what they were read as; no words")
            .AddFreeOfPersonalData("table IntakeWaiting", "which messages wait to be read, for some seconds; ids alone")
            .AddFreeOfPersonalData("table FormSecrets", "sealed secrets that form services sign with, when each was set and by which id")
            .AddFreeOfPersonalData("table FormSecretOwners", "which cohort has which secret of a form service, by hash")
            .AddPersonalData<MeaningsData>(MeaningsData.Held)
            .AddSingleton<MeaningStore>()
            .AddSingleton<SecondReading>()
            .AddSingleton<Meanings>()
            .AddSingleton<TheirPeople>()
            .AddSingleton<QuestionStore>()
            .AddGoesWithCohort<QuestionStore>()
            .AddSingleton<QuestionLines>()
            .AddSingleton<QuestionChoices>()
            .AddSingleton<MessageReader>()
            .AddSingleton<MessageTrial>()
            .AddSingleton<RereadMessages>()
            .AddSingleton<ReadingAnew>()
            .AddSingleton<RewrittenApplications>()
            .AddSingleton<ApplicationPersons>()
            .AddSingleton<SetAddresses>()
            .AddSingleton<UnreadMessages>()
            .AddSingleton<RawMessageStore>()
            .AddMetrics()
            .AddSingleton<IntakeSignals>()
            .AddSingleton<ApplicationStore>()
            .AddSingleton<IntakeProblemStore>()
            .AddSingleton<ProblemNotes>()
            .AddSingleton<MessageApplications>()
            .AddSingleton<MessageRegistrar>()
            .AddSingleton<ApplicationRegistrar>()
            .AddSingleton<ApplicationAnswering>()
            .AddSingleton<WaitingMessages>()
            .AddSingleton<IntakeRounds>()
            .AddSingleton<ApplicationLetters>()
            .AddSingleton<ConfirmationLetters>()
            .AddSingleton<StrayStore>()
            .AddSingleton<StrayMessages>()
            .AddSingleton<StrayTaking>()
            .AddSingleton<GenuineMessages>()
            .AddSingleton<LongMessages>()
            .AddSingleton<WebhookRoom>()
            .AddSingleton<SecretSeal>()
            .AddSingleton<PastedSecretStore>()
            .AddGoesWithCohort<PastedSecretStore>()
            .AddSingleton<CohortSecrets>()
            .AddSingleton<SecretLines>()
            .AddSingleton<FormerSecrets>()
            .AddSingleton<SenderProofs>()
            .AddSingleton<ExportShelf>()
            .AddSingleton<ImportReceiptStore>()
            .AddSingleton<RowWork>()
            .AddSingleton<ImportedRows>()
            .AddSingleton<CrowdWriter>()
            .AddSingleton<RowImporter>()
            .AddSingleton<ColumnChoiceStore>()
            .AddSingleton<Imports>()
            .AddSingleton<WaitingFiles>()
            .AddSingleton<ImportPreviews>()
            .AddSingleton<Applicants>()
            .AddSingleton<ApplySteps>()
            .AddSingleton<UnfinishedLinks>()
            .AddSingleton<UnfinishedLetters>()
            .AddSingleton<ApplicationInbox>();
    }
}
