using Ilnp.Care.Concerns;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Care;

/// <summary>Starts orchestrations that live beside the cohort's own. Starting twice finds the running one.</summary>
public sealed class CareStarts
{
    /// <summary>Care for one group.</summary>
    [Function(nameof(StartGroup))]
    public Task StartGroup([ActivityTrigger] GroupCheckpoint at, [DurableClient] DurableTaskClient client) =>
        client.StartOnceAsync(nameof(GroupOrchestrator), at, InstanceIds.Group(at.CohortId, at.GroupId));
}
