using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Care;

/// <summary>Starts orchestrations that live beside the cohort's own. Starting twice finds the running one.</summary>
public sealed class CareStarts
{
    /// <summary>The cohort's rematches, one after the other.</summary>
    [Function(nameof(StartRematches))]
    public Task StartRematches([ActivityTrigger] CohortPlan plan, [DurableClient] DurableTaskClient client) =>
        client.StartOnceAsync(nameof(CareOrchestrator), plan, InstanceIds.Care(plan.CohortId));

    /// <summary>Care for one group.</summary>
    [Function(nameof(StartGroup))]
    public Task StartGroup([ActivityTrigger] GroupCheckpoint at, [DurableClient] DurableTaskClient client) =>
        client.StartOnceAsync(nameof(GroupOrchestrator), at, InstanceIds.Group(at.CohortId, at.GroupId));
}
