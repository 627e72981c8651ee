using System.Diagnostics;
using System.Net;
using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Tests.Pages;
using Xunit.Abstractions;

namespace Ilnp.Tests.Committee.Overview;

/// <summary>What the committee's pages take of the storage account; times are printed, since a busy machine says little about them.</summary>
public sealed class OverviewTripsTests(WebHostFixture web, ITestOutputHelper output) : IClassFixture<WebHostFixture>
{
    /// <summary>The session's cohort, and once each: people, groups, decisions, mails, problems, stoppages, words of its own. The goal is five.</summary>
    const int Most = 8;

    [Fact]
    public async Task GivenAPilot_WhenItsOverviewIsOpened_ThenEachStoreIsAskedOnce()
    {
        var (cohort, cookie) = await CohortAsync(people: 60);
        foreach (var number in Enumerable.Range(1, 60))
            await web.Get<DecisionLinks>().OpenAsync(new()
            {
                CohortId = cohort,
                DecisionId = $"availability-P{number}",
                Form = "availability",
                SubjectId = $"P{number}",
                ClosesAt = web.Clock.Now.AddDays(3),
            });
        await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", cookie);

        var (trips, _, _) = await MeasureAsync($"/cohorts/{cohort}", cookie, "overview, 60 people");

        Assert.InRange(trips, 1, Most);
    }

    [Fact]
    public async Task GivenFiveThousandPeople_WhenTheirListIsOpened_ThenThePageIsSmall()
    {
        var (cohort, cookie) = await CohortAsync(people: 5000);
        await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/people", cookie);

        foreach (var query in new[] { "", "?page=2", "?q=4999", "?country=DE" })
        {
            var (_, bytes, _) = await MeasureAsync($"/cohorts/{cohort}/people{query}", cookie, $"people{query}, 5,000 people");
            Assert.InRange(bytes, 1, 150_000);
        }
    }

    async Task<(long Trips, int Bytes, TimeSpan Time)> MeasureAsync(string path, string cookie, string what)
    {
        var (before, began) = (web.Get<TransactionCount>().Sent, Stopwatch.GetTimestamp());
        var (status, html) = await CommitteeVisit.GetAsync(web, path, cookie);
        var (trips, time) = (web.Get<TransactionCount>().Sent - before, Stopwatch.GetElapsedTime(began));
        Assert.Equal(HttpStatusCode.OK, status);
        var bytes = System.Text.Encoding.UTF8.GetByteCount(html);
        output.WriteLine($"{what}: {trips} round trips, {time.TotalMilliseconds:F0} ms, {bytes / 1000.0:F0} kB");
        return (trips, bytes, time);
    }

    async Task<(string Cohort, string Cookie)> CohortAsync(int people)
    {
        var cohort = await web.CohortAsync();
        await web.Get<PeopleStore>().AddManyAsync(cohort, Enumerable.Range(1, people).Select(number =>
            SampleCohort.Person(cohort, $"P{number}", $"Person Number {number}", number % 2 == 0 ? "DE" : "GH", Standing.Eligible)));
        return (cohort, await CommitteeVisit.SignInAsync(web, cohort));
    }
}
