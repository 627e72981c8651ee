namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Wakes instances when something of theirs is due, in order of the moments and then of the bookings.</summary>
sealed class WakeQueue : IDisposable
{
    /// <summary>System timers cannot run longer; a needless waking does no harm.</summary>
    static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    readonly Lock gate = new();
    readonly SortedDictionary<(DateTimeOffset At, long Order), Instance> booked = [];
    readonly TimeProvider time;
    readonly ITimer timer;
    DateTimeOffset timerDue = DateTimeOffset.MaxValue;
    long order;
    bool disposed;

    public WakeQueue(TimeProvider time)
    {
        this.time = time;
        timer = time.CreateTimer(_ => WakeDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Books the instance's only waking; null cancels it.</summary>
    public void Book(Instance instance, DateTimeOffset? at)
    {
        lock (gate)
        {
            if (instance.Wake?.At == at) return;
            if (instance.Wake is { } former) booked.Remove(former);
            instance.Wake = at is { } moment ? (moment, order++) : null;
            if (instance.Wake is { } next) booked.Add(next, instance);
            SetTimer();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            timer.Dispose();
        }
    }

    void WakeDue()
    {
        List<Instance> due;
        lock (gate)
        {
            timerDue = DateTimeOffset.MaxValue;
            var now = time.GetUtcNow();
            due = [.. booked.TakeWhile(entry => entry.Key.At <= now).Select(entry => entry.Value)];
            foreach (var instance in due)
            {
                booked.Remove(instance.Wake!.Value);
                instance.Wake = null;
            }

            SetTimer();
        }

        foreach (var instance in due) instance.Post(Message.Wake);
    }

    void SetTimer()
    {
        if (disposed || booked.Count == 0) return;
        var next = booked.Keys.First().At;
        if (next >= timerDue) return;
        var now = time.GetUtcNow();
        var wait = next <= now ? TimeSpan.Zero : next - now < LongestTimer ? next - now : LongestTimer;
        timerDue = now + wait;
        // a timer may fire a little early: rounding up to the millisecond keeps it from firing twice
        timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
