namespace Simulation.Time;

/// <summary>Armed timers by due moment and, within one moment, in the order in which they were armed. Not thread-safe.</summary>
sealed class DueMoments
{
    readonly SortedDictionary<(DateTimeOffset At, long Order), SimulatedClock.ClockTimer> armed = [];
    long order;

    /// <summary>The next moment at which something is due, or null.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            foreach (var (due, _) in armed) return due.At;
            return null;
        }
    }

    public int Count => armed.Count;

    public void Add(SimulatedClock.ClockTimer timer, DateTimeOffset at)
    {
        timer.Due = (at, order++);
        armed.Add(timer.Due.Value, timer);
    }

    public void Remove(SimulatedClock.ClockTimer timer)
    {
        if (timer.Due is { } due) armed.Remove(due);
        timer.Due = null;
    }

    /// <summary>Disarms and returns what is due.</summary>
    public IReadOnlyList<SimulatedClock.ClockTimer> TakeDue(DateTimeOffset now)
    {
        var due = armed.TakeWhile(entry => entry.Key.At <= now).Select(entry => entry.Value).ToList();
        foreach (var timer in due) Remove(timer);
        return due;
    }
}
