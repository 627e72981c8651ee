using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Weeks;

/// <summary>Whom the liaisons' weekly letters go to.</summary>
public sealed class LiaisonWeekActivities(CohortStore cohorts, GroupStore groups, LiaisonWeekLetter letter, TimeProvider time)
{
    /// <summary>Ids of those who look after a running group, stand-ins of today among them.</summary>
    [Function(nameof(ListLiaisonsWithGroups))]
    public async Task<IReadOnlyList<string>> ListLiaisonsWithGroups([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var today = settings.Today(time.GetUtcNow());
        return [.. (await RunningAsync(cohortId)).SelectMany(group => settings.LookingAfter(group, today))
            .Select(member => member.Id).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Which groups need a word this week, why, and the others; one letter a week, however often it is asked for.</summary>
    [Function(nameof(WriteLiaisonWeek))]
    public async Task WriteLiaisonWeek([ActivityTrigger] LiaisonWeekOf of)
    {
        var settings = await cohorts.GetAsync(of.CohortId);
        if (settings.Committee.FirstOrDefault(member => member.Id == of.LiaisonId) is not { } liaison) return;
        var today = settings.Today(time.GetUtcNow());
        var own = (await RunningAsync(of.CohortId))
            .Where(group => settings.LookingAfter(group, today).Any(member => member.Id == liaison.Id)).ToList();
        if (own.Count > 0) await letter.WriteAsync(settings, liaison, own, today, of.Number);
    }

    async Task<IReadOnlyList<Group>> RunningAsync(string cohortId) =>
        [.. (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Active)];
}
