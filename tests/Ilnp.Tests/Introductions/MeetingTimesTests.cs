using Ilnp.Introductions;
using Ilnp.Texts;

namespace Ilnp.Tests.Introductions;

public sealed class MeetingTimesTests
{
    static readonly DateTimeOffset Monday = new(2020, 5, 4, 14, 0, 0, TimeSpan.Zero);

    static readonly string[] Places = [.. Zones.OfPlaces];

    [Fact]
    public void GivenAnyZones_WhenTimesAreProposed_ThenNobodyTalksAtNight()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var trial = 0; trial < 300; trial++)
        {
            string[] zones = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Places[random.Next(Places.Length)])];
            var from = Monday.AddMinutes(random.Next(0, 3 * 365 * 24 * 60));
            var times = MeetingTimes.Propose(zones, from);

            // Where clocks change meanwhile, an hour may be day for all before and no more after.
            Assert.InRange(times.Count, 0, 3);
            Assert.True(times.Select(at => at.UtcDateTime.Date).Distinct().Count() == times.Count, $"seed {seed}");
            foreach (var zone in zones)
                Assert.All(times, at =>
                {
                    var (begins, ends) = (Zones.Local(at, zone), Zones.Local(at + MeetingTimes.Talk, zone));
                    Assert.True(
                        begins.TimeOfDay >= TimeSpan.FromHours(MeetingTimes.Earliest) && ends <= begins.Date.AddHours(MeetingTimes.Latest),
                        $"seed {seed}: {begins} to {ends} in {zone}");
                });
            Assert.All(times, at => Assert.InRange((at - from).TotalDays, 2, 10));
        }
    }

    [Fact]
    public void GivenMuchOfTheDayInCommon_WhenProposed_ThenTheTimesAreAChoice()
    {
        var times = MeetingTimes.Propose(["Africa/Nairobi", "Europe/Madrid"], Monday);
        int[] hours = [.. times.Select(at => at.Hour)];
        Assert.All(hours, hour => Assert.All(hours.Where(other => other != hour), other => Assert.True(Math.Abs(other - hour) >= 3)));
        Assert.Equal(3, hours.Distinct().Count());
    }

    /// <summary>The United States change their clocks on 8 March, three weeks before Europe.</summary>
    [Fact]
    public void GivenClocksThatChangeBetween_WhenProposed_ThenEachDayHasItsOwnDifference()
    {
        var times = MeetingTimes.Propose(["America/Los_Angeles", "Europe/Paris"], new(2020, 3, 4, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(
            [9, 8, 8], times.Select(at => (int)(Zones.Local(at, "Europe/Paris") - Zones.Local(at, "America/Los_Angeles")).TotalHours));
    }

    [Theory]
    [InlineData("Pacific/Auckland", "Europe/Lisbon", true)] // 11 hours apart: somebody's evening, somebody's morning
    [InlineData("Pacific/Honolulu", "Africa/Johannesburg", true)] // 12 hours apart
    [InlineData("Europe/London", null, false)]
    [InlineData("Europe/London", "Mars/Olympus", false)]
    public void GivenHardCases_WhenProposed_ThenThereAreTimesOrNone(string one, string? other, bool any) =>
        Assert.Equal(any, MeetingTimes.Propose([one, other], Monday).Count > 0);

    [Fact]
    public void GivenThreeAroundTheWorld_WhenNoHourIsDayForAll_ThenNoneIsProposed() =>
        Assert.Empty(MeetingTimes.Propose(["Asia/Tokyo", "America/New_York", "Europe/Berlin"], Monday));
}
