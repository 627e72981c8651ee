using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Cohort;

/// <summary>What goes on to the next cohort.</summary>
public sealed class HandOverActivities(
    CohortStore cohorts, PeopleStore people, PriorityStore priorities, WaitingPeople waiting, WaitingNotes notes,
    Correspondence correspondence)
{
    /// <summary>
    /// Notes the priority of those who waited, after that of those who had a place was taken off; gives the ids of who waited. Who has a
    /// place in a cohort that began meanwhile does not wait any more.
    /// </summary>
    [Function(nameof(CarryPriority))]
    public async Task<IReadOnlyList<string>> CarryPriority([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var later = (await waiting.LaterAsync(settings)).Select(cohort => cohort.Id).ToHashSet();
        var waited = await waiting.ListAsync(settings);
        await priorities.UseUpAsync(await waiting.PlacedAsync(settings), later);
        await notes.NoteAsync(settings, waited);
        return [.. waited.Select(person => person.PersonId)];
    }

    [Function(nameof(TellPriority))]
    public async Task TellPriority([ActivityTrigger] PersonRef reference)
    {
        var settings = await cohorts.GetAsync(reference.CohortId);
        var person = await people.GetAsync(reference.CohortId, reference.PersonId);
        await correspondence.WriteAsync(person, new("hand-over", "priority", "priority")
        {
            Model = new Dictionary<string, object?>
            {
                ["later"] = person.Standing == Standing.Later,
                ["next_wave"] = settings.NextWave(person.MailLanguage),
            },
        });
    }
}
