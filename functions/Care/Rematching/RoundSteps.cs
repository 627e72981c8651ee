using Ilnp.Availability;
using Ilnp.Care.Concerns;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Care.Rematching;

/// <summary>The steps of a round of rematches, as orchestrations say them.</summary>
static class RoundSteps
{
    public static Task<RoundMatched> MatchSeekers(
        this TaskOrchestrationContext context, RematchRound round, IReadOnlyList<SeekerTurn> turns) =>
        context.Do<RoundMatched>(
            nameof(SeekerActivities.MatchSeekers), SeekerRound.At(context.CurrentUtcDateTime, round.Plan, turns, round.Asked));

    /// <summary>Tells whoever waits, once, and begins to look where somebody has to be asked first.</summary>
    public static async Task Search(this TaskOrchestrationContext context, RematchRound round, SeekerToSearch left)
    {
        if (left.Turn.Searches == 0)
            await context.Do(nameof(RematchActivities.TellSearching), new PersonRef(round.Plan.CohortId, left.Turn.PersonId));
        await context.StartPlaceSearch(new(round.Plan, round.Number) { Turn = left.Turn, PairId = left.PairId, Asking = left.Asking });
    }

    public static Task StartPlaceSearch(this TaskOrchestrationContext context, PlaceSearch search) =>
        context.Do(nameof(RematchStarts.StartPlaceSearch), search);

    /// <summary>Each hears once that they are the first in line.</summary>
    public static Task TellReady(this TaskOrchestrationContext context, CohortPlan plan, IReadOnlyList<string> ready) =>
        context.ForEach(ready, nameof(WaitingListActivities.TellStandby), person => new PersonRef(plan.CohortId, person));

    /// <summary>Those who had agreed hear that they go on as two.</summary>
    public static Task TellPairStays(this TaskOrchestrationContext context, PairStaying staying) =>
        staying.Agreed.Count == 0 ? Task.CompletedTask : context.Do(nameof(RematchActivities.TellPairStays), staying);

    /// <summary>The pair that was asked, or null when it does not run any more or the seeker has found another way.</summary>
    public static Task<PairAsked?> AskTrioConsent(
        this TaskOrchestrationContext context, PlaceSearch search, string seeker, DateTime closes) =>
        context.Do<PairAsked?>(
            nameof(RematchActivities.AskTrioConsent),
            new ConsentRequest(search.Plan.CohortId, seeker, context.InstanceId, closes) { PairId = search.PairId });

    public static Task ReportUnplaced(this TaskOrchestrationContext context, CohortPlan plan, string seeker) =>
        context.Do(nameof(RematchActivities.ReportUnplaced), new PersonRef(plan.CohortId, seeker));

    /// <summary>To the cohort's rematches.</summary>
    public static void SendNeed(this TaskOrchestrationContext context, CohortPlan plan, RematchNeed need) =>
        context.SendEvent(InstanceIds.Care(plan.CohortId), RematchNeed.EventName, need);
}
