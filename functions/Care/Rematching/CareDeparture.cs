using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Care.Concerns;
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
        if (person.GroupId is { } groupId && await groups.FindAsync(person.CohortId, groupId, cancellation) is { Status: GroupStatus.Active })
            return await TellGroupAsync(person, groupId, client, cancellation);
        foreach (var formed in (await groups.ListAsync(person.CohortId, cancellation)).Where(group => IsBeforeStart(group, person)))
            await TakeOutAsync(formed, person, client, cancellation);
        return false;
    }

    /// <summary>From those who said yes; proposals of before are made anew when the answers are in.</summary>
    static bool IsBeforeStart(Group group, Person person) =>
        group.Status == GroupStatus.Proposed && group.Members.Contains(person.PersonId) && person.Standing == Standing.Available;

    async Task<bool> TellGroupAsync(Person person, string groupId, DurableTaskClient client, CancellationToken cancellation)
    {
        await people.UpdateAsync(person.CohortId, person.PersonId, LeavingEffect.Leaving, cancellation);
        var word = new DecisionRecorded(Pulse.OwnWordId(groupId, ForGood, person.PersonId), person.PersonId, Pulse.Leave, 1);
        var instance = InstanceIds.Group(person.CohortId, groupId);
        return await client.FindAsync(instance, cancellation: cancellation) is { IsCompleted: false } && await client.TryRaiseAsync(instance, Pulse.Answered, word, cancellation);
    }

    async Task TakeOutAsync(Group formed, Person person, DurableTaskClient client, CancellationToken cancellation)
    {
        await people.UpdateAsync(person.CohortId, person.PersonId, leaver => leaver with { Standing = Standing.Declined }, cancellation);
        var group = await groups.UpdateAsync(
            formed.CohortId, formed.GroupId, group => GroupBeforeStart.Without(group, new HashSet<string> { person.PersonId }, time.GetUtcNow()), cancellation);
        if (group is not { Status: GroupStatus.Dissolved }) return;
        foreach (var other in group.Members.Where(member => member != person.PersonId))
            if (!await client.TryRaiseAsync(InstanceIds.Care(group.CohortId), RematchNeed.EventName, new RematchNeed { SeekerId = other }, cancellation))
                await standby.WriteAsync(group.CohortId, other, cancellation);
    }
}
