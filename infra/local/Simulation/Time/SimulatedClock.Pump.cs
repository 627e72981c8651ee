using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Simulation.Time;

public sealed partial class SimulatedClock
{
    /// <summary>At a rate, how often time is seen to have moved.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    /// <summary>Real time up to which simulated time has flowed; null while it does not flow.</summary>
    long? flowedTo;

    void EnsurePumping()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (broken.Task.Exception is { InnerException: { } error }) throw error;
        pump ??= Task.Run(PumpAsync);
        changed.Set();
    }

    async Task PumpAsync()
    {
        try
        {
            while (!disposed)
            {
                await changed.WaitAsync();
                await MoveOnAsync();
                flowedTo = null;
            }
        }
        catch (Exception e)
        {
            Break(e);
            throw;
        }
    }

    /// <summary>Until there is nothing to do but to wait for a change.</summary>
    async Task MoveOnAsync()
    {
        while (!disposed && Holds == 0) // the last one to let go sets the signal
        {
            await Settling.ThreadPoolAsync();
            if (disposed || Holds > 0) return;
            if (await FlowAsync()) continue;
            if (TryAdvance(out var due)) Fire(due);
            else if (!Flows) return;
        }
    }

    bool Flows
    {
        get
        {
            lock (gate) return perSecond is not null && limit > now && Holds == 0;
        }
    }

    /// <summary>At a rate, moves on by the real time that has passed; false where time has to stop for something to happen.</summary>
    async Task<bool> FlowAsync()
    {
        TimeSpan wait;
        lock (gate)
        {
            if (perSecond is not { } rate) return false;
            var stop = NextStop();
            var present = Stopwatch.GetTimestamp();
            if (flowedTo is { } before && stop > now) MoveTo(Earlier(stop, Stopwatch.GetElapsedTime(before, present) * rate.TotalSeconds));
            flowedTo = present;
            if (stop <= now) return false;
            wait = TimeSpan.FromSeconds(Math.Min((stop - now).TotalSeconds / rate.TotalSeconds, Tick.TotalSeconds));
        }

        await changed.WaitAsync(wait);
        return true;
    }

    /// <summary>The next due moment, the end of a wait, or the limit.</summary>
    DateTimeOffset NextStop() => idleWaits.Select(wait => wait.Until).Append(moments.Next ?? limit).Append(limit).Min();

    DateTimeOffset Earlier(DateTimeOffset stop, TimeSpan flowed) => flowed < stop - now ? now + flowed : stop;

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
            if (next > now && perSecond is not null) return false; // it flows there
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
            if (next <= until || until > limit || (perSecond is not null && until > now)) continue;
            if (now < until) MoveTo(until);
            idleWaits.RemoveAt(i);
            idle.TrySetResult();
        }
    }

    static void Fire(IReadOnlyList<ClockTimer> due)
    {
        foreach (var timer in due) timer.Fire();
    }

    void Break(Exception error)
    {
        var told = new InvalidOperationException("A timer's callback failed, and the clock has stopped.", error);
        lock (gate)
        {
            broken.TrySetException(told);
            foreach (var wait in idleWaits) wait.Idle.TrySetException(told);
            idleWaits.Clear();
        }
    }
}
