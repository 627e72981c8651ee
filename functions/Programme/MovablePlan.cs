using Ilnp.Orchestration;
using Microsoft.DurableTask;

namespace Ilnp.Programme;

/// <summary>
/// A cohort's plan inside an orchestration. Whoever waits by it hears when a lead moves a day, and waits for the new one. To wait
/// for an event leaves no trace in a history: an orchestration that was begun before days could be moved goes on by this, and hears too.
/// </summary>
public sealed class MovablePlan(TaskOrchestrationContext context, CohortPlan begun)
{
    readonly EventInbox<DatesMoved> inbox = context.Inbox<DatesMoved>(DatesMoved.EventName);
    CohortPlan plan = begun;

    /// <summary>With every move that has been heard of.</summary>
    public async Task<CohortPlan> Now()
    {
        foreach (var moved in await inbox.TakeAll()) Take(moved);
        return plan;
    }

    /// <summary>Waits for a moment of the plan, UTC, wherever it is moved meanwhile; not at all when it has passed.</summary>
    public async Task<CohortPlan> WaitUntil(Func<CohortPlan, DateTime> moment)
    {
        while (await inbox.NextUntil(moment(plan)) is { } moved) Take(moved);
        return plan;
    }

    /// <summary>Each move is told more than once, and two of them may come in any order.</summary>
    void Take(DatesMoved moved)
    {
        if (moved.Plan.Moves > plan.Moves) plan = moved.Plan;
    }
}
