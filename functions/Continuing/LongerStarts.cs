using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Continuing;

/// <summary>Begins to ask a group whether it goes on. Asked for again, nothing more happens: a group is asked once.</summary>
public static class LongerStarts
{
    public static Task<bool> StartLongerAsync(this DurableTaskClient client, string cohortId, string groupId) =>
        client.StartOnceAsync(nameof(LongerOrchestrator), new GroupRef(cohortId, groupId), InstanceIds.Longer(cohortId, groupId));
}
