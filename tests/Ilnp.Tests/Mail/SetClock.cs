namespace Ilnp.Tests.Mail;

/// <summary>A clock that stands still until it is set; then the timers that are due go off.</summary>
sealed class SetClock : TimeProvider
{
    readonly Lock gate = new();
    readonly List<SetTimer> timers = [];
    DateTimeOffset now = new(2020, 5, 4, 8, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now
    {
        get => now;
        set
        {
            now = value;
            List<SetTimer> due;
            lock (gate) due = [.. timers.Where(timer => timer.DueAt <= now)];
            foreach (var timer in due) timer.GoOff();
        }
    }

    /// <summary>Timers that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (gate) return timers.Count;
        }
    }

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SetTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    sealed class SetTimer(SetClock clock, Action callback) : ITimer
    {
        public DateTimeOffset DueAt { get; private set; }

        public void GoOff()
        {
            Dispose();
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                DueAt = clock.now + dueTime;
                if (dueTime > TimeSpan.Zero) clock.timers.Add(this);
                else ThreadPool.QueueUserWorkItem(_ => GoOff()); // what is due at once does not wait for the clock to be set
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
