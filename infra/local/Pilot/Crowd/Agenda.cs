using System.Threading.Channels;
using Simulation.Time;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>
/// What the crowd is going to do, one thing after the other at its moment of the simulated clock. Time stands still while
/// something is done, and the app has come to rest before the next moment, so that the same acts always meet the same app.
/// </summary>
sealed class Agenda : IAsyncDisposable
{
    readonly SimulatedClock clock;
    readonly Lock gate = new();
    readonly PriorityQueue<Func<Task>, (DateTimeOffset At, string Key)> acts = new();
    readonly Channel<IDisposable> moments = Channel.CreateUnbounded<IDisposable>();
    readonly ITimer alarm;

    public Agenda(SimulatedClock clock)
    {
        this.clock = clock;
        alarm = clock.CreateTimer(
            _ => moments.Writer.TryWrite(clock.HoldStill()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Adds an act. What is due already is done at the next moment that time moves.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="key">Orders acts of the same moment.</param>
    /// <param name="act">Awaited before anything else is done.</param>
    public void Add(DateTimeOffset at, string key, Func<Task> act)
    {
        lock (gate)
        {
            acts.Enqueue(act, (at, key));
            SetAlarm();
        }
    }

    /// <summary>Does what is due until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var stillness in moments.Reader.ReadAllAsync(cancellation))
        {
            using (stillness)
            {
                if (Next() is { } act) await act();
                lock (gate) SetAlarm();
            }
        }
    }

    /// <summary>One act for each time the alarm rings: the app comes to rest in between, even at one moment.</summary>
    Func<Task>? Next()
    {
        lock (gate) return acts.TryPeek(out _, out var due) && due.At <= clock.GetUtcNow() ? acts.Dequeue() : null;
    }

    void SetAlarm()
    {
        if (!acts.TryPeek(out _, out var due)) return;
        var wait = due.At - clock.GetUtcNow();
        alarm.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync() => alarm.DisposeAsync();
}
