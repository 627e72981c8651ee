using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>
/// Brings a cohort's people and groups to the <see cref="Matchmaker"/> and its groups back to the tables. Deterministic:
/// a second run after a crash writes the same groups.
/// </summary>
public sealed class CohortMatchmaker(CohortStore cohorts, PeopleStore people, GroupStore groups, TimeProvider time)
{
    /// <summary>Proposes pairs among the eligible and stores them in place of an earlier proposal.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="apart">Pairs that the committee wants apart.</param>
    public async Task<MatchingProposal> ProposeAsync(string cohortId, IReadOnlyList<PersonPair> apart)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var eligible = await people.ListAsync(cohortId, [Standing.Eligible]);
        var proposal = Accepted(Matchmaker.Propose(CohortProblem.Of(settings, eligible) with { Capacity = settings.Capacity, Blocked = apart }));
        await ReplaceProposedAsync(settings, proposal.Groups);
        await KeepReasonsAsync(settings, eligible, proposal.Unmatched);
        return proposal;
    }

    /// <summary>People who would make good pairs beside those chosen; ids in the order of the people.</summary>
    public IReadOnlySet<string> Reserve(CohortSettings settings, IReadOnlyList<Person> open, int pairs) =>
        pairs == 0 ? new HashSet<string>()
            : Accepted(Matchmaker.Propose(CohortProblem.Of(settings, open) with { Capacity = pairs })).Groups.SelectMany(group => group.Members).ToHashSet();

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
        var widowed = proposed[false].SelectMany(group => group.Members).Where(ids.Contains).ToList();

        var ready = ids.Except(widowed).Except(proposed[true].SelectMany(group => group.Members)).Order(StringComparer.Ordinal).ToList();
        var repaired = Accepted(Matchmaker.Repair(
            CohortProblem.Of(settings, available) with { Capacity = settings.Capacity },
            [.. proposed[true].Select(group => new ExistingGroup(group.Members))],
            new() { Lone = widowed, Ready = ready }));

        var broken = proposed[false].Select(group => group with { Status = GroupStatus.Dissolved, EndedAt = time.GetUtcNow() }).ToList();
        var kept = proposed[true].Select(group => WithThird(group, repaired.Groups)).ToList();
        var fresh = Number(settings, repaired.Groups.Where(group => !kept.Any(same => Same(same, group))), formed.Count, round: 1);
        var all = LiaisonRules.Assign(settings, [.. kept, .. fresh]);
        await groups.PutManyAsync(cohortId, [.. broken, .. all]);
        return settings.Capacity - all.Count;
    }

    /// <summary>A pair of this person and the best of those who said yes, or null when nobody fits.</summary>
    public async Task<Group?> PairAsync(string cohortId, string personId)
    {
        var available = (await people.ListAsync(cohortId, [Standing.Available])).Where(person => person.PersonId != personId);
        var pair = await PairUpAsync(cohortId, personId, [.. available], found => new() { Lone = [personId], Ready = found, AllowTrios = false });
        return pair is null ? null : await FormAsync(cohortId, pair.Members, liaisonId: null, pair);
    }

    /// <summary>Whoever of the waiting list is to be asked for this person, in the order of priority; null when nobody fits.</summary>
    public async Task<string?> NextWaitingAsync(string cohortId, string personId)
    {
        var waiting = (await people.ListAsync(cohortId, [Standing.Eligible]))
            .OrderByDescending(person => person.CarriedPriority).ThenBy(person => person.FirstAppliedAt).ThenBy(person => person.PersonId, StringComparer.Ordinal);
        var pair = await PairUpAsync(cohortId, personId, [.. waiting], found => new() { Lone = [personId], Waiting = found, AllowTrios = false });
        return pair?.ToAsk.Single();
    }

    /// <summary>The active pair that this person fits best as a third, or null.</summary>
    public async Task<Group?> BestPairToJoinAsync(string cohortId, string personId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var pairs = (await groups.ListAsync(cohortId)).Where(group => group is { Status: GroupStatus.Active, Members.Count: 2 }).ToList();
        var concerned = pairs.SelectMany(pair => pair.Members).Append(personId).ToHashSet();
        var everybody = (await people.ListAsync(cohortId)).Where(person => concerned.Contains(person.PersonId)).ToList();
        var joined = Accepted(Matchmaker.Repair(
                CohortProblem.Of(settings, everybody) with { Past = await PastAsync(cohortId) },
                [.. pairs.Select(pair => new ExistingGroup(pair.Members))],
                new() { Lone = [personId] }))
            .Groups.FirstOrDefault(group => group.Members.Count == 3 && group.Members.Contains(personId));
        return pairs.FirstOrDefault(pair => joined is not null && pair.Members.All(joined.Members.Contains));
    }

    /// <summary>The group that a rematch has formed for this person and not introduced yet: what a run before a crash did.</summary>
    public async Task<Group?> FormedSinceAsync(string cohortId, string personId) =>
        (await groups.ListAsync(cohortId)).FirstOrDefault(group => group.Status == GroupStatus.Proposed && group.Members.Contains(personId));

    /// <summary>Stores a new group of a later round, with the next number and a liaison.</summary>
    public async Task<Group> FormAsync(string cohortId, IReadOnlyList<string> members, string? liaisonId, ProposedGroup? scored = null)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var formed = await groups.ListAsync(cohortId);
        var group = Number(settings, [scored ?? new ProposedGroup(members, 0, [])], formed.Count, round: formed.Max(group => group.Round) + 1).Single();
        group = group with { LiaisonId = liaisonId ?? LiaisonRules.Next(settings, formed) };
        await groups.TryAddAsync(group);
        return group;
    }

    /// <summary>Everybody not proposed is told why one day, in their own language.</summary>
    async Task KeepReasonsAsync(CohortSettings settings, IReadOnlyList<Person> eligible, IReadOnlyList<UnmatchedPerson> unmatched)
    {
        var reasons = unmatched.ToDictionary(person => person.Id, person => person.Reason);
        await people.PutManyAsync(
            settings.Id, eligible.Select(person => person with { WaitingReason = reasons.GetValueOrDefault(person.PersonId)?.InWords(person.MailLanguage) }));
    }

    async Task<ProposedGroup?> PairUpAsync(string cohortId, string personId, IReadOnlyList<Person> others, Func<IReadOnlyList<string>, RepairPeople> among)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var problem = CohortProblem.Of(settings, [await people.GetAsync(cohortId, personId), .. others]) with { Capacity = 1, Past = await PastAsync(cohortId) };
        return Accepted(Matchmaker.Repair(problem, [], among([.. others.Select(person => person.PersonId)]))).Groups.FirstOrDefault(group => group.Members.Contains(personId));
    }

    /// <summary>The proposal; a contradiction in the settings fails the step, so that somebody looks at it.</summary>
    static MatchingProposal Accepted(MatchingProposal proposal) => proposal.Conflicts.Count == 0 ? proposal
        : throw new InvalidOperationException($"No groups could be proposed: {string.Join(" ", proposal.Conflicts)}");

    /// <summary>Everybody who was in one group in this cohort before: never the same pair again.</summary>
    async Task<IReadOnlyList<PersonPair>> PastAsync(string cohortId) =>
        [.. (await groups.ListAsync(cohortId))
            .Where(group => group.Status == GroupStatus.Dissolved)
            .SelectMany(group => group.Members.SelectMany((a, i) => group.Members.Skip(i + 1).Select(b => new PersonPair(a, b))))];

    async Task ReplaceProposedAsync(CohortSettings settings, IReadOnlyList<ProposedGroup> proposed)
    {
        var before = await groups.ListAsync(settings.Id);
        var fresh = LiaisonRules.Assign(settings, [.. Number(settings, proposed, 0, round: 1)]);
        await groups.PutManyAsync(settings.Id, fresh);
        foreach (var dropped in before.Skip(fresh.Count)) await groups.DeleteAsync(settings.Id, dropped.GroupId);
    }

    IEnumerable<Group> Number(CohortSettings settings, IEnumerable<ProposedGroup> proposed, int after, int round) =>
        proposed.Select((group, index) => new Group
        {
            CohortId = settings.Id,
            GroupId = $"G{after + index + 1:000}",
            Members = group.Members,
            Status = GroupStatus.Proposed,
            Reasons = group.Reasons,
            Score = group.Score,
            Round = round,
            FormedAt = time.GetUtcNow(),
        });

    /// <summary>The group, or the trio that the repair has made of it for somebody who would be left alone.</summary>
    static Group WithThird(Group kept, IEnumerable<ProposedGroup> repaired) =>
        repaired.FirstOrDefault(group => group.Members.Count > kept.Members.Count && kept.Members.All(group.Members.Contains)) is { } trio
            ? kept with { Members = trio.Members, Score = trio.Score }
            : kept;

    static bool Same(Group group, ProposedGroup proposed) =>
        group.Members.Count == proposed.Members.Count && group.Members.All(proposed.Members.Contains);
}
