using Microsoft.DurableTask;

namespace Ilnp.Programme;

/// <summary>
/// A cohort's plan inside an orchestration. Whoever waits by it hears when a lead moves a day, and waits for the new one.
/// </summary>
public sealed class MovablePlan(TaskOrchestrationContext context, CohortPlan begun)
{
    readonly DayMoves moves = new(context, begun.Moves);
    CohortPlan plan = begun;

    /// <summary>With every move that has been heard of.</summary>
    public async Task<CohortPlan> Now() => plan = await moves.Latest() ?? plan;

    /// <summary>Waits for a moment of the plan, UTC, wherever it is moved meanwhile; not at all when it has passed.</summary>
    public async Task<CohortPlan> WaitUntil(Func<CohortPlan, DateTime> moment)
    {
        while (await moves.NextUntil(moment(plan)) is { } moved) plan = moved;
        return plan;
    }
}
