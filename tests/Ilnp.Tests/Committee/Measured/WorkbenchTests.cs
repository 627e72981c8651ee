using Ilnp.Programme;
using Ilnp.Tests.Matching;
using Ilnp.Tests.Pages;
using Xunit.Abstractions;

namespace Ilnp.Tests.Committee.Measured;

/// <summary>What is promised of the page of a proposal: with 500 people a lead reads within two seconds what a change would cost.</summary>
public sealed class WorkbenchTests(FreshWebHostFixture web, ITestOutputHelper output) : IClassFixture<FreshWebHostFixture>
{
    const int People = 500;

    static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    static readonly string[] Countries =
        ["GH", "BR", "JP", "IN", "US", "FR", "KE", "PE", "CA", "DE", "NG", "MX", "PH", "ZA", "ES", "EG", "UA", "AU", "PK", "VN"];

    static readonly string[] Interests =
        [
            "metadata", "archives", "outreach", "cataloguing", "open access",
            "teaching", "children", "digitisation", "music", "law", "health", "maps",
        ];

    static readonly string[][] Languages = [["en"], ["en", "fr"], ["en", "es"], ["es", "pt"], ["fr"], ["en", "ar"]];

    static readonly string[] Libraries = ["academic", "public", "school", "special"];

    [Theory]
    [InlineData("keep=G003&try=1")]
    [InlineData("apart=G005&try=1")]
    public async Task GivenFiveHundredPeople_WhenALeadAsksWhatAChangeCosts_ThenItIsShownWithinTwoSeconds(string change)
    {
        var cohort = await web.CohortAsync();
        await web.Get<PeopleStore>().AddManyAsync(cohort, Enumerable.Range(0, People).Select(k => Applicant(cohort, k)));
        await ProposedCohort.Activities(web).ProposeMatches(new(cohort, 1, []));
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var page = await PageMeasure.OfAsync(web, output, "proposal, 500 people", $"/cohorts/{cohort}/matching", cookie);
        var tried = await PageMeasure.OfAsync(
            web, output, $"proposal with {change}, 500 people", $"/cohorts/{cohort}/matching?{change}", cookie);
        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/matching?{change}", cookie);

        Assert.Contains("With all changes the score goes from <bdi>", html, StringComparison.Ordinal);
        Assert.InRange(tried.Time, TimeSpan.Zero, Most * PageMeasure.Busy);
        Assert.InRange(page.Time, TimeSpan.Zero, Most * PageMeasure.Busy);
    }

    static Person Applicant(string cohort, int k) => SampleCohort.Person(
        cohort, $"P{k:000}", $"Person {k}", Countries[(k * 7 + (k / 20)) % Countries.Length]) with
    {
        ApplicationRow = k + 1,
        Languages = Languages[k % Languages.Length],
        Interests = [Interests[k % Interests.Length], Interests[((k * 5) + 3) % Interests.Length], Interests[(k / 12) % Interests.Length]],
        LibraryType = Libraries[k % 3 == 0 ? 0 : k % Libraries.Length],
        YearsOfExperience = k % 30,
        FirstAppliedAt = new DateTimeOffset(2020, 3, 5, 10, 0, 0, TimeSpan.Zero).AddMinutes(k),
    };
}
