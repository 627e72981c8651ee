using Ilnp.Approvals;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.SecondPartners.Questions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.SecondPartners;

/// <summary>How the second partners of a cohort stand, as their orchestration needs it. Ids only.</summary>
/// <param name="Dates">Null where it is not offered any more, or the cohort was broken off.</param>
/// <param name="Wishing">Groups in which somebody wishes one.</param>
/// <param name="MoreDays">As <see cref="CohortPlan.MoreDays"/>.</param>
public sealed record SecondsLook(SecondDates? Dates, IReadOnlyList<string> Wishing, int MoreDays);

/// <summary>Looks at wishes, and makes pairs of them.</summary>
public sealed class SecondActivities(
    CohortStore cohorts, DecisionStore decisions, SecondCircles circles, SecondPairStore pairs, SecondMatching matching)
{
    [Function(nameof(LookAtSeconds))]
    public async Task<SecondsLook> LookAtSeconds([ActivityTrigger] string cohortId, [DurableClient] DurableTaskClient client)
    {
        var cohort = await client.FindAsync(InstanceIds.Cohort(cohortId));
        var isBroken = cohort is { RuntimeStatus: OrchestrationRuntimeStatus.Terminated };
        var wishing = (await decisions.ListAsync(cohortId, Second.All)).Where(answer => answer.Choice == Second.Wish)
            .Select(answer => Second.GroupOf(answer.DecisionId)).Distinct();
        var settings = await cohorts.GetAsync(cohortId);
        return new(isBroken ? null : SecondDates.Of(settings), [.. wishing], CohortPlan.From(settings).MoreDays);
    }

    /// <summary>Ids of the pairs made, which nobody hears of before the leads approve them. A second run makes them anew.</summary>
    [Function(nameof(MakeSecondPairs))]
    public async Task<IReadOnlyList<string>> MakeSecondPairs([ActivityTrigger] string cohortId)
    {
        var before = await pairs.ListAsync(cohortId);
        if (before.Any(pair => pair.Status != SecondPairStatus.Proposed)) return [.. before.Select(pair => pair.PairId)];
        var agreed = (await circles.ListAsync(cohortId)).Where(circle => circle.IsSound)
            .SelectMany(circle => circle.Members.Where(member => circle.StandOf(member) == SecondStand.Agreed));
        var made = await matching.OfAsync(cohortId, agreed.Select(member => member.PersonId).ToHashSet());
        await pairs.ReplaceAsync(cohortId, made);
        return [.. made.Select(pair => pair.PairId)];
    }
}
