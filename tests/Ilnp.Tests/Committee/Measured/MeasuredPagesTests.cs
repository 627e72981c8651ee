using Ilnp.Tests.Pages;
using Xunit.Abstractions;

namespace Ilnp.Tests.Committee.Measured;

/// <summary>
/// What is promised of the committee's pages: one of a list of 5,000 people within 300 ms and 150 kB, the overview of a round of the pilot's size
/// within 100 ms. Round trips to storage are printed; they are held where a list grows with what is in it.
/// </summary>
public sealed class MeasuredPagesTests(WebHostFixture web, ITestOutputHelper output) : IClassFixture<WebHostFixture>
{
    const int MostBytes = 150_000;

    /// <summary>Each list, and filters of it.</summary>
    static readonly string[] Lists =
    [
        "people", "people?page=2", "people?q=4999", "people?country=DE", "people?answer=waiting", "groups", "groups?q=4999", "groups?need=word",
        "mails-in-doubt", "audit", "audit?q=99", "unknown", "unknown?show=settled", "questions",
    ];

    [Fact]
    public async Task GivenFiveThousandPeople_WhenAListIsOpened_ThenItIsQuickAndSmall()
    {
        var cohort = await FilledCohort.Large.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var misses = new List<string>();
        foreach (var list in Lists)
            misses.AddRange(Misses(list, TimeSpan.FromMilliseconds(300), await PageMeasure.OfAsync(web, output, $"{list}, 5,000 people", $"/cohorts/{cohort}/{list}", cookie)));
        Assert.Empty(misses);
    }

    [Fact]
    public async Task GivenTheSizeOfThePilot_WhenTheOverviewIsOpened_ThenItIsQuickAndSmall()
    {
        var cohort = await FilledCohort.Pilot.MakeAsync(web);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        Assert.Empty(Misses("overview", TimeSpan.FromMilliseconds(100), await PageMeasure.OfAsync(web, output, "overview, 488 people", $"/cohorts/{cohort}", cookie)));
    }

    static IEnumerable<string> Misses(string list, TimeSpan promised, PageMeasure measure)
    {
        if (measure.Bytes > MostBytes) yield return $"{list} has {measure.Bytes} bytes";
        if (measure.Time > promised * PageMeasure.Busy) yield return $"{list} takes {measure.Time.TotalMilliseconds:F0} ms";
    }
}
