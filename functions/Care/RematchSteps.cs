using Ilnp.Availability;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Care;

/// <summary>The steps of a rematch, as orchestrations say them.</summary>
static class RematchSteps
{
    /// <summary>Ends the leaver's part in the group and tells everybody; gives who is left alone, or null when nobody is.</summary>
    public static Task<string?> PartWith(this TaskOrchestrationContext context, RematchCase rematch) =>
        context.Do<string?>(nameof(RematchActivities.PartWith), new Departure(rematch.Plan.CohortId, rematch.GroupId, rematch.LeaverId));

    /// <summary>The id of the new group, or null when nobody who said yes fits.</summary>
    public static Task<string?> PairWithAvailable(this TaskOrchestrationContext context, RematchCase rematch, string left) =>
        context.Do<string?>(nameof(RematchActivities.PairWithAvailable), new LeftBehind(rematch.Plan.CohortId, rematch.GroupId, left));

    public static Task<string?> NextOnWaitingList(this TaskOrchestrationContext context, RematchCase rematch, string left) =>
        context.Do<string?>(nameof(RematchActivities.NextOnWaitingList), new LeftBehind(rematch.Plan.CohortId, rematch.GroupId, left));

    public static Task CloseInquiry(this TaskOrchestrationContext context, CohortPlan plan) =>
        context.Do(nameof(AvailabilityActivities.CloseAvailability), plan.CohortId);

    /// <summary>The pair that was asked, or null when none fits.</summary>
    public static Task<PairAsked?> AskTrioConsent(this TaskOrchestrationContext context, RematchCase rematch, string left, DateTime closes) =>
        context.Do<PairAsked?>(
            nameof(RematchActivities.AskTrioConsent),
            new ConsentRequest(rematch.Plan.CohortId, left, context.InstanceId, closes));

    public static Task<string> FormTrio(this TaskOrchestrationContext context, RematchCase rematch, string pairId, string left) =>
        context.Do<string>(nameof(RematchActivities.FormTrio), new LeftBehind(rematch.Plan.CohortId, pairId, left));

    public static Task ReportUnplaced(this TaskOrchestrationContext context, RematchCase rematch, string left) =>
        context.Do(nameof(RematchActivities.ReportUnplaced), new LeftBehind(rematch.Plan.CohortId, rematch.GroupId, left));
}

/// <summary>A member goes.</summary>
public sealed record Departure(string CohortId, string GroupId, string LeaverId);

/// <summary>A member who lost the partner, and the group it happened in (or, for a trio, the pair that is joined).</summary>
public sealed record LeftBehind(string CohortId, string GroupId, string PersonId);

/// <summary>A pair is asked to take in a third partner until a moment, UTC.</summary>
public sealed record ConsentRequest(string CohortId, string PersonId, string InstanceId, DateTime Closes);

/// <summary>The pair that was asked.</summary>
public sealed record PairAsked(string GroupId, IReadOnlyList<string> Members);
