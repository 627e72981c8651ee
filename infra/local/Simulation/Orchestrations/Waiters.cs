using DurableTask.Core;

namespace Simulation.Orchestrations;

/// <summary>Those who wait for the end of an instance, which need not be there yet.</summary>
sealed class Waiters
{
    readonly Dictionary<string, TaskCompletionSource<OrchestrationState>> waiting = [];

    public Task<OrchestrationState> Of(string instanceId)
    {
        if (!waiting.TryGetValue(instanceId, out var end))
            waiting[instanceId] = end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return end.Task;
    }

    public void Ended(OrchestrationState state)
    {
        if (waiting.Remove(state.OrchestrationInstance.InstanceId, out var end)) end.SetResult(state);
    }
}
