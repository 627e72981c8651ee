using Microsoft.DurableTask.Client;

namespace Ilnp.Intake;

/// <summary>Whether a start is needed.</summary>
static class IntakeStarts
{
    /// <summary>True when the instance runs or has done its work; one that failed may be started again.</summary>
    public static async Task<bool> IsStartedAsync(this DurableTaskClient client, string instanceId, CancellationToken cancellation) =>
        await client.GetInstanceAsync(instanceId, cancellation) is { RuntimeStatus: not (OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated) };
}
