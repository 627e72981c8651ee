using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Matching;

/// <summary>The matching of a cohort; the engine itself is pure and needs nothing.</summary>
public static class MatchingRegistration
{
    public static IServiceCollection AddMatching(this IServiceCollection services) => services
        .AddTexts("Matching", "match-", "fact.", "error.")
        .AddMails("Matching", "")
        .AddSingleton(new OverviewFigure(
            "funnel.waiting", 60, facts => facts.People.Count(person => person.Standing is Standing.Eligible or Standing.Available)))
        .AddSettings<MatchingSettings>()
        .AddCommitteeForm(MatchApprovalForm.Form, new CommitteeForm(MatchApprovalForm.Form.Name, CommitteeRole.Lead)
        {
            IsAskedTogether = true,
            Agreeing = MatchApprovalForm.Approve,
        })
        .AddPersonalData<MatchingData>(MatchingData.Held)
        .AddSingleton<IDecisionCheck, MatchApprovalCheck>()
        .AddSingleton<ProposalStore>()
        .AddSingleton<WishStore>()
        .AddSingleton<FormerPartners>()
        .AddSingleton<CohortProblems>()
        .AddSingleton<ApprovalLetters>()
        .AddSingleton<CohortProposer>()
        .AddSingleton<CohortMatchmaker>()
        .AddSingleton<ChosenPeople>()
        .AddSingleton<InquiryForecast>();
}
