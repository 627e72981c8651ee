using Ilnp.Cohort;
using Ilnp.Programme;
using Ilnp.Prompts.Reading;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Cohort;

public sealed class StartNoticesTests
{
    static readonly CohortSettings Settings = SampleCohort.Settings("next");

    [Fact]
    public void GivenTheDayOfTheAnnouncement_WhenStarted_ThenNothingHasPassed() => Assert.Empty(Passed(Settings.Dates.Announce, 12));

    /// <summary>Where the cohort is, it is still the day before at an hour past midnight UTC, or already the day after.</summary>
    [Theory]
    [InlineData("America/Chicago", 1, 0)]
    [InlineData("Europe/Oslo", 1, 1)]
    public void GivenAnHourPastMidnightUtc_WhenStarted_ThenTheDayIsTheCohorts(string zone, int hour, int passed) =>
        Assert.Equal(
            passed,
            StartNotices.Passed(
                Settings with { TimeZone = zone }, new(Settings.Dates.Announce.AddDays(1), new(hour, 0), TimeSpan.Zero)).Count);

    [Fact]
    public void GivenAnyDay_WhenStarted_ThenEachDateBeforeItIsNamedOnce()
    {
        var dates = Settings.Dates;
        DateOnly[] days =
        [
            dates.Announce, dates.ApplicationsClose, dates.AskAvailability, dates.AvailabilityCloses,
            dates.Introduce, dates.MidSurvey, dates.Introduce.AddMonths(dates.Months),
        ];
        for (var day = dates.Announce.AddDays(-1); day <= days[^1].AddDays(2); day = day.AddDays(1))
            Assert.Equal(days.Count(date => date < day), Passed(day, 12).Count);
    }

    [Theory]
    [InlineData("ada@library.example", true)]
    [InlineData("ada@LIBRARY.TEST", true)]
    [InlineData("ada@committee.example.org", true)]
    [InlineData("ada@example.org", true)]
    [InlineData("ada@notexample.org", false)]
    [InlineData("ada@example.org.uk", false)]
    [InlineData("ada@library.org", false)]
    public void GivenAnAddress_WhenNobodyCanHaveIt_ThenItIsNamed(string address, bool named)
    {
        var committee = Settings with { Committee = [Settings.Committee[0] with { Email = address }] };
        Assert.Equal(named, StartNotices.Examples(committee).Any(line => line.Contains(address, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://reading.example.org/a", true)]
    [InlineData("https://reading.library.org/a", false)]
    public void GivenAnArticle_WhenItsAddressIsAnExamples_ThenItIsNamed(string url, bool named)
    {
        var article = new Article { Url = url, Title = "A", Language = "en", Minutes = 5, Topics = ["metadata"] };
        var settings = (Settings with { Committee = [] }).With(new PromptSettings { Articles = [article] });
        Assert.Equal(named, StartNotices.Examples(settings).Any(line => line.Contains(url, StringComparison.Ordinal)));
    }

    static IReadOnlyList<string> Passed(DateOnly day, int hour) => StartNotices.Passed(Settings, new(day, new(hour, 0), TimeSpan.Zero));
}
