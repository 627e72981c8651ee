using Ilnp.Mail.Holds;
using Ilnp.Mail.Quiet;
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
        context.Do<IReadOnlyList<string>>(nameof(ChoosingActivities.ChooseWhomToAsk), plan.CohortId);

    public static Task<IReadOnlyList<string>> ChooseFromWaitingList(
        this TaskOrchestrationContext context, CohortPlan plan, int shortfall) =>
        context.Do<IReadOnlyList<string>>(nameof(ChoosingActivities.ChooseFromWaitingList), new Shortfall(plan.CohortId, shortfall));

    /// <summary>Waits while a lead holds the inquiry.</summary>
    public static Task WaitWhileHeld(this TaskOrchestrationContext context, CohortPlan plan, int people) =>
        context.MayGo(plan.HoldsMailings, plan.CohortId, InquiryForm.Name, people);

    public static Task AskEverybody(
        this TaskOrchestrationContext context, CohortPlan plan, IReadOnlyList<string> people, DateTime closes) => context.WriteByDay(
            plan.KeepsQuietHours, new(plan.CohortId, people), nameof(AvailabilityActivities.AskAvailability),
            person => new Inquiry(plan.CohortId, person, closes));

    public static async Task TellNotChosen(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var waiting = await context.Do<IReadOnlyList<string>>(nameof(WaitingListActivities.ListNotChosen), plan.CohortId);
        await context.MayGo(plan.HoldsMailings, plan.CohortId, MailingNames.NotChosen, waiting.Count);
        await context.WriteByDay(
            plan.KeepsQuietHours, new(plan.CohortId, waiting), nameof(WaitingListActivities.TellNotChosen),
            person => new PersonRef(plan.CohortId, person));
    }

    public static async Task RemindSilent(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var silent = await context.Do<IReadOnlyList<string>>(nameof(AvailabilityActivities.ListSilent), plan.CohortId);
        var day = DateOnly.FromDateTime(context.CurrentUtcDateTime);
        await context.WriteByDay(
            plan.KeepsQuietHours, new(plan.CohortId, silent), nameof(AvailabilityActivities.RemindAvailability),
            person => new Reminder(plan.CohortId, person, day));
    }

    /// <summary>Whoever could not answer on the last day, since nothing ran then, has some days more.</summary>
    public static Task HearOut(this TaskOrchestrationContext context, CohortPlan plan, DateTime closed) =>
        context.HearOut(plan.CohortId, plan.MoreDays, closed, $"{InquiryForm.Name}-");

    /// <summary>The number of pairs still missing.</summary>
    public static async Task<int> CloseAndFormGroups(this TaskOrchestrationContext context, CohortPlan plan)
    {
        await context.Do(nameof(AvailabilityActivities.CloseAvailability), plan.CohortId);
        return await context.Do<int>(nameof(ChoosingActivities.FormGroups), plan.CohortId);
    }

    public static async Task TellStandby(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var standby = await context.Do<IReadOnlyList<string>>(nameof(WaitingListActivities.ListStandby), plan.CohortId);
        await context.ForEach(standby, nameof(WaitingListActivities.TellStandby), person => new PersonRef(plan.CohortId, person));
    }
}
