using Ilnp.Approvals;
using Ilnp.Continuing.Questions;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Continuing;

/// <summary>Somebody goes for good: the time that their group has added ends, and whoever would have liked to go on hears it.</summary>
sealed class LongerDeparture : IDeparture
{
    public async Task<bool> LeaveAsync(Person person, DurableTaskClient client, CancellationToken cancellation)
    {
        if (person.GroupId is not { } groupId) return false;
        var instance = InstanceIds.Longer(person.CohortId, groupId);
        var word = new DecisionRecorded(Longer.DecisionId(groupId, person.PersonId), person.PersonId, Longer.Leave, 1);
        return await client.FindAsync(instance, cancellation: cancellation) is { IsCompleted: false }
            && await client.TryRaiseAsync(instance, Longer.Said, word, cancellation);
    }
}
