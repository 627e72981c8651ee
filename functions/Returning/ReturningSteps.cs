using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Returning;

/// <summary>Asking people of earlier cohorts back, as orchestrations say it.</summary>
static class ReturningSteps
{
    /// <summary>Nobody is asked to apply when applications have closed, nor by what began before there was this.</summary>
    public static async Task AskBack(this TaskOrchestrationContext context, CohortPlan plan)
    {
        if (!plan.AsksBack || context.CurrentUtcDateTime >= plan.ApplicationsClose) return;
        var former = await context.Do<IReadOnlyList<PersonRef>>(nameof(ReturningActivities.ListReturning), plan.CohortId);
        await context.ForEach(former, nameof(ReturningActivities.WriteRoundOpen), one => new RoundOpen(plan.CohortId, one));
    }
}
