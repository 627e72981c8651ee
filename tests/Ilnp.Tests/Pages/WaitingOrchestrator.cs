using Ilnp.Approvals;
using Ilnp.Committee.People.Bulk;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Pages;

/// <summary>Waits for as many decisions as it is told and gives their choices, in the order of hearing.</summary>
public static class WaitingOrchestrator
{
    public const string Event = "Decided";

    [Function(nameof(HearDecisions))]
    public static async Task<List<string>> HearDecisions([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        List<string> heard = [];
        while (heard.Count < count)
        {
            var decision = await context.WaitForExternalEvent<DecisionRecorded>(Event);
            heard.Add($"{decision.DecisionId} {decision.SubjectId} {decision.Choice}");
            context.SetCustomStatus(heard);
        }

        return heard;
    }

    /// <summary>Stands in for an act about many people that is half done.</summary>
    [Function(nameof(StayHalfDone))]
    public static async Task StayHalfDone([OrchestrationTrigger] TaskOrchestrationContext context, BulkProgress progress)
    {
        context.SetCustomStatus(progress);
        await context.WaitForExternalEvent<string>(Event);
    }

    /// <summary>
    /// Stands in for a cohort's life in one of its steps; in place of the month it says how many moves of its days it has heard of.
    /// </summary>
    [Function(nameof(HearMoves))]
    public static async Task HearMoves([OrchestrationTrigger] TaskOrchestrationContext context, CohortStatus status)
    {
        var dates = new MovablePlan(context, CohortPlan.From(SampleCohort.Settings("c")));
        context.SetCustomStatus(status);
        for (var heard = 0; heard < 10; heard = (await dates.Now()).Moves)
        {
            var before = heard;
            await dates.WaitUntil(plan => plan.Moves > before ? context.CurrentUtcDateTime : DateTime.MaxValue.AddYears(-1));
            context.SetCustomStatus(status with { Month = (await dates.Now()).Moves });
        }
    }
}
