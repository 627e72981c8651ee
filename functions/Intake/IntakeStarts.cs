using Ilnp.Orchestration;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake;

/// <summary>Starts that may be asked for more than once.</summary>
static class IntakeStarts
{
    /// <summary>Those that fail or are terminated may be started again: the provider's next try is then not in vain.</summary>
    static readonly OrchestrationRuntimeStatus[] Done =
        [
            OrchestrationRuntimeStatus.Pending,
            OrchestrationRuntimeStatus.Running,
            OrchestrationRuntimeStatus.Suspended,
            OrchestrationRuntimeStatus.Completed,
        ];

    /// <summary>False when the instance runs or has done its work.</summary>
    public static Task<bool> StartUnlessDoneAsync(
        this DurableTaskClient client, string orchestrator, object input, string instanceId, CancellationToken cancellation) =>
        client.TryStartAsync(orchestrator, input, instanceId, Done, cancellation);
}
