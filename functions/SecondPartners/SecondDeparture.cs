using Ilnp.Approvals;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.SecondPartners.Questions;
using Microsoft.DurableTask.Client;

namespace Ilnp.SecondPartners;

/// <summary>Somebody goes for good: their second pair ends, and the other one hears it.</summary>
sealed class SecondDeparture(SecondPairStore pairs) : IDeparture
{
    public async Task<bool> LeaveAsync(Person person, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await pairs.RunningOfAsync(person.CohortId, person.PersonId, cancellation) is not { } pair) return false;
        var instance = InstanceIds.Seconds(person.CohortId);
        var word = new DecisionRecorded(
            StopSecond.Form.DecisionId(pair.PairId, person.PersonId), person.PersonId, Second.Leave, 1);
        return await client.FindAsync(instance, cancellation: cancellation) is { IsCompleted: false }
            && await client.TryRaiseAsync(instance, Second.Said, word, cancellation);
    }
}
