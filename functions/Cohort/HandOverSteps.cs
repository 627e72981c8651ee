using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Cohort;

/// <summary>The hand-over, as orchestrations say it.</summary>
static class HandOverSteps
{
    /// <summary>Everybody who applied and had no place keeps priority in the next cohort, and is told so.</summary>
    public static async Task HandOver(this TaskOrchestrationContext context, CohortPlan plan)
    {
        var waiting = await context.Do<IReadOnlyList<string>>(nameof(HandOverActivities.CarryPriority), plan.CohortId);
        await context.ForEach(waiting, nameof(HandOverActivities.TellPriority), person => new PersonRef(plan.CohortId, person));
    }
}
