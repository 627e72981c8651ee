using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Matching;

/// <summary>
/// A cohort of forty people with its first proposal. Whoever is from New Zealand has an id that ends in
/// N, shares few interests and applied last.
/// </summary>
static class ProposedCohort
{
    static readonly string[] Countries = ["GH", "BR", "JP", "IN", "US", "FR", "KE", "PE", "CA"];

    public static async Task<string> MakeAsync(WebHostFixture web)
    {
        var cohort = await web.CohortAsync([.. Enumerable.Range(0, 40).Select(Applicant)]);
        await Activities(web).ProposeMatches(new(cohort, 1, []));
        return cohort;
    }

    public static MatchingActivities Activities(WebHostFixture web) => ActivatorUtilities.CreateInstance<MatchingActivities>(web.Services);

    public static MatchApprovalActivities Approval(WebHostFixture web) =>
        ActivatorUtilities.CreateInstance<MatchApprovalActivities>(web.Services);

    static Person Applicant(int k)
    {
        var late = k >= 38;
        return SampleCohort.Person("", $"P{k:00}{(late ? "N" : "")}", $"Person {k}", late ? "NZ" : Countries[k % Countries.Length]) with
        {
            ApplicationRow = k + 1,
            Interests = late ? [] : k % 3 == 0 ? ["metadata", "archives"] : ["archives", "outreach"],
            FirstAppliedAt = new DateTimeOffset(2020, 3, 5, 10, 0, 0, TimeSpan.Zero).AddHours(k),
        };
    }
}
