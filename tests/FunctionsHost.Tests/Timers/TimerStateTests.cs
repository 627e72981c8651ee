using System.Globalization;
using FunctionsHost.Timers;

namespace FunctionsHost.Tests.Timers;

public sealed class TimerStateTests
{
    [Theory]
    [InlineData("0 0 8 * * *", "2026-03-01 07:59:59", "2026-03-01 08:00:00")]
    [InlineData("0 0 8 * * *", "2026-03-01 08:00:00", "2026-03-02 08:00:00")]
    [InlineData("0 30 7 * * MON", "2026-03-02 07:30:00", "2026-03-09 07:30:00")]
    [InlineData("*/10 * * * * *", "2026-03-01 00:00:00", "2026-03-01 00:00:10")]
    [InlineData("0 0 0 29 2 *", "2026-03-01 00:00:00", "2028-02-29 00:00:00")]
    [InlineData("0 8 * * *", "2026-03-01 00:00:00", "2026-03-01 08:00:00")]
    [InlineData("00:30:00", "2026-03-01 00:10:00", "2026-03-01 00:40:00")]
    public void GivenASchedule_WhenTheNextRunIsAsked_ThenItIsTheFirstAfterThatMoment(string schedule, string after, string next) =>
        Assert.Equal(At(next), Schedule(schedule).After(At(after)));

    [Theory] // the clocks go from 2 to 3 on 29 March and from 3 to 2 on 25 October 2026
    [InlineData("0 0 8 * * *", "2026-03-28 00:00:00", "2026-03-28 07:00:00", "2026-03-29 06:00:00", "2026-03-30 06:00:00")]
    [InlineData("0 30 2 * * *", "2026-03-28 02:00:00", "2026-03-29 01:30:00", "2026-03-30 00:30:00", "2026-03-31 00:30:00")]
    [InlineData("0 30 2 * * *", "2026-10-24 01:00:00", "2026-10-25 00:30:00", "2026-10-26 01:30:00", "2026-10-27 01:30:00")]
    [InlineData("0 30 2 * * *", "2026-10-25 01:10:00", "2026-10-26 01:30:00", "2026-10-27 01:30:00", "2026-10-28 01:30:00")]
    [InlineData("0 30 * * * *", "2026-03-29 00:00:00", "2026-03-29 00:30:00", "2026-03-29 01:30:00", "2026-03-29 02:30:00")]
    [InlineData("0 30 * * * *", "2026-10-25 00:00:00", "2026-10-25 00:30:00", "2026-10-25 01:30:00", "2026-10-25 02:30:00")]
    [InlineData("0 0 */2 * * *", "2026-10-24 23:00:00", "2026-10-25 00:00:00", "2026-10-25 01:00:00", "2026-10-25 03:00:00")]
    [InlineData("0 0 1 * * MON", "2026-03-23 00:00:00", "2026-03-29 23:00:00", "2026-04-05 23:00:00", "2026-04-12 23:00:00")]
    public void GivenATimeZone_WhenItsClocksAreChanged_ThenNoRunIsLostOrDoubled(string schedule, string after, params string[] runs)
    {
        var times = Schedule(schedule, "Europe/Berlin");

        var moment = At(after);
        Assert.Equal(runs, runs.Select(_ => (moment = times.After(moment)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("*/10 * * * * *", true)]
    [InlineData("10,40 * * * * *", true)]
    [InlineData("0,30 * * * * *", true)]
    [InlineData("59 * * * * *", false)]
    [InlineData("* * * * * *", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("* 30 * * * *", false)]
    [InlineData("* * * * *", false)]
    [InlineData("00:00:59", true)]
    [InlineData("00:01:00", false)]
    public void GivenASchedule_WhenItRunsMoreThanOnceAMinute_ThenItsStateIsNotKept(string schedule, bool frequent) =>
        Assert.Equal(frequent, Schedule(schedule).IsFrequent);

    [Fact]
    public void GivenNoState_WhenTheHostStarts_ThenNothingIsPastDue() =>
        Assert.Equal(
            (new TimerState(default, At("2026-03-02 08:00:00"), At("2026-03-01 09:00:00")), false), AtStart(null, "2026-03-01 09:00:00"));

    [Theory]
    [InlineData("2026-03-01 07:59:59", false)]
    [InlineData("2026-03-01 08:00:00", false)]
    [InlineData("2026-03-01 08:00:01", true)]
    [InlineData("2026-03-09 12:00:00", true)]
    public void GivenAStoredState_WhenTheHostStarts_ThenAMissedRunIsPastDue(string now, bool pastDue)
    {
        var stored = new TimerState(At("2026-02-28 08:00:00"), At("2026-03-01 08:00:00"), At("2026-02-28 08:00:02"));

        Assert.Equal((stored, pastDue), AtStart(stored, now));
    }

    [Fact]
    public void GivenAnotherScheduleThanTheStoredOne_WhenTheHostStarts_ThenWhatTheOldOneMissedDoesNotRun()
    {
        var stored = new TimerState(At("2026-02-28 07:00:00"), At("2026-03-01 07:00:00"), At("2026-02-28 07:00:02"));

        Assert.Equal(
            (new TimerState(default, At("2026-03-05 08:00:00"), At("2026-03-04 12:00:00")), false), AtStart(stored, "2026-03-04 12:00:00"));
    }

    [Theory]
    [InlineData("2026-03-01 08:00:00.000", "2026-03-02 08:00:00")]
    [InlineData("2026-03-01 08:00:04.000", "2026-03-02 08:00:00")]
    [InlineData("2026-03-01 07:59:59.990", "2026-03-02 08:00:00")]
    [InlineData("2026-03-01 07:00:00.000", "2026-03-01 08:00:00")]
    [InlineData("2026-03-05 10:00:00.000", "2026-03-06 08:00:00")]
    public void GivenARun_WhenItHasEnded_ThenTheNextOneIsLaterAndMissedOnesAreNotRepeated(string now, string next)
    {
        var state = new TimerState(At("2026-02-28 08:00:00"), At("2026-03-01 08:00:00"), At("2026-02-28 08:00:02"));

        Assert.Equal(At(next), state.AfterRun(Schedule("0 0 8 * * *"), At(now)).Next);
    }

    static (TimerState State, bool PastDue) AtStart(TimerState? stored, string now) =>
        TimerState.AtStart(stored, Schedule("0 0 8 * * *"), At(now));

    static TimerSchedule Schedule(string text, string zone = "UTC") =>
        TimerSchedule.Parse(text, TimeZoneInfo.FindSystemTimeZoneById(zone), "Test", new StartErrors())!;

    static DateTime At(string time) =>
        DateTime.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
