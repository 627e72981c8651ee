using System.Diagnostics.CodeAnalysis;

namespace EmbeddedFunctions.Time;

public sealed partial class SimulatedClock
{
    void EnsurePumping()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        pump ??= Task.Run(PumpAsync);
        changed.Set();
    }

    async Task PumpAsync()
    {
        while (true)
        {
            await changed.WaitAsync();
            while (true)
            {
                await Settling.ThreadPoolAsync();
                if (disposed) return;
                if (Holds > 0) break; // the last one to let go sets the signal
                if (await PaceAsync()) continue;
                if (!TryAdvance(out var due)) break;
                foreach (var timer in due) timer.Fire();
            }
        }
    }

    /// <summary>At a pace, waits its share of real time before the next jump; true if something changed meanwhile.</summary>
    async Task<bool> PaceAsync()
    {
        TimeSpan wait;
        lock (gate)
        {
            if (perSecond is not { } pace || moments.Next is not { } next || next > limit || next <= now) return false;
            wait = (next - now) / pace.TotalSeconds;
        }

        return await changed.WaitAsync(wait);
    }

    /// <summary>Moves to the next due moment within the limit; false when there is none, and those who wait for that are told.</summary>
    bool TryAdvance([NotNullWhen(true)] out IReadOnlyList<ClockTimer>? due)
    {
        lock (gate)
        {
            due = null;
            if (Holds > 0) return false;
            var next = moments.Next;
            CompleteIdleWaits(next);
            if (next is null || next > limit) return false;
            if (next > now) MoveTo(next.Value);
            due = moments.TakeDue(now);
            return true;
        }
    }

    void MoveTo(DateTimeOffset moment)
    {
        Moving?.Invoke(moment);
        now = moment;
    }

    void CompleteIdleWaits(DateTimeOffset? next)
    {
        for (var i = idleWaits.Count - 1; i >= 0; i--)
        {
            var (until, idle) = idleWaits[i];
            if (next <= until) continue;
            if (now < until) MoveTo(until);
            idleWaits.RemoveAt(i);
            idle.TrySetResult();
        }
    }

    /// <summary>A timer of this clock; its due moment stands in <see cref="DueMoments"/> while it is armed.</summary>
    internal sealed class ClockTimer(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
    {
        TimeSpan period = Timeout.InfiniteTimeSpan;

        /// <summary>Null when it is not armed.</summary>
        public (DateTimeOffset At, long Order)? Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                if (clock.disposed) return false;
                this.period = period;
                clock.moments.Remove(this);
                if (dueTime >= TimeSpan.Zero) clock.moments.Add(this, Later(clock.now, dueTime));
                clock.changed.Set();
                return true;
            }
        }

        public void Fire()
        {
            lock (clock.gate)
            {
                if (period > TimeSpan.Zero && Due is null) clock.moments.Add(this, Later(clock.now, period));
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                period = Timeout.InfiniteTimeSpan;
                clock.moments.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        static DateTimeOffset Later(DateTimeOffset from, TimeSpan by) => by > DateTimeOffset.MaxValue - from ? DateTimeOffset.MaxValue : from + by;
    }
}
