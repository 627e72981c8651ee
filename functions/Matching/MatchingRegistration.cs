using Ilnp.Forms;
using Ilnp.Matching.Wishes;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Matching;

/// <summary>The matching of a cohort; the engine itself is pure and needs nothing.</summary>
public static class MatchingRegistration
{
    public static IServiceCollection AddMatching(this IServiceCollection services) => services
        .AddForm(MatchApprovalForm.Form)
        .AddSingleton<ProposalStore>()
        .AddSingleton<WishStore>()
        .AddSingleton<FormerPartners>()
        .AddSingleton<CohortProblems>()
        .AddSingleton<CohortProposer>()
        .AddSingleton<CohortMatchmaker>();
}
