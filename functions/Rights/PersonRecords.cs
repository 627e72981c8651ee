using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Rights;

/// <summary>Everything that is held of somebody, whatever room holds it: shown, and erased.</summary>
public sealed class PersonRecords(
    IEnumerable<IPersonalData> kinds, IEnumerable<IOtherSelves> others, PeopleStore people, CohortStore cohorts, TimeProvider time)
{
    readonly IReadOnlyList<IPersonalData> inTurn = [.. kinds.OrderBy(kind => kind.What.Turn)];

    /// <summary>All under which the person stands, the one asked about last; none when nobody is known.</summary>
    public async Task<IReadOnlyList<PersonRef>> SelvesAsync(PersonRef person, CancellationToken cancellation = default)
    {
        List<PersonRef> selves = [person];
        for (var next = 0; next < selves.Count; next++)
            foreach (var other in others)
                foreach (var (cohortId, personId) in await other.OfAsync(selves[next].CohortId, selves[next].PersonId, cancellation))
                    if (new PersonRef(cohortId, personId) is var found && !selves.Contains(found)) selves.Add(found);
        selves.Reverse();
        return selves;
    }

    /// <summary>What is held in each cohort, the one asked about first; null when nobody is known.</summary>
    public async Task<DataExport?> ExportAsync(PersonRef person, PageTexts words, CancellationToken cancellation)
    {
        if (await people.FindAsync(person.CohortId, person.PersonId, cancellation) is not { IsErased: false } known) return null;
        var rounds = new List<HeldInRound>();
        foreach (var self in (await SelvesAsync(person, cancellation)).Reverse())
            rounds.Add(
                new(
                    (await cohorts.GetAsync(self.CohortId, cancellation)).NameIn(words.Language),
                    self.PersonId,
                    await HeldAsync(self, words, cancellation)));
        return new(known.Name, time.GetUtcNow(), rounds);
    }

    /// <summary>In the order of turns, each finished before the next: after an end on the way, another run finds what is left.</summary>
    /// <exception cref="Orchestration.TransientFailure">Not all of it is possible now: asked again later.</exception>
    public async Task EraseAsync(PersonRef person, CancellationToken cancellation = default)
    {
        var who = await KnowAsync(person, cancellation);
        foreach (var kind in inTurn) await kind.EraseAsync(who, cancellation);
    }

    /// <summary>The person first, what nothing is held of last.</summary>
    async Task<IReadOnlyList<HeldKind>> HeldAsync(PersonRef person, PageTexts words, CancellationToken cancellation)
    {
        var who = await KnowAsync(person, cancellation);
        var held = new List<HeldKind>();
        foreach (var kind in inTurn.Reverse()) held.Add(new(kind.What, await kind.ExportAsync(who, words, cancellation)));
        return [.. held.OrderByDescending(kind => kind.What.Turn == ErasureTurn.Person).ThenByDescending(kind => kind.Holdings.Count > 0)];
    }

    async Task<DataSubject> KnowAsync(PersonRef person, CancellationToken cancellation)
    {
        var who = new DataSubject(person.CohortId, person.PersonId);
        foreach (var kind in inTurn) who = await kind.KnowAsync(who, cancellation);
        return who;
    }
}
