using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>Whom the approval of a proposal has asked, known before anybody is.</summary>
public sealed class ChosenPeople(PeopleStore people, GroupStore groups, CohortMatchmaker matchmaker)
{
    /// <summary>
    /// Members of the proposed groups and a reserve of good pairs beside them. Whom a run that ended half-way has asked already is drawn
    /// from too, so that the same reserve comes out again.
    /// </summary>
    public async Task<IReadOnlyList<Person>> OfAsync(CohortSettings settings, CancellationToken cancellation = default)
    {
        var chosen = (await groups.ListAsync(settings.Id, cancellation)).Where(group => group.Status == GroupStatus.Proposed)
            .SelectMany(group => group.Members).ToHashSet();
        var everybody = await people.ListAsync(settings.Id, [Standing.Eligible, Standing.Asked], cancellation);
        var open = everybody.Where(person => !chosen.Contains(person.PersonId)).ToList();
        chosen.UnionWith(await matchmaker.ReserveAsync(settings, open, settings.Availability.ReservePairs));
        return [.. everybody.Where(person => chosen.Contains(person.PersonId))];
    }
}
