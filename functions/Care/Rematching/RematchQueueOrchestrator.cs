using Ilnp.Care.Concerns;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care.Rematching;

/// <summary>
/// Takes a cohort's rematches one after the other, so that nobody who waits for a partner is given away twice. Who asked
/// first comes first; what takes days, a search, runs beside it.
/// </summary>
public static class RematchQueueOrchestrator
{
    [Function(nameof(RematchQueueOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, RematchQueue at)
    {
        var inbox = context.Inbox<RematchNeed>(RematchNeed.EventName);
        var moves = context.Inbox<DatesMoved>(DatesMoved.EventName);
        var need = at.Waiting.Count > 0 ? at.Waiting[0] : null;
        while (need is null)
        {
            need = await inbox.NextUntil(at.End, moves);
            if (need is null && context.CurrentUtcDateTime >= (at = await at.Heard(moves)).End) return;
        }

        at = await at.Heard(moves);
        await context.CallSubOrchestratorAsync(
            nameof(RematchOrchestrator),
            new RematchCase(at, need),
            new SubOrchestrationOptions(instanceId: InstanceIds.Rematch(at.CohortId, need.Subject, at.Done + 1)));
        at = await at.Heard(moves);
        context.ContinueAsNew(at with { Done = at.Done + 1, Waiting = [.. at.Waiting.Skip(1), .. await inbox.TakeAll()] });
    }

    /// <summary>With the programme's end where it was moved to.</summary>
    static async Task<RematchQueue> Heard(this RematchQueue at, EventInbox<DatesMoved> moves) =>
        (await moves.TakeAll()).MaxBy(moved => moved.Plan.Moves) is { } latest ? at with { End = latest.Plan.End } : at;
}

/// <summary>The cohort's plan, and what its rematches have still to do.</summary>
public sealed record RematchQueue : CohortPlan
{
    /// <summary>
    /// In the order in which they were asked for. The engine would hand on what nobody took as messages of their own, in any order.
    /// </summary>
    public IReadOnlyList<RematchNeed> Waiting { get; init; } = [];

    /// <summary>Rematches so far.</summary>
    public int Done { get; init; }
}
