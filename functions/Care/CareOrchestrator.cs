using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care;

/// <summary>
/// Takes a cohort's rematches one after the other, so that nobody who waits for a partner is given away twice.
/// </summary>
public static class CareOrchestrator
{
    [Function(nameof(CareOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CohortPlan plan)
    {
        if (await context.Inbox<RematchNeeded>(RematchNeeded.EventName).NextUntil(plan.End) is not { } need) return;
        await context.CallSubOrchestratorAsync(
            nameof(RematchOrchestrator),
            new RematchCase(plan, need.GroupId, need.LeaverId),
            new SubOrchestrationOptions(instanceId: InstanceIds.Rematch(plan.CohortId, need.GroupId, need.LeaverId)));
        context.ContinueAsNew(plan);
    }
}
