using Ilnp.Matching.Proposing;
using Ilnp.Matching.Repairing;
using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>
/// Keeps a cohort's groups whole after the proposal: brings people and groups to <see cref="GroupRepair.Of"/> and its groups back to the
/// tables. Every call obeys the same rules: country cap over all groups that run, former partners of this and earlier cohorts, the
/// committee's separations. Deterministic: a second run after a crash writes the same groups.
/// </summary>
public sealed class CohortMatchmaker(CohortStore cohorts, PeopleStore people, GroupStore groups, CohortProblems problems, TimeProvider time)
{
    /// <summary>People who would make good pairs beside those chosen, by id.</summary>
    public async Task<IReadOnlySet<string>> ReserveAsync(CohortSettings settings, IReadOnlyList<Person> open, int pairs) =>
        pairs == 0 ? new HashSet<string>()
            : Accepted(Matchmaker.Propose(await problems.OfAsync(settings, open) with { Capacity = pairs })).Groups
                .SelectMany(group => group.Members).ToHashSet();

    /// <summary>
    /// After the availability check: groups whose members all said yes stay as they are, the others are dissolved, and
    /// those who said yes are matched into what is free. Gives the pairs still missing.
    /// </summary>
    public async Task<int> FormGroupsAsync(string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var available = await people.ListAsync(cohortId, [Standing.Available]);
        var ids = available.Select(person => person.PersonId).ToHashSet();
        var formed = await groups.ListAsync(cohortId);
        var proposed = formed.Where(group => group.Status == GroupStatus.Proposed).ToLookup(group => group.Members.All(ids.Contains));
        var placed = proposed[true].SelectMany(group => group.Members).ToHashSet();
        var widowed = proposed[false].SelectMany(group => group.Members).Where(id => ids.Contains(id) && !placed.Contains(id)).ToList();

        var ready = ids.Except(widowed).Except(placed).Order(StringComparer.Ordinal).ToList();
        var repaired = Accepted(GroupRepair.Of(
            await problems.OfAsync(settings, available) with { Capacity = settings.Capacity },
            [.. proposed[true].Select(group => new ExistingGroup(group.Members))],
            new() { Lone = widowed, Ready = ready }));

        var kept = proposed[true].Select(group => WithThird(group, repaired.Groups)).ToList();
        var fresh = GroupNumbers.Give(
            settings, repaired.Groups.Where(group => !kept.Any(same => Same(same, group))), formed.Count, round: 1, time.GetUtcNow());
        var all = LiaisonRules.Assign(settings, [.. kept, .. fresh], available);
        var wanted = all.ToDictionary(group => group.GroupId);
        var keptIds = kept.Select(group => group.GroupId).ToHashSet();
        await groups.UpdateManyAsync(cohortId, keptIds, stored => With(stored, wanted[stored.GroupId]));
        await groups.PutManyAsync(cohortId, all.Where(group => !keptIds.Contains(group.GroupId)));
        // Last of all: a run that ends before finds the widowed of these still.
        await groups.UpdateManyAsync(cohortId, proposed[false].Select(group => group.GroupId), Dissolved);
        return settings.Capacity - all.Count;
    }

    static Group With(Group stored, Group wanted) =>
        stored with { Members = wanted.Members, Score = wanted.Score, Reasons = wanted.Reasons, LiaisonId = wanted.LiaisonId };

    Group Dissolved(Group group) =>
        group.Status == GroupStatus.Dissolved ? group : group with { Status = GroupStatus.Dissolved, EndedAt = time.GetUtcNow() };

    /// <summary>The running group, dissolved by this; another stays as it is.</summary>
    public Group Ended(Group group, string cause) => group.Status == GroupStatus.Active ? Dissolved(group) with { EndedBy = cause } : group;

    /// <summary>A pair of this person and the best of those who said yes, or null when nobody fits.</summary>
    public async Task<Group?> PairAsync(string cohortId, string personId)
    {
        var available = await people.ListAsync(cohortId, [Standing.Available]);
        var pair = await PairUpAsync(
            cohortId, personId, available, found => new() { Lone = [personId], Ready = found, AllowTrios = false });
        return pair is null ? null : await FormAsync(cohortId, pair.Members, liaisonId: null, pair);
    }

    /// <summary>Whoever of the waiting list is to be asked for this person, in the order of priority; null when nobody fits.</summary>
    public async Task<string?> NextWaitingAsync(string cohortId, string personId)
    {
        var waiting = (await people.ListAsync(cohortId, [Standing.Eligible]))
            .OrderByDescending(person => person.CarriedPriority).ThenBy(person => person.FirstAppliedAt)
            .ThenBy(person => person.PersonId, StringComparer.Ordinal);
        var pair = await PairUpAsync(
            cohortId, personId, [.. waiting], found => new() { Lone = [personId], Waiting = found, AllowTrios = false });
        return pair?.ToAsk.Single();
    }

    /// <summary>The active pair that this person fits best as a third, or null.</summary>
    public async Task<Group?> BestPairToJoinAsync(string cohortId, string personId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var everybody = await people.ListAsync(cohortId);
        var pairs = Running(await groups.ListAsync(cohortId), personId, everybody)
            .Where(group => group is { Status: GroupStatus.Active, Members.Count: 2 }).ToList();
        var concerned = pairs.SelectMany(pair => pair.Members).Append(personId).ToHashSet();
        var joined = Accepted(GroupRepair.Of(
                await problems.OfAsync(settings, [.. everybody.Where(person => concerned.Contains(person.PersonId))]),
                [.. pairs.Select(pair => new ExistingGroup(pair.Members))],
                new() { Lone = [personId] }))
            .Groups.FirstOrDefault(group => group.Members.Count == 3 && group.Members.Contains(personId));
        return pairs.FirstOrDefault(pair => joined is not null && pair.Members.All(joined.Members.Contains));
    }

    /// <summary>The group that a rematch has formed for this person and not introduced yet: what a run before a crash did.</summary>
    public async Task<Group?> FormedSinceAsync(string cohortId, string personId) =>
        (await groups.ListAsync(cohortId))
            .FirstOrDefault(group => group.Status == GroupStatus.Proposed && group.Members.Contains(personId));

    /// <summary>Stores a new group of a later round, with the next number and a liaison.</summary>
    public async Task<Group> FormAsync(string cohortId, IReadOnlyList<string> members, string? liaisonId, ProposedGroup? scored = null)
    {
        var settings = await cohorts.GetAsync(cohortId);
        while (true)
        {
            var formed = await groups.ListAsync(cohortId);
            var round = formed.Max(group => group.Round) + 1;
            var group = GroupNumbers.Give(settings, [scored ?? new ProposedGroup(members, 0, [])], formed.Count, round, time.GetUtcNow())
                .Single();
            group = group with { LiaisonId = liaisonId ?? LiaisonRules.Next(settings, formed, await KnownAsync(cohortId, members)) };
            if (await groups.TryAddAsync(group)) return group; // otherwise the number was taken meanwhile
        }
    }

    async Task<IReadOnlyList<Person>> KnownAsync(string cohortId, IReadOnlyList<string> members) =>
        [.. (await Task.WhenAll(members.Select(member => people.FindAsync(cohortId, member)))).OfType<Person>()];

    /// <summary>Stores the trio that a pair and a third become, with what speaks for it and the pair's liaison.</summary>
    public async Task<Group> FormTrioAsync(Group pair, string thirdId)
    {
        IReadOnlyList<string> members = [.. pair.Members, thirdId];
        var everybody = (await people.ListAsync(pair.CohortId)).Where(person => members.Contains(person.PersonId)).ToList();
        var problem = await problems.OfAsync(await cohorts.GetAsync(pair.CohortId), everybody);
        var trio = everybody.Count < members.Count
            ? null
            : Accepted(GroupRepair.Of(problem, [new(members)], new() { Lone = [] })).Groups.Single();
        return await FormAsync(pair.CohortId, members, pair.LiaisonId, trio);
    }

    /// <summary>The pair that a repair makes for this person beside all groups that run; whoever is in one of them is not free.</summary>
    async Task<ProposedGroup?> PairUpAsync(
        string cohortId, string personId, IReadOnlyList<Person> others, Func<IReadOnlyList<string>, RepairPeople> among)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var everybody = await people.ListAsync(cohortId);
        var running = Running(await groups.ListAsync(cohortId), personId, everybody);
        var placed = running.SelectMany(group => group.Members).ToHashSet();
        var free = others.Where(person => person.PersonId != personId && !placed.Contains(person.PersonId))
            .Select(person => person.PersonId).ToList();
        var concerned = placed.Concat(free).Append(personId).ToHashSet();
        var problem = await problems.OfAsync(settings, [.. everybody.Where(person => concerned.Contains(person.PersonId))]) with
        {
            Capacity = running.Count + 1,
        };
        return Accepted(GroupRepair.Of(problem, [.. running.Select(group => new ExistingGroup(group.Members))], among(free)))
            .Groups.FirstOrDefault(group => group.Members.Contains(personId));
    }

    /// <summary>
    /// Groups that stay as they are while this person is placed; those of whose members nothing is known any more are left out.
    /// </summary>
    static List<Group> Running(IEnumerable<Group> all, string personId, IEnumerable<Person> everybody)
    {
        var known = everybody.Select(person => person.PersonId).ToHashSet();
        return [.. all.Where(group =>
            group.Status is GroupStatus.Proposed or GroupStatus.Active
                && !group.Members.Contains(personId) && group.Members.All(known.Contains))];
    }

    /// <summary>The proposal; a contradiction in the settings fails the step, so that somebody looks at it.</summary>
    static MatchingProposal Accepted(MatchingProposal proposal) => proposal.Conflicts.Count == 0 ? proposal
        : throw new InvalidOperationException($"No groups could be proposed: {string.Join(" ", proposal.Conflicts)}");

    /// <summary>The group, or the trio that the repair has made of it for somebody who would be left alone.</summary>
    static Group WithThird(Group kept, IEnumerable<ProposedGroup> repaired) =>
        repaired.FirstOrDefault(group => group.Members.Count > kept.Members.Count && kept.Members.All(group.Members.Contains)) is { } trio
            ? kept with { Members = trio.Members, Score = trio.Score, Reasons = trio.Reasons }
            : kept;

    static bool Same(Group group, ProposedGroup proposed) =>
        group.Members.Count == proposed.Members.Count && group.Members.All(proposed.Members.Contains);
}
