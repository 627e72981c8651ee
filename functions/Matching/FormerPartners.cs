using System.Collections.Concurrent;
using Ilnp.Matching.Problem;
using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>
/// Everybody who was in one group before, met as second partners, or is in another cohort that runs beside this one: never the same
/// pair again.
/// </summary>
public sealed class FormerPartners(
    CohortStore cohorts, PeopleStore people, GroupStore groups, SecondPairStore seconds, Identities identities)
{
    /// <summary>Earlier cohorts whose groups were forgotten: nothing comes back of them, and nobody asks again.</summary>
    readonly ConcurrentDictionary<string, bool> forgotten = new();

    /// <summary>
    /// The pairs, by the ids that the people have or would have in this cohort. People of earlier cohorts are known by their address, and
    /// where several share it by their names too; erased ones are no longer known.
    /// </summary>
    public async Task<IReadOnlyList<PersonPair>> OfAsync(CohortSettings cohort)
    {
        var here = await groups.ListAsync(cohort.Id);
        var found = Pairs(here, group => group.Status == GroupStatus.Dissolved || group.FormerMembers.Count > 0, id => [id]).ToList();
        found.AddRange(Pairs(await SecondsAsync(cohort.Id), id => [id]));
        var sharing = (await people.ListAsync(cohort.Id)).Where(person => !person.IsErased)
            .ToLookup(person => identities.PersonId(cohort, person));
        foreach (var earlier in await cohorts.ListAsync())
            if (earlier.Id != cohort.Id && !forgotten.ContainsKey(earlier.Id))
                found.AddRange(await OfEarlierAsync(earlier, cohort, sharing));
        return found;
    }

    async Task<IEnumerable<PersonPair>> OfEarlierAsync(CohortSettings earlier, CohortSettings cohort, ILookup<string?, Person> sharing)
    {
        var all = await groups.ListAsync(earlier.Id);
        if (all.Count == 0 && earlier.Dates.End < cohort.Dates.Announce) forgotten.TryAdd(earlier.Id, true);
        var met = all.Where(group => group.Status != GroupStatus.Proposed).ToList();
        if (met.Count == 0) return [];
        var here = (await people.ListAsync(earlier.Id)).Where(person => person.Email.Contains('@'))
            .ToDictionary(
                person => person.PersonId,
                person => IdsHere(person, sharing[identities.PersonId(cohort, person)], identities.PersonId(cohort, person.Email)));
        IReadOnlyList<string> IdsIn(string id) => here.GetValueOrDefault(id, []);
        return Pairs(met, _ => true, IdsIn).Concat(Pairs(await SecondsAsync(earlier.Id), IdsIn));
    }

    /// <summary>Members of second pairs who have heard of each other.</summary>
    async Task<IEnumerable<IEnumerable<string>>> SecondsAsync(string cohortId) =>
        (await seconds.ListAsync(cohortId)).Where(pair => pair.IntroducedAt is not null).Select(pair => pair.Members);

    /// <summary>
    /// Of several who share the address those of a like name; all of them where none has one, since it may be written otherwise by now:
    /// better a pair too few than the same one again.
    /// </summary>
    static IReadOnlyList<string> IdsHere(Person earlier, IEnumerable<Person> sharing, string made)
    {
        var all = sharing.ToList();
        if (all.Count < 2) return [all.Count == 0 ? made : all[0].PersonId];
        var like = all.Where(person => SharedNames.HaveOne(person, earlier)).ToList();
        return [.. (like.Count > 0 ? like : all).Select(person => person.PersonId)];
    }

    static IEnumerable<PersonPair> Pairs(IEnumerable<Group> met, Func<Group, bool> counts, Func<string, IReadOnlyList<string>> idsHere) =>
        Pairs(met.Where(counts).Select(group => group.Members.Concat(group.FormerMembers)), idsHere);

    static IEnumerable<PersonPair> Pairs(IEnumerable<IEnumerable<string>> met, Func<string, IReadOnlyList<string>> idsHere) =>
        from together in met
        let members = together.Select(idsHere).Where(ids => ids.Count > 0).ToList()
        from a in Enumerable.Range(0, members.Count)
        from b in Enumerable.Range(a + 1, members.Count - a - 1)
        from one in members[a]
        from other in members[b]
        where one != other
        select new PersonPair(one, other);
}
