using Ilnp.Approvals.PersonalData;
using Ilnp.Mail;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ilnp.Approvals;

/// <summary>Links that decide.</summary>
public static class ApprovalsRegistration
{
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.AddOptions<ApprovalsOptions>().BindConfiguration(ApprovalsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddTexts("Approvals", "decision.not-yours", "decision.hand", "decision.story")
            .AddMails("Approvals", "decision-reminder", "decision-taken", "decision-noted", "decision-handed")
            .AddSettings<ApprovalSettings>()
            .AddPersonalData<DecisionsData>(DecisionsData.Held)
            .AddSingleton<DecisionTokens>()
            .AddSingleton<DecisionStore>()
            .AddSingleton<DecisionLinks>()
            .AddSingleton<Tallies>()
            .AddSingleton<HandingLetters>()
            .AddSingleton<Handings>()
            .AddSingleton<HandingPosts>()
            .AddSingleton<DecisionStories>()
            .AddSingleton<Questions>()
            .AddSingleton<DecisionSubjects>()
            .AddSingleton<ReceiptLetters>()
            .AddSingleton<DecisionMails>()
            .AddSingleton<Receipts>()
            .AddSingleton<FreshLinks>()
            .AddSingleton<DecisionChecks>()
            .AddSingleton<CommitteeForms>()
            .AddSingleton<StandingDecisions>()
            .AddSingleton<DecisionAnnouncer>()
            .AddSingleton<DecisionRecorder>()
            .AddSingleton<OnBehalf>()
            .AddSingleton<DecisionVisits>()
            .AddSingleton<DecisionPages>()
            .AddSingleton<DecisionPosts>();
    }
}
