using System.Globalization;
using EmbeddedFunctions.Hosting.Settings;
using NCrontab;

namespace EmbeddedFunctions.Hosting.Timers;

/// <summary>When a timer function runs, in UTC.</summary>
abstract class TimerSchedule
{
    /// <summary>The first run after that moment.</summary>
    public abstract DateTime After(DateTime moment);

    /// <summary>
    /// NCRONTAB of six fields (second minute hour day month weekday) or of five (without seconds), or a time span such as
    /// <c>00:30:00</c> from one start to the next.
    /// </summary>
    /// <returns>Null, with an error added, when the text is neither.</returns>
    public static TimerSchedule? Parse(string text, string function, StartErrors errors)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero) return new Interval(interval);
        var seconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        if (CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = seconds }) is { } crontab) return new Crontab(crontab);
        errors.Add($"Function {function}: its schedule \"{text}\" is neither six NCRONTAB fields (second minute hour day month weekday) nor a time span.");
        return null;
    }

    sealed class Interval(TimeSpan interval) : TimerSchedule
    {
        public override DateTime After(DateTime moment) => moment + interval;
    }

    sealed class Crontab(CrontabSchedule schedule) : TimerSchedule
    {
        public override DateTime After(DateTime moment) => DateTime.SpecifyKind(schedule.GetNextOccurrence(moment), DateTimeKind.Utc);
    }
}
