using Microsoft.DurableTask.Client;

namespace Ilnp.Orchestration;

/// <summary>Starts of orchestrations that must exist once.</summary>
public static class StartOnce
{
    static readonly OrchestrationRuntimeStatus[] Any =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>Starts the instance unless there is one of that id, whatever its state.</summary>
    /// <returns>Whether this call started it.</returns>
    public static Task<bool> StartOnceAsync(this DurableTaskClient client, string orchestrator, object input, string instanceId) =>
        client.TryStartAsync(orchestrator, input, instanceId, Any);
}
