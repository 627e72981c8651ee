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
    /// <summary>
    /// By so much an inquiry may end after the introductions were to begin, which then wait for it: asking takes a while, and
    /// inquiries that were planned to end together with it would otherwise be left out.
    /// </summary>
    static readonly TimeSpan Leeway = TimeSpan.FromHours(1);

    [Function(nameof(AvailabilityOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CohortPlan plan)
    {
        var asked = await context.ChooseWhomToAsk(plan);
        // Who is asked late, because the approval came late, has time to answer all the same.
        var closing = Closing(plan, context.CurrentUtcDateTime);
        await context.AskEverybody(plan, asked, closing);
        await context.TellNotChosen(plan);
        foreach (var reminder in plan.AvailabilityReminders.Where(reminder => reminder > context.CurrentUtcDateTime))
        {
            await context.WaitUntil(reminder);
            if (context.CurrentUtcDateTime < closing) await context.RemindSilent(plan);
        }

        await context.WaitUntil(closing);
        var shortfall = await context.CloseAndFormGroups(plan);

        while (shortfall > 0 && context.CurrentUtcDateTime.AddDays(plan.LaterDays) <= plan.Introduce + Leeway)
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

    /// <summary>The planned end, or some days after a late beginning.</summary>
    static DateTime Closing(CohortPlan plan, DateTime asked) =>
        asked.AddDays(plan.LaterDays) is var later && asked > plan.AskAvailability + Leeway && later > plan.AvailabilityCloses ? later : plan.AvailabilityCloses;
}
