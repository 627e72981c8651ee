using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Ilnp.Screening.PersonalData;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Screening;

/// <summary>Qualifications, possible duplicates, and the leads' look at what came in.</summary>
public static class ScreeningRegistration
{
    public static IServiceCollection AddScreening(this IServiceCollection services) => services
        .AddTexts("Screening", "duplicate.", "duplicate-decided.")
        .AddMails("Screening", "")
        .AddSingleton(new OverviewFigure(
            "funnel.eligible",
            20,
            facts => facts.People.Count(person => person.Standing is not (Standing.Ineligible or Standing.HeldBack))))
        .AddCommitteeForm(DuplicateForm.Form, new CommitteeForm(DuplicateForm.Form.Name, CommitteeRole.Lead) { IsAskedTogether = true })
        .AddSingleton<IDecisionCheck, DuplicateCheck>()
        .AddSingleton<IDecisionEffect, DuplicateEffect>()
        .AddPersonalData<DuplicatesData>(DuplicatesData.Held)
        .AddSingleton<IOtherSelves, DuplicatesData>()
        .AddSingleton<IQualifications, Qualifications>()
        .AddSingleton<IMergedPeople, MergedPeople>()
        .AddSingleton<IOwnCard, JoinedCard>()
        .AddSingleton<DuplicateLetters>()
        .AddSingleton<DuplicateProposalStore>()
        .AddSingleton<DuplicateReview>()
        .AddSingleton<IntakeReview>();
}
