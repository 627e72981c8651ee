using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Availability;

/// <summary>
/// Asks the chosen and a reserve whether they can still take part, tells all others honestly where they stand, reminds, and forms the groups from those who
/// said yes. Only when they do not fill the cohort is the waiting list asked, with a new inquiry.
/// </summary>
public static class AvailabilityOrchestrator
{
    [Function(nameof(AvailabilityOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CohortPlan plan)
    {
        var asked = await context.ChooseWhomToAsk(plan);
        // Who is asked late, because the approval came late, has time to answer all the same.
        var closing = plan.InquiryCloses(context.CurrentUtcDateTime);
        await context.AskEverybody(plan, asked, closing);
        await context.TellNotChosen(plan);
        foreach (var reminder in plan.AvailabilityReminders.Where(reminder => reminder > context.CurrentUtcDateTime))
        {
            await context.WaitUntil(reminder);
            if (context.CurrentUtcDateTime < closing) await context.RemindSilent(plan);
        }

        await context.WaitUntil(closing);
        var shortfall = await context.CloseAndFormGroups(plan);

        while (shortfall > 0 && context.CurrentUtcDateTime.AddDays(plan.LaterDays) <= plan.Introduce + CohortPlan.Leeway)
        {
            var more = await context.ChooseFromWaitingList(plan, shortfall);
            if (more.Count == 0) break;
            var closes = context.CurrentUtcDateTime.AddDays(plan.LaterDays);
            await context.AskEverybody(plan, more, closes);
            await context.WaitUntil(closes);
            shortfall = await context.CloseAndFormGroups(plan);
        }

        await context.TellStandby(plan);
    }
}
