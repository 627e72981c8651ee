
namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>
/// Runs an orchestrator's continuations one after the other on whichever thread takes the step, so that their order is the
/// order of the events. A continuation that arrives between steps was awaited outside the engine's control.
/// </summary>
sealed class OrchestratorThread(Action strayContinuation) : SynchronizationContext
{
    readonly Queue<(SendOrPostCallback Callback, object? State)> ready = [];
    readonly Lock gate = new();
    Thread? thread;

    /// <summary>Whether the caller is the orchestrator's own code in a step.</summary>
    public bool IsCurrent => thread == Thread.CurrentThread;

    /// <summary>Runs an action and then all that becomes ready by it.</summary>
    public void Run(Action action)
    {
        var outer = Current;
        lock (gate) thread = Thread.CurrentThread;
        SetSynchronizationContext(this);
        try
        {
            action();
            while (TryTake(out var next)) next.Callback(next.State);
        }
        finally
        {
            SetSynchronizationContext(outer);
            lock (gate) thread = null;
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (gate)
        {
            if (thread == Thread.CurrentThread)
            {
                ready.Enqueue((d, state));
                return;
            }
        }

        strayContinuation();
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("An orchestrator's thread takes no calls from outside.");

    public override SynchronizationContext CreateCopy() => this;

    bool TryTake(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (gate) return ready.TryDequeue(out next);
    }
}
