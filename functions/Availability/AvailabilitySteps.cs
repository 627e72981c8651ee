using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Standstill;
using Microsoft.DurableTask;

namespace Ilnp.Availability;

/// <summary>The steps of the availability check, as orchestrations say them.</summary>
static class AvailabilitySteps
{
    public static Task CheckAvailability(this TaskOrchestrationContext context, CohortPlan plan) =>
        context.CallSubOrchestratorAsync(
            nameof(AvailabilityOrchestrator), plan, new SubOrchestrationOptions(instanceId: InstanceIds.Availability(plan.CohortId)));

    public static Task<IReadOnlyList<string>> ChooseWhomToAsk(this TaskOrchestrationContext context, CohortPlan plan) =>
        context.Do<IReadOnlyList<string>>(nameof(AvailabilityActivities.ChooseWhomToAsk), plan.CohortId);

    public static Task<IReadOnlyList<string>> ChooseFromWaitingList(
        this TaskOrchestrationContext context, CohortPlan plan, int shortfall) =>
        context.Do<IReadOnlyList<string>>(nameof(AvailabilityActivities.ChooseFromWaitingList), new Shortfall(plan.CohortId, shortfall));

    public static Task AskEverybody(this TaskOrchestrationContext context, CohortPlan plan, IEnumerable<string> people, DateTime closes) =>
        context.ForEach(people, nameof(AvailabilityActivities.AskAvailability), person => new Inquiry(plan.CohortId, person, closes));

    public static async Task TellNotChosen(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var waiting = await context.Do<IReadOnlyList<string>>(nameof(AvailabilityActivities.ListNotChosen), plan.CohortId);
        await context.ForEach(waiting, nameof(AvailabilityActivities.TellNotChosen), person => new PersonRef(plan.CohortId, person));
    }

    public static async Task RemindSilent(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var silent = await context.Do<IReadOnlyList<string>>(nameof(AvailabilityActivities.ListSilent), plan.CohortId);
        var day = DateOnly.FromDateTime(context.CurrentUtcDateTime);
        await context.ForEach(
            silent, nameof(AvailabilityActivities.RemindAvailability), person => new Reminder(plan.CohortId, person, day));
    }

    /// <summary>Whoever could not answer on the last day, since nothing ran then, has some days more.</summary>
    public static Task HearOut(this TaskOrchestrationContext context, CohortPlan plan, DateTime closed) =>
        context.HearOut(plan.CohortId, plan.MoreDays, closed, $"{InquiryForm.Name}-");

    /// <summary>The number of pairs still missing.</summary>
    public static async Task<int> CloseAndFormGroups(this TaskOrchestrationContext context, CohortPlan plan)
    {
        await context.Do(nameof(AvailabilityActivities.CloseAvailability), plan.CohortId);
        return await context.Do<int>(nameof(AvailabilityActivities.FormGroups), plan.CohortId);
    }

    public static async Task TellStandby(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var standby = await context.Do<IReadOnlyList<string>>(nameof(AvailabilityActivities.ListStandby), plan.CohortId);
        await context.ForEach(standby, nameof(AvailabilityActivities.TellStandby), person => new PersonRef(plan.CohortId, person));
    }
}
