namespace Ilnp.Programme.Waiting;

/// <summary>Who of a cohort still waits for a place: the same in its report and for the priority that goes on to the next.</summary>
public sealed class WaitingPeople(CohortStore cohorts, PeopleStore people, Identities identities)
{
    /// <summary>
    /// Those who qualified and had no place, or asked for a later cohort. Who declined or did not answer is not among them.
    /// </summary>
    public static readonly IReadOnlyList<Standing> Waited = [Standing.Eligible, Standing.Available, Standing.Later];

    /// <summary>Those who were introduced to a partner.</summary>
    static readonly Standing[] Placed = [Standing.Active, Standing.Resting, Standing.Left];

    /// <summary>Who waited, without those who have a place in a cohort that was announced later: they do not wait any more.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CohortSettings cohort, CancellationToken cancellation = default)
    {
        var placed = new List<AcrossCohorts>();
        foreach (var later in await LaterAsync(cohort, cancellation)) placed.AddRange(await PlacedAsync(later, cancellation));
        var elsewhere = placed.ToLookup(who => who.Identity);
        return [.. (await people.ListAsync(cohort.Id, [.. Waited], cancellation)).Where(person => !person.IsErased && !HasPlace(person))];

        bool HasPlace(Person person) =>
            identities.AcrossCohorts(cohort, person) is var who && elsewhere[who.Identity].Any(one => one.MayBe(who));
    }

    /// <summary>Those of a cohort who had a place.</summary>
    public async Task<IReadOnlyList<AcrossCohorts>> PlacedAsync(CohortSettings cohort, CancellationToken cancellation = default) =>
        [.. (await people.ListAsync(cohort.Id, Placed, cancellation)).Where(person => !person.IsErased)
            .Select(person => identities.AcrossCohorts(cohort, person))];

    /// <summary>Cohorts that were announced after this one.</summary>
    public async Task<IReadOnlyList<CohortSettings>> LaterAsync(CohortSettings cohort, CancellationToken cancellation = default) =>
        [.. (await cohorts.ListAsync(cancellation)).Where(other => other.Dates.Announce > cohort.Dates.Announce)];
}
