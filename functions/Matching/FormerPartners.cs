using System.Collections.Concurrent;
using Ilnp.Matching.Problem;
using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>Everybody who was in one group before, in this cohort or in an earlier one: never the same pair again.</summary>
public sealed class FormerPartners(CohortStore cohorts, PeopleStore people, GroupStore groups, Identities identities)
{
    /// <summary>Earlier cohorts whose groups were forgotten: nothing comes back of them, and nobody asks again.</summary>
    readonly ConcurrentDictionary<string, bool> forgotten = new();

    /// <summary>The pairs, by the ids that the people have or would have in this cohort. People of earlier cohorts are known by their address; erased ones are no longer known.</summary>
    public async Task<IReadOnlyList<PersonPair>> OfAsync(CohortSettings cohort)
    {
        var here = await groups.ListAsync(cohort.Id);
        var found = Pairs(here, group => group.Status == GroupStatus.Dissolved || group.FormerMembers.Count > 0, id => id).ToList();
        foreach (var earlier in await cohorts.ListAsync())
            if (earlier.Id != cohort.Id && earlier.Dates.Introduce <= cohort.Dates.Introduce && !forgotten.ContainsKey(earlier.Id)) found.AddRange(await OfEarlierAsync(earlier, cohort));
        return found;
    }

    async Task<IEnumerable<PersonPair>> OfEarlierAsync(CohortSettings earlier, CohortSettings cohort)
    {
        var all = await groups.ListAsync(earlier.Id);
        if (all.Count == 0 && earlier.Dates.End < cohort.Dates.Announce) forgotten.TryAdd(earlier.Id, true);
        var met = all.Where(group => group.Status != GroupStatus.Proposed).ToList();
        if (met.Count == 0) return [];
        var here = (await people.ListAsync(earlier.Id)).Where(person => person.Email.Contains('@'))
            .ToDictionary(person => person.PersonId, person => identities.PersonId(cohort, person.Email));
        return Pairs(met, _ => true, here.GetValueOrDefault);
    }

    static IEnumerable<PersonPair> Pairs(IEnumerable<Group> met, Func<Group, bool> counts, Func<string, string?> idHere) =>
        from @group in met.Where(counts)
        let members = @group.Members.Concat(@group.FormerMembers).Select(idHere).OfType<string>().ToList()
        from a in Enumerable.Range(0, members.Count)
        from b in Enumerable.Range(a + 1, members.Count - a - 1)
        select new PersonPair(members[a], members[b]);
}
