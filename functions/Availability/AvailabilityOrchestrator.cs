using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Availability;

/// <summary>
/// Asks the chosen and a reserve whether they can still take part, tells all others honestly where they stand, reminds, and forms the
/// groups from those who said yes. Only when they do not fill the cohort is the waiting list asked, with a new inquiry.
/// </summary>
public static class AvailabilityOrchestrator
{
    [Function(nameof(AvailabilityOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CohortPlan plan)
    {
        var dates = new MovablePlan(context, plan);
        var asked = await context.ChooseWhomToAsk(plan);
        await context.WaitWhileHeld(plan, asked.Count);
        // Who is asked late, because the approval came late or a lead held it, has time to answer all the same.
        var begun = context.CurrentUtcDateTime;
        await context.AskEverybody(plan, asked, (await dates.Now()).InquiryCloses(begun));
        await context.TellNotChosen(plan);
        await context.RemindUntilClosed(dates, begun);
        plan = await dates.Now();
        await context.HearOut(plan, plan.InquiryCloses(begun));
        var shortfall = await context.CloseAndFormGroups(plan);

        while (shortfall > 0 && context.CurrentUtcDateTime.AddDays(plan.LaterDays) <= (await dates.Now()).Introduce + CohortPlan.Leeway)
        {
            var more = await context.ChooseFromWaitingList(plan, shortfall);
            if (more.Count == 0) break;
            var closes = context.CurrentUtcDateTime.AddDays(plan.LaterDays);
            await context.AskEverybody(plan, more, closes);
            await context.WaitUntil(closes);
            await context.HearOut(plan, closes);
            shortfall = await context.CloseAndFormGroups(plan);
        }

        await context.TellStandby(plan);
    }

    /// <summary>A reminder that is over when its turn comes, because of a downtime, is left out.</summary>
    static async Task RemindUntilClosed(this TaskOrchestrationContext context, MovablePlan dates, DateTime begun)
    {
        while (true)
        {
            var since = context.CurrentUtcDateTime;
            var plan = await dates.WaitUntil(plan => plan.NextReminder(since) ?? plan.InquiryCloses(begun));
            if (context.CurrentUtcDateTime >= plan.InquiryCloses(begun)) return;
            await context.RemindSilent(plan);
        }
    }

    static DateTime? NextReminder(this CohortPlan plan, DateTime since) =>
        plan.AvailabilityReminders.Where(reminder => reminder > since).Select(reminder => (DateTime?)reminder).FirstOrDefault();
}
