using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Care.Questions;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Care.Rematching;

/// <summary>
/// Somebody goes for good: the group they are in hears it as their own word that they leave, so that it is parted, told and rematched as
/// always. A group that was formed and not introduced goes on without them, or its other member is the first to be placed.
/// </summary>
sealed class CareDeparture(GroupStore groups, PeopleStore people, StandbyLetter standby, TimeProvider time) : IDeparture
{
    /// <summary>In place of the day, in the id of the word.</summary>
    const string ForGood = "forgood";

    public async Task<bool> LeaveAsync(Person person, DurableTaskClient client, CancellationToken cancellation)
    {
        if (person.GroupId is { } groupId
            && await groups.FindAsync(person.CohortId, groupId, cancellation) is { Status: GroupStatus.Active })
            return await TellGroupAsync(person, groupId, client, cancellation);
        var formedWith = (await groups.ListAsync(person.CohortId, cancellation))
            .Where(group => group.Status == GroupStatus.Proposed && group.Members.Contains(person.PersonId));
        foreach (var formed in formedWith)
            await TakeOutAsync(formed, person, cancellation);
        return false;
    }

    async Task<bool> TellGroupAsync(Person person, string groupId, DurableTaskClient client, CancellationToken cancellation)
    {
        await people.UpdateAsync(person.CohortId, person.PersonId, LeavingEffect.Leaving, cancellation);
        var word = new DecisionRecorded(Pulse.OwnWordId(groupId, ForGood, person.PersonId), person.PersonId, Pulse.Leave, 1);
        var instance = InstanceIds.Group(person.CohortId, groupId);
        return await client.FindAsync(instance, cancellation: cancellation) is { IsCompleted: false }
            && await client.TryRaiseAsync(instance, Pulse.Answered, word, cancellation);
    }

    /// <summary>
    /// Of those who said yes; a proposal of before is made anew when the answers are in. Whoever is left alone is told first, so that a
    /// second run finds them.
    /// </summary>
    async Task TakeOutAsync(Group formed, Person person, CancellationToken cancellation)
    {
        var others = await Task.WhenAll(
            formed.Members.Where(member => member != person.PersonId)
                .Select(member => people.GetAsync(formed.CohortId, member, cancellation)));
        if (!others.All(other => other.Standing == Standing.Available)) return;
        if (others is [var alone]) await standby.WriteAsync(alone.CohortId, alone.PersonId, cancellation);
        await groups.UpdateAsync(
            formed.CohortId,
            formed.GroupId,
            group => GroupBeforeStart.Without(group, new HashSet<string> { person.PersonId }, time.GetUtcNow()),
            cancellation);
    }
}
