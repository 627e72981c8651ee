using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Cohort;

/// <summary>Starts of orchestrations that must exist once.</summary>
public static class StartOnce
{
    /// <summary>Starts the instance unless there is one of that id, whatever its state.</summary>
    /// <returns>Whether this call started it.</returns>
    public static async Task<bool> StartOnceAsync(this DurableTaskClient client, TaskName orchestrator, object input, string instanceId)
    {
        if (await client.GetInstanceAsync(instanceId) is not null) return false;
        await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(instanceId));
        return true;
    }
}
