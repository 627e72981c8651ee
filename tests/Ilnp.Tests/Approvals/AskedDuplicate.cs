using Ilnp.Screening.Duplicates;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Approvals;

/// <summary>What a question about two who may be one is about.</summary>
static class AskedDuplicate
{
    /// <summary>The two are proposed; without it the question is over.</summary>
    public static Task KeepAsync(WebHostFixture web, string cohort, string first = "P1", string second = "P2") =>
        web.Get<DuplicateProposalStore>().TryAddAsync(
            new() { CohortId = cohort, FirstId = first, SecondId = second, Why = "same name" });
}
