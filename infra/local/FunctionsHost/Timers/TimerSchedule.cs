using System.Globalization;
using FunctionsHost.Settings;
using NCrontab;

namespace FunctionsHost.Timers;

/// <summary>When a timer function runs, in UTC.</summary>
abstract class TimerSchedule
{
    /// <summary>The first run after that moment.</summary>
    public abstract DateTime After(DateTime moment);

    /// <summary>Runs more than once a minute: too often for its state to be kept, so that missed runs are not made up for.</summary>
    public abstract bool IsFrequent { get; }

    /// <summary>
    /// NCRONTAB of six fields (second minute hour day month weekday) or of five (without seconds), or a time span such as
    /// <c>00:30:00</c> from one start to the next.
    /// </summary>
    /// <param name="zone">In which NCRONTAB is meant.</param>
    /// <returns>Null, with an error added, when the text is neither.</returns>
    public static TimerSchedule? Parse(string text, TimeZoneInfo zone, string function, StartErrors errors)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
            return new Interval(interval);
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields.Length == 6 }) is { } crontab)
            return new CrontabTimes(crontab, fields, zone);
        errors.Add(
            $"Function {function}: its schedule \"{text}\" is neither six NCRONTAB fields (second minute hour day month "
                + "weekday) nor a time span.");
        return null;
    }

    sealed class Interval(TimeSpan interval) : TimerSchedule
    {
        public override bool IsFrequent => interval < TimeSpan.FromMinutes(1);

        public override DateTime After(DateTime moment) => moment + interval;
    }
}
