using NCrontab;

namespace FunctionsHost.Timers;

/// <summary>
/// NCRONTAB read on the clocks of a time zone. When they are changed, a schedule of certain hours runs once for each: in the
/// skipped hour at the moment that it would have been, in the repeated one the first time. A schedule that is open in its
/// hours goes on through the change, as time does.
/// </summary>
/// <param name="fields">As written: six, or five without seconds.</param>
sealed class CrontabTimes(CrontabSchedule schedule, string[] fields, TimeZoneInfo zone) : TimerSchedule
{
    readonly bool everyHour = fields[^4].Contains('*', StringComparison.Ordinal);

    /// <summary>Only a schedule whose minutes and higher fields are all open can run more than once in every minute.</summary>
    public override bool IsFrequent { get; } = fields.Length == 6
        && fields.Skip(1).All(field => field == "*")
        && schedule.GetNextOccurrences(DateTime.UnixEpoch.AddSeconds(-1), DateTime.UnixEpoch.AddSeconds(59)).Count() > 1;

    public override DateTime After(DateTime moment) => everyHour ? Flowing(moment) : AtHours(moment);

    DateTime AtHours(DateTime moment)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(moment, zone);
        while (true)
        {
            local = Next(local);
            if (ToUtc(local) is var next && next > moment) return next; // otherwise this reading of the clock has been
        }
    }

    DateTime Flowing(DateTime moment)
    {
        var offset = zone.GetUtcOffset(moment);
        var next = Utc(Next(moment + offset), offset);
        if (zone.GetUtcOffset(next) == offset) return next;
        var change = Change(moment, next);
        var offsetThen = zone.GetUtcOffset(change);
        return Utc(Next(change + offsetThen - TimeSpan.FromTicks(1)), offsetThen);
    }

    DateTime ToUtc(DateTime local)
    {
        if (zone.IsAmbiguousTime(local)) return Utc(local, zone.GetAmbiguousTimeOffsets(local).Max());
        return Utc(local, zone.GetUtcOffset(zone.IsInvalidTime(local) ? local.AddHours(-3) : local));
    }

    /// <summary>The first moment, to the second, at which the zone's offset is another than at the beginning.</summary>
    DateTime Change(DateTime from, DateTime to)
    {
        var offset = zone.GetUtcOffset(from);
        while (to - from > TimeSpan.FromSeconds(1))
        {
            var middle = from + ((to - from) / 2);
            if (zone.GetUtcOffset(middle) == offset) from = middle;
            else to = middle;
        }

        return new(to.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
    }

    DateTime Next(DateTime local) => DateTime.SpecifyKind(schedule.GetNextOccurrence(local), DateTimeKind.Unspecified);

    static DateTime Utc(DateTime local, TimeSpan offset) => DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
}
