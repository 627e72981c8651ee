using DurableTask.Core;
using DurableTask.Core.History;

namespace Simulation.Orchestrations;

/// <summary>One orchestration instance: its latest execution, and the messages that wait for it. Guarded by its hub's lock.</summary>
sealed class SimulatedInstance(OrchestrationState state)
{
    readonly HashSet<ITimer> timers = [];

    /// <summary>As clients see it.</summary>
    public OrchestrationState State { get; set; } = state;

    /// <summary>All events of the execution, in order; empty before its first step.</summary>
    public IList<HistoryEvent> History { get; set; } = [];

    /// <summary>Steps that the execution has taken.</summary>
    public int Steps { get; set; }

    /// <summary>How often the next step has been tried in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>In the order of arrival, the start first.</summary>
    public List<TaskMessage> Inbox { get; } = [];

    /// <summary>Starts of further executions under the id, each for when the one before is over.</summary>
    public Queue<TaskMessage> Next { get; init; } = [];

    /// <summary>Queued for a step, or in the middle of one.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Its start has come; before, messages only gather.</summary>
    public bool HasBegun { get; set; }

    /// <summary>The next step gives the failed execution another id; it is still the same one to those outside.</summary>
    public bool IsRewinding { get; set; }

    public string Id => State.OrchestrationInstance.InstanceId;

    public string ExecutionId => State.OrchestrationInstance.ExecutionId;

    /// <summary>A failed instance is open again from now on; any other stays as it is.</summary>
    public void Rewind()
    {
        if (State.OrchestrationStatus != OrchestrationStatus.Failed) return;
        (IsRewinding, State.OrchestrationStatus) = (true, OrchestrationStatus.Pending);
    }

    public void Keep(ITimer timer) => timers.Add(timer);

    public void Drop(ITimer timer)
    {
        timers.Remove(timer);
        timer.Dispose();
    }

    /// <summary>The execution is over, or another takes its place: nothing of it is waited for any more.</summary>
    public void DropTimers()
    {
        foreach (var timer in timers) timer.Dispose();
        timers.Clear();
    }
}
