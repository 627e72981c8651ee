using Ilnp.Matching;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Availability;

/// <summary>Whom the participation inquiry is sent to, and the groups of those who said yes.</summary>
public sealed class ChoosingActivities(CohortStore cohorts, PeopleStore people, ChosenPeople chosen, CohortMatchmaker matchmaker)
{
    /// <summary>
    /// The members of the approved groups and a reserve of good pairs beside them; all become <see cref="Standing.Asked"/>.
    /// </summary>
    [Function(nameof(ChooseWhomToAsk))]
    public async Task<IReadOnlyList<string>> ChooseWhomToAsk([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var asked = (await chosen.OfAsync(settings)).Select(person => person.PersonId).ToList();
        await people.UpdateManyAsync(cohortId, asked, AvailabilityRules.AsAsked);
        return asked;
    }

    /// <summary>The next on the waiting list, two for each pair that is missing; they become <see cref="Standing.Asked"/>.</summary>
    [Function(nameof(ChooseFromWaitingList))]
    public async Task<IReadOnlyList<string>> ChooseFromWaitingList([ActivityTrigger] Shortfall shortfall)
    {
        var settings = await cohorts.GetAsync(shortfall.CohortId);
        var everybody = await people.ListAsync(shortfall.CohortId, [Standing.Eligible, Standing.Asked]);
        var next = await matchmaker.ReserveAsync(settings, everybody, shortfall.Pairs);
        await people.UpdateManyAsync(shortfall.CohortId, next, AvailabilityRules.AsAsked);
        return [.. next];
    }

    /// <summary>
    /// Keeps the pairs whose members said yes, repairs the others from those who said yes; gives the pairs still missing.
    /// </summary>
    [Function(nameof(FormGroups))]
    public Task<int> FormGroups([ActivityTrigger] string cohortId) => matchmaker.FormGroupsAsync(cohortId);
}
