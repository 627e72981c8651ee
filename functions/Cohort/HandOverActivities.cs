using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Cohort;

/// <summary>What goes on to the next cohort.</summary>
public sealed class HandOverActivities(
    CohortStore cohorts, PeopleStore people, PriorityStore priorities,
    Identities identities, Correspondence correspondence, TimeProvider time)
{
    /// <summary>
    /// Those who qualified and had no place, or asked for a later cohort. Who declined or did not answer is not among them.
    /// </summary>
    static readonly Standing[] Waited = [Standing.Eligible, Standing.Available, Standing.Later];

    /// <summary>Those who were introduced to a partner: a priority that they came with is used up.</summary>
    static readonly Standing[] Placed = [Standing.Active, Standing.Resting, Standing.Left];

    /// <summary>
    /// Notes the priority of those who waited, after that of those who had a place was taken off; gives the ids of who waited.
    /// </summary>
    [Function(nameof(CarryPriority))]
    public async Task<IReadOnlyList<string>> CarryPriority([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var everybody = (await people.ListAsync(cohortId, [.. Waited, .. Placed])).Where(person => !person.IsErased).ToList();
        var waited = everybody.Where(person => Waited.Contains(person.Standing)).ToList();
        var placed = everybody.Where(person => Placed.Contains(person.Standing));
        await priorities.UseUpAsync(placed.Select(person => identities.AcrossCohorts(settings, person.Email)).Distinct());
        var priority = new Priority(cohortId, time.GetUtcNow());
        await priorities.PutManyAsync(
            waited.Select(person => identities.AcrossCohorts(settings, person.Email)).Distinct().Select(id => (id, priority)));
        return [.. waited.Select(person => person.PersonId)];
    }

    [Function(nameof(TellPriority))]
    public async Task TellPriority([ActivityTrigger] PersonRef reference)
    {
        var settings = await cohorts.GetAsync(reference.CohortId);
        var person = await people.GetAsync(reference.CohortId, reference.PersonId);
        await correspondence.WriteAsync(person, new("hand-over", "priority", "priority")
        {
            Model = new Dictionary<string, object?> { ["next_wave"] = settings.NextWave(person.MailLanguage) },
        });
    }
}
