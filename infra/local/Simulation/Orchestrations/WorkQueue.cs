using System.Threading.Channels;
using Simulation.Time;

namespace Simulation.Orchestrations;

/// <summary>Work that is to be done at this moment of the clock: from when it is queued until it is done, time stands still.</summary>
sealed class WorkQueue<T>(TimeProvider clock)
{
    readonly Channel<(T Work, IDisposable Stillness)> queue = Channel.CreateUnbounded<(T, IDisposable)>();

    public void Add(T work) => queue.Writer.TryWrite((work, clock.HoldStill()));

    /// <summary>Default (null) when nothing came in that (real) time, or the engine stops.</summary>
    public async Task<(T Work, IDisposable Stillness)?> TakeAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        if (queue.Reader.TryRead(out var ready)) return ready;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            return await queue.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
