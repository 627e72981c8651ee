namespace FunctionsHost.Timers;

/// <summary>A schedule's state between runs, in UTC, with the property names of the real extension's blob.</summary>
/// <param name="Last">The last run; <c>default</c> before the first.</param>
/// <param name="Next">The run that is waited for.</param>
sealed record TimerState(DateTime Last, DateTime Next, DateTime LastUpdated)
{
    /// <summary>Where a schedule stands when the host starts.</summary>
    /// <param name="stored">Null before the first start, or without a monitor.</param>
    public static (TimerState State, bool PastDue) AtStart(TimerState? stored, TimerSchedule schedule, DateTime now)
    {
        if (stored is null) return (new(default, schedule.After(now), now), false);
        var expected = schedule.After(stored.Last == default ? stored.LastUpdated : stored.Last);
        // Another schedule than the one that was stored: what the old one missed is of no interest.
        if (stored.Next != expected) return (new(default, schedule.After(now), now), false);
        return (stored, stored.Next < now);
    }

    /// <summary>After a run for <see cref="Next"/>, or for several of them that were missed, or out of turn.</summary>
    public TimerState AfterRun(TimerSchedule schedule, DateTime now)
    {
        // A clock may fire a moment early; the run that was due must not come again.
        var ran = now < Next && Next - now < TimeSpan.FromSeconds(1) ? Next : now;
        return new(ran, schedule.After(ran), now);
    }
}
