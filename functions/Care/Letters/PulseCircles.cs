using Ilnp.Approvals;
using Ilnp.Introductions;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Care.Letters;

/// <summary>A running group that is asked how it goes.</summary>
/// <param name="Circle">The group with its people.</param>
/// <param name="Agreed">What they agreed on; null before they said so.</param>
public sealed record AskedCircle(Circle Circle, Decision? Agreed);

/// <summary>
/// Brings groups that are asked how they go. Most of a cohort's are due in one moment: each store is asked once for as many as come
/// together, and not once for each group.
/// </summary>
public sealed class PulseCircles
{
    readonly CohortStore cohorts;
    readonly PeopleStore people;
    readonly GroupStore groups;
    readonly DecisionStore decisions;
    readonly TimeProvider time;
    readonly GatheredReads<Read> reads;

    public PulseCircles(CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, TimeProvider time)
    {
        (this.cohorts, this.people, this.groups, this.decisions, this.time) = (cohorts, people, groups, decisions, time);
        reads = new((cohortId, ids) => ids.Count == 1 ? OneAsync(cohortId, ids.Single()) : AllAsync(cohortId));
    }

    /// <summary>The group while it lasts, else null.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that id.</exception>
    public async Task<AskedCircle?> FindAsync(string cohortId, string groupId)
    {
        var read = await reads.ReadAsync(cohortId, groupId);
        if (!read.Groups.TryGetValue(groupId, out var group)) throw new KeyNotFoundException($"Cohort {cohortId} has no group {groupId}.");
        if (group.Status != GroupStatus.Active) return null;
        var settings = await cohorts.GetAsync(cohortId);
        var circle = new Circle(settings, group, [.. group.Members.Select(member => read.People[member])])
        {
            Today = settings.Today(time.GetUtcNow()),
        };
        return new(circle, read.Agreed.GetValueOrDefault(AgreementForm.DecisionId(groupId)));
    }

    async Task<Read> OneAsync(string cohortId, string groupId)
    {
        var agreed = decisions.FindAsync(cohortId, AgreementForm.DecisionId(groupId));
        var group = await groups.GetAsync(cohortId, groupId);
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(cohortId, member)));
        return Read.Of([group], members, await agreed is { } one ? [one] : []);
    }

    async Task<Read> AllAsync(string cohortId)
    {
        var (all, everybody) = (groups.ListAsync(cohortId), people.ListAsync(cohortId));
        return Read.Of(await all, await everybody, await decisions.ListAsync(cohortId, AgreementForm.Form.DecisionPrefix()));
    }

    sealed record Read(
        IReadOnlyDictionary<string, Group> Groups, IReadOnlyDictionary<string, Person> People, IReadOnlyDictionary<string, Decision> Agreed)
    {
        public static Read Of(IEnumerable<Group> groups, IEnumerable<Person> people, IEnumerable<Decision> agreed) => new(
            groups.ToDictionary(group => group.GroupId),
            people.ToDictionary(person => person.PersonId),
            agreed.ToDictionary(decision => decision.DecisionId));
    }
}
