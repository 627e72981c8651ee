using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Rights;

/// <summary>Begins erasures.</summary>
static class Erasures
{
    static readonly OrchestrationRuntimeStatus[] Running =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>Begins, or finds that it is under way; whoever was erased before is looked for once more.</summary>
    public static Task BeginErasureAsync(this DurableTaskClient client, PersonRef person, CancellationToken cancellation) =>
        client.TryStartAsync(
            nameof(ErasureOrchestrator), person, InstanceIds.Erasure(person.CohortId, person.PersonId), Running, cancellation);

    public static async Task<bool> HasBegunErasureAsync(this DurableTaskClient client, PersonRef person, CancellationToken cancellation) =>
        await client.GetInstanceAsync(
            InstanceIds.Erasure(person.CohortId, person.PersonId), getInputsAndOutputs: false, cancellation) is not null;
}
