using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care;

/// <summary>
/// Takes a cohort's rematches one after the other, so that nobody who waits for a partner is given away twice. Who asked
/// first comes first.
/// </summary>
public static class CareOrchestrator
{
    [Function(nameof(CareOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CareCheckpoint at)
    {
        var inbox = context.Inbox<RematchNeeded>(RematchNeeded.EventName);
        if ((at.Waiting.Count > 0 ? at.Waiting[0] : await inbox.NextUntil(at.End)) is not { } need) return;
        await context.CallSubOrchestratorAsync(
            nameof(RematchOrchestrator),
            new RematchCase(at, need.GroupId, need.LeaverId),
            new SubOrchestrationOptions(instanceId: InstanceIds.Rematch(at.CohortId, need.GroupId, need.LeaverId)));
        context.ContinueAsNew(at with { Waiting = [.. at.Waiting.Skip(1), .. await inbox.TakeAll()] });
    }
}

/// <summary>The cohort's plan, and what its rematches have still to do.</summary>
public sealed record CareCheckpoint : CohortPlan
{
    /// <summary>
    /// In the order in which they were asked for. The engine would hand on what nobody took as messages of their own, in any order.
    /// </summary>
    public IReadOnlyList<RematchNeeded> Waiting { get; init; } = [];
}
