using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Availability;

/// <summary>Those who wait: not asked yet, or ready and without a partner.</summary>
public sealed class WaitingListActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, Correspondence correspondence, StandbyLetter standby, WaitingNotes waiting)
{
    /// <summary>Everybody eligible who is not asked: the waiting list.</summary>
    [Function(nameof(ListNotChosen))]
    public async Task<IReadOnlyList<string>> ListNotChosen([ActivityTrigger] string cohortId) =>
        [.. (await people.ListAsync(cohortId, [Standing.Eligible])).Select(person => person.PersonId)];

    /// <summary>
    /// Where somebody on the waiting list stands, and why. The priority that the mail promises counts from now on, since another programme
    /// may open before this one ends; it is used up by a place here.
    /// </summary>
    [Function(nameof(TellNotChosen))]
    public async Task TellNotChosen([ActivityTrigger] PersonRef reference)
    {
        var settings = await cohorts.GetAsync(reference.CohortId);
        var person = await people.GetAsync(reference.CohortId, reference.PersonId);
        if (person.IsErased) return;
        await waiting.NoteAsync(settings, [person]);
        await correspondence.WriteAsync(person, new("availability", "not-chosen", "not-chosen")
        {
            Model = new Dictionary<string, object?>
            {
                ["reason"] = person.WaitingInWords(),
                ["next_wave"] = settings.NextWave(person.MailLanguage),
            },
        });
    }

    /// <summary>Those who said yes and are in no group.</summary>
    [Function(nameof(ListStandby))]
    public async Task<IReadOnlyList<string>> ListStandby([ActivityTrigger] string cohortId)
    {
        var placed = (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Proposed)
            .SelectMany(group => group.Members).ToHashSet();
        return [.. (await people.ListAsync(cohortId, [Standing.Available]))
            .Select(person => person.PersonId).Where(id => !placed.Contains(id))];
    }

    [Function(nameof(TellStandby))]
    public Task TellStandby([ActivityTrigger] PersonRef reference) => standby.WriteAsync(reference.CohortId, reference.PersonId);
}
