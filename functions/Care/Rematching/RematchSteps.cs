using Ilnp.Availability;
using Ilnp.Care.Concerns;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Care.Rematching;

/// <summary>The steps of a rematch, as orchestrations say them.</summary>
static class RematchSteps
{
    /// <summary>The cohort's rematches, from the introductions to the programme's end.</summary>
    public static Task OpenRematches(this TaskOrchestrationContext context, CohortPlan plan) =>
        context.Do(nameof(RematchStarts.StartRematches), plan);

    /// <summary>Parts the group and tells everybody; gives who needs a new partner, in their order.</summary>
    public static Task<IReadOnlyList<string>> Part(this TaskOrchestrationContext context, CohortPlan plan, Parting parting) =>
        context.Do<IReadOnlyList<string>>(nameof(PartingActivities.Part), new PartingOf(plan.CohortId, parting, plan.End));

    /// <summary>Whoever has not heard yet that the last conversation has ended, hears of it before the introduction.</summary>
    public static Task TellNewPartners(this TaskOrchestrationContext context, string cohortId, string group) =>
        context.Do(nameof(NewPartnerActivities.TellNewPartners), new GroupRef(cohortId, group));

    /// <summary>The id of the new group, or null when nobody who said yes fits.</summary>
    public static Task<string?> PairWithAvailable(this TaskOrchestrationContext context, CohortPlan plan, string seeker) =>
        context.Do<string?>(nameof(RematchActivities.PairWithAvailable), new PersonRef(plan.CohortId, seeker));

    /// <summary>Tells whoever waits, and begins to look where somebody has to be asked first.</summary>
    public static async Task Search(this TaskOrchestrationContext context, CohortPlan plan, string seeker, RematchNeed need)
    {
        if (need.Searches == 0) await context.Do(nameof(RematchActivities.TellSearching), new PersonRef(plan.CohortId, seeker));
        await context.Do(nameof(RematchStarts.StartSearch), new Search(plan, seeker, need.Searches + 1));
    }

    public static Task<string?> NextOnWaitingList(this TaskOrchestrationContext context, Search search) =>
        context.Do<string?>(nameof(RematchActivities.NextOnWaitingList), new PersonRef(search.Plan.CohortId, search.SeekerId));

    public static Task AskSomebody(this TaskOrchestrationContext context, CohortPlan plan, string candidate, DateTime closes) =>
        context.Do(
            nameof(AvailabilityActivities.AskAvailability),
            new Inquiry(plan.CohortId, candidate, closes) { InstanceId = context.InstanceId });

    /// <summary>They stand where their answer puts them.</summary>
    public static Task CloseInquiry(this TaskOrchestrationContext context, CohortPlan plan, string candidate) =>
        context.Do(nameof(AvailabilityActivities.CloseInquiry), new PersonRef(plan.CohortId, candidate));

    /// <summary>The pair that was asked, or null when none fits.</summary>
    public static Task<PairAsked?> AskTrioConsent(this TaskOrchestrationContext context, Search search, DateTime closes) =>
        context.Do<PairAsked?>(
            nameof(RematchActivities.AskTrioConsent),
            new ConsentRequest(search.Plan.CohortId, search.SeekerId, context.InstanceId, closes));

    /// <summary>The new group, or null when the pair or the seeker has found another way meanwhile.</summary>
    public static Task<string?> FormTrio(this TaskOrchestrationContext context, CohortPlan plan, string pairId, string seeker) =>
        context.Do<string?>(nameof(RematchActivities.FormTrio), new Joining(plan.CohortId, pairId, seeker));

    public static Task ReportUnplaced(this TaskOrchestrationContext context, Search search) =>
        context.Do(nameof(RematchActivities.ReportUnplaced), new PersonRef(search.Plan.CohortId, search.SeekerId));

    public static void AskForRematch(this TaskOrchestrationContext context, Search search, RematchNeed need) =>
        context.SendEvent(InstanceIds.Care(search.Plan.CohortId), RematchNeed.EventName, need);
}

/// <summary>Members of a group go different ways.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Parting">Who goes where.</param>
/// <param name="End">Of the programme, UTC: until then somebody who rests can come back.</param>
public sealed record PartingOf(string CohortId, Parting Parting, DateTime End);

/// <summary>A seeker joins a pair.</summary>
public sealed record Joining(string CohortId, string PairId, string PersonId);

/// <summary>A pair is asked to take in a third partner until a moment, UTC.</summary>
public sealed record ConsentRequest(string CohortId, string PersonId, string InstanceId, DateTime Closes)
{
    /// <summary>The pair; null when the best is to be found.</summary>
    public string? PairId { get; init; }
}

/// <summary>A pair goes on as two.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="PairId">The pair.</param>
/// <param name="PersonId">Who does not join it.</param>
/// <param name="Agreed">The members who had agreed.</param>
public sealed record PairStaying(string CohortId, string PairId, string PersonId, IReadOnlyList<string> Agreed);

/// <summary>The pair that was asked.</summary>
public sealed record PairAsked(string GroupId, IReadOnlyList<string> Members);
