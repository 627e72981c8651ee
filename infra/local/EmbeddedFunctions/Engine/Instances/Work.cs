using EmbeddedFunctions.Time;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Counts what the engine is doing at this moment: time is held meanwhile, and a shutdown waits for the end of it.</summary>
sealed class Work(TimeProvider time)
{
    readonly Lock gate = new();
    TaskCompletionSource? idle;
    int count;

    /// <summary>Marks work until it is disposed.</summary>
    public IDisposable Begin()
    {
        lock (gate) count++;
        return new Piece(this, time.HoldStill());
    }

    /// <summary>Completes at the first moment at which nothing is done.</summary>
    public Task IdleAsync()
    {
        lock (gate)
        {
            if (count == 0) return Task.CompletedTask;
            idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task;
        }
    }

    void End()
    {
        lock (gate)
        {
            if (--count > 0) return;
            idle?.TrySetResult();
            idle = null;
        }
    }

    sealed class Piece(Work work, IDisposable hold) : IDisposable
    {
        IDisposable? hold = hold;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref hold, null) is not { } held) return;
            work.End();
            held.Dispose();
        }
    }
}
