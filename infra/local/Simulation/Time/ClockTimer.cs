namespace Simulation.Time;

public sealed partial class SimulatedClock
{
    /// <summary>
    /// A timer of this clock; its due moment stands in <see cref="DueMoments"/> while it is armed. As with the system's timers,
    /// the callback runs in the execution context in which the timer was made.
    /// </summary>
    internal sealed class ClockTimer(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
    {
        readonly ExecutionContext? context = ExecutionContext.Capture();
        TimeSpan period = Timeout.InfiniteTimeSpan;
        bool disposed;

        /// <summary>Null when it is not armed.</summary>
        public (DateTimeOffset At, long Order)? Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                if (disposed || clock.disposed) return false;
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
                if (disposed) return;
                if (period > TimeSpan.Zero && Due is null) clock.moments.Add(this, Later(clock.now, period));
            }

            if (context is null) callback(state);
            else ExecutionContext.Run(context, _ => callback(state), null);
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                disposed = true;
                clock.moments.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        static DateTimeOffset Later(DateTimeOffset from, TimeSpan by) =>
            by > DateTimeOffset.MaxValue - from ? DateTimeOffset.MaxValue : from + by;
    }
}
