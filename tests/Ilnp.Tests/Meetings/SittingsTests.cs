using Ilnp.Meetings;

namespace Ilnp.Tests.Meetings;

/// <summary>Which two times of a day are fairest, and which of them suits whom.</summary>
public sealed class SittingsTests
{
    static readonly DateOnly Day = new(2020, 6, 17);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void GivenPeopleAllAroundTheWorld_WhenTimesAreChosen_ThenBothTogetherReachMoreThanAnySingleOne()
    {
        string[] zones =
        [
            "Africa/Nairobi", "Africa/Nairobi", "Asia/Kolkata", "Europe/Berlin", "America/Chicago", "America/Lima", "Asia/Tokyo",
            "Pacific/Auckland", "Pacific/Honolulu",
        ];

        var choice = Choose(zones);

        Assert.Equal((9, 9, 0), (choice.People, choice.ByDay, choice.ByNight.Count));
        Assert.InRange(choice.BestAlone, 1, 8);
        Assert.True(choice.Sittings.Second >= choice.Sittings.First + Hour);
        Assert.Equal(9, choice.ProposedTo(choice.Sittings.First) + choice.ProposedTo(choice.Sittings.Second));
    }

    [Fact]
    public void GivenOneFarFromAllOthers_WhenTimesAreChosen_ThenOneSittingIsTheirs()
    {
        var choice = Choose([.. Enumerable.Repeat("Europe/Berlin", 40), "Pacific/Auckland"]);

        Assert.True(choice.Sittings.IsByDay("Pacific/Auckland"));
        Assert.Equal(41, choice.ByDay);
    }

    [Fact]
    public void GivenPeopleOfOneZone_WhenTimesAreChosen_ThenBothAreDayAndNobodyIsLeftOut()
    {
        var choice = Choose(["Asia/Tokyo", "Asia/Tokyo"]);

        Assert.Equal((2, 2), (choice.ByDay, choice.BestAlone));
    }

    [Theory]
    [InlineData("2020-06-17T07:00Z", "Europe/Berlin", 60)] // nine: an hour after eight
    [InlineData("2020-06-17T19:00Z", "Europe/Berlin", 0)] // nine to ten in the evening
    [InlineData("2020-06-17T19:30Z", "Europe/Berlin", -30)]
    [InlineData("2020-06-17T22:30Z", "Europe/Berlin", -450)] // half past midnight
    [InlineData("2020-01-15T07:00Z", "Europe/Berlin", 0)] // the same in winter is eight
    public void GivenATime_WhenItIsLookedAt_ThenItsEaseIsTheDistanceFromTheNight(string at, string zone, double expected) =>
        Assert.Equal(expected, Sittings.Ease(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Hour, zone));

    [Fact]
    public void GivenTwoSittings_WhenSomebodyLooks_ThenTheirsIsTheOneInTheirDay()
    {
        var sittings = Sittings.Of(MeetingPlay.Meeting);

        Assert.Equal(sittings.First, sittings.Own("Asia/Tokyo"));
        Assert.Equal((sittings.Second, sittings.First), (sittings.Own("America/Chicago"), sittings.Other("America/Chicago")));
        Assert.True(sittings.IsByDay("Pacific/Auckland"));
        Assert.False(new Sittings(sittings.First, sittings.First.AddHours(1), sittings.Length).IsByDay("America/Chicago"));
    }

    static SittingsChoice Choose(string[] zones) => SittingsChoice.Of(zones, Day, "America/Chicago", Hour);
}
