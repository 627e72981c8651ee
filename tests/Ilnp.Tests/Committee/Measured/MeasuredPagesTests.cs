using Ilnp.Tests.Pages;
using Xunit.Abstractions;

namespace Ilnp.Tests.Committee.Measured;

/// <summary>
/// What is promised of the committee's pages: one of a list of 5,000 people within 300 ms and 150 kB, the overview of a round of the
/// pilot's size within 100 ms; each with so many round trips to storage and no more.
/// </summary>
public sealed class MeasuredPagesTests(FreshWebHostFixture web, ITestOutputHelper output) : IClassFixture<FreshWebHostFixture>
{
    const int MostBytes = 150_000;

    /// <summary>
    /// Each list, and filters of it, with its round trips: two of the session, and one for each thousand rows of what it shows, since
    /// storage gives no more at once. Only the people who wrote the words of a page that are not understood are read one by one.
    /// </summary>
    static readonly (string Path, int Trips)[] Lists =
    [
        ("people", 8), ("people?page=2", 8), ("people?q=4999", 8), ("people?country=DE", 8), ("people?answer=waiting", 9),
        ("groups", 16), ("groups?q=4999", 16), ("groups?need=word", 16),
        ("mails-in-doubt", 11), ("audit", 15), ("audit?q=99", 15), ("unknown", 38), ("unknown?show=settled", 6), ("questions", 7),
    ];

    /// <summary>
    /// Two of the session, people, groups, problems and stoppages, two thousand questions and four thousand mails:
    /// all of them are counted there, each once.
    /// </summary>
    const int OverviewTrips = 12;

    [Fact]
    public async Task GivenFiveThousandPeople_WhenAListIsOpened_ThenItIsQuickAndSmall()
    {
        var cohort = await FilledCohort.Large.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var misses = new List<string>();
        foreach (var (list, trips) in Lists)
            misses.AddRange(
                Misses(
                    list,
                    trips,
                    TimeSpan.FromMilliseconds(300),
                    await PageMeasure.OfAsync(web, output, $"{list}, 5,000 people", $"/cohorts/{cohort}/{list}", cookie)));
        Assert.Empty(misses);
    }

    [Fact]
    public async Task GivenTheSizeOfThePilot_WhenTheOverviewIsOpened_ThenItIsQuickAndSmall()
    {
        var cohort = await FilledCohort.Pilot.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        Assert.Empty(
            Misses(
                "overview",
                OverviewTrips,
                TimeSpan.FromMilliseconds(100),
                await PageMeasure.OfAsync(web, output, "overview, 488 people", $"/cohorts/{cohort}", cookie)));
    }

    static IEnumerable<string> Misses(string list, int trips, TimeSpan promised, PageMeasure measure)
    {
        if (measure.Trips > trips) yield return $"{list} takes {measure.Trips} round trips";
        if (measure.Bytes > MostBytes) yield return $"{list} has {measure.Bytes} bytes";
        if (measure.Time > promised * PageMeasure.Busy) yield return $"{list} takes {measure.Time.TotalMilliseconds:F0} ms";
    }
}
