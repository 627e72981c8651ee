using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Tests.Committee.Measured;
using Ilnp.Tests.Pages;
using Xunit.Abstractions;

namespace Ilnp.Tests.Committee.Overview;

/// <summary>What the overview takes of the storage account.</summary>
public sealed class OverviewTripsTests(WebHostFixture web, ITestOutputHelper output) : IClassFixture<WebHostFixture>
{
    /// <summary>The session's cohort, and once each: people, groups, decisions, mails, problems, stoppages, words of its own. The goal is five.</summary>
    const int Most = 8;

    [Fact]
    public async Task GivenAPilot_WhenItsOverviewIsOpened_ThenEachStoreIsAskedOnce()
    {
        var cohort = await web.CohortAsync();
        await web.Get<PeopleStore>().AddManyAsync(cohort, Enumerable.Range(1, 60).Select(number =>
            SampleCohort.Person(cohort, $"P{number}", $"Person Number {number}", number % 2 == 0 ? "DE" : "GH", Standing.Eligible)));
        foreach (var number in Enumerable.Range(1, 60))
            await web.Get<DecisionLinks>().OpenAsync(new()
            {
                CohortId = cohort,
                DecisionId = $"availability-P{number}",
                Form = "availability",
                SubjectId = $"P{number}",
                ClosesAt = web.Clock.Now.AddDays(3),
            });
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var measure = await PageMeasure.OfAsync(web, output, "overview, 60 people", $"/cohorts/{cohort}", cookie);

        Assert.InRange(measure.Trips, 1, Most);
    }
}
