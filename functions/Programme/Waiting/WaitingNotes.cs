namespace Ilnp.Programme.Waiting;

/// <summary>Notes that people waited, so that they come first in the next cohort; noted again, the later cohort counts.</summary>
public sealed class WaitingNotes(PriorityStore priorities, Identities identities, TimeProvider time)
{
    public Task NoteAsync(CohortSettings cohort, IEnumerable<Person> waited, CancellationToken cancellation = default) =>
        priorities.NoteAsync(
            cohort.Id, [.. waited.Select(person => identities.AcrossCohorts(cohort, person))], time.GetUtcNow(), cancellation);
}
