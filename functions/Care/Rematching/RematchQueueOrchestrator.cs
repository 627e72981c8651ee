using System.Diagnostics.CodeAnalysis;
using Ilnp.Care.Concerns;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care.Rematching;

/// <summary>
/// Takes a cohort's rematches in rounds, one after the other, so that nobody who waits for a partner is given away twice: whoever seeks
/// when a round begins is matched in it with all others. What takes days, a search, runs beside it.
/// </summary>
public static class RematchQueueOrchestrator
{
    [Function(nameof(RematchQueueOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, RematchQueue at)
    {
        var inbox = context.Inbox<RematchNeed>(RematchNeed.EventName);
        var moves = new DayMoves(context, at.Moves);
        if (at.InRounds) await context.TakeRound(at, inbox, moves);
        else await context.TakeOne(at, inbox, moves);
    }

    /// <summary>The first round has nobody who seeks yet: it sees to it that people stand ready.</summary>
    static async Task TakeRound(this TaskOrchestrationContext context, RematchQueue at, EventInbox<RematchNeed> inbox, DayMoves moves)
    {
        at = await at.Heard(moves);
        var needs = at.Waiting;
        if (needs.Count == 0 && at.Done > 0)
        {
            (at, var next) = await context.Next(at, inbox, moves);
            if (next is not { } need) return;
            needs = [need, .. await inbox.TakeAll()];
        }

        var number = at.Done + 1;
        var asked = await context.CallSubOrchestratorAsync<IReadOnlyList<string>>(
            nameof(RematchRoundOrchestrator),
            new RematchRound(at, needs, number, at.Asked),
            new SubOrchestrationOptions(
                instanceId: InstanceIds.Rematch(at.CohortId, needs.Count > 0 ? needs[0].Subject : RematchQueue.Start, number)));
        at = await at.Heard(moves);
        context.ContinueAsNew(at with { Done = number, Waiting = await inbox.TakeAll(), Asked = [.. at.Asked, .. asked] });
    }

    /// <summary>As it began before there were rounds: one need after the other. What comes next is taken in rounds.</summary>
    static async Task TakeOne(this TaskOrchestrationContext context, RematchQueue at, EventInbox<RematchNeed> inbox, DayMoves moves)
    {
        var next = at.Waiting.Count > 0 ? at.Waiting[0] : null;
        if (next is null) (at, next) = await context.Next(at, inbox, moves);
        if (next is not { } need) return;
        at = await at.Heard(moves);
        await context.CallSubOrchestratorAsync(
            nameof(RematchOrchestrator),
            new RematchCase(at, need),
            new SubOrchestrationOptions(instanceId: InstanceIds.Rematch(at.CohortId, need.Subject, at.Done + 1)));
        at = await at.Heard(moves);
        context.ContinueAsNew(at with { InRounds = true, Done = at.Done + 1, Waiting = [.. at.Waiting.Skip(1), .. await inbox.TakeAll()] });
    }

    /// <summary>The next need, until the programme's end, wherever that is moved meanwhile; none when it has come.</summary>
    static async Task<(RematchQueue At, RematchNeed? Need)> Next(
        this TaskOrchestrationContext context, RematchQueue at, EventInbox<RematchNeed> inbox, DayMoves moves)
    {
        while (true)
        {
            var need = await moves.NextOf(inbox, at.End);
            at = await at.Heard(moves);
            if (need is not null || context.CurrentUtcDateTime >= at.End) return (at, need);
        }
    }

    /// <summary>By the plan as it was moved last.</summary>
    static async Task<RematchQueue> Heard(this RematchQueue at, DayMoves moves) => await moves.Latest() is { } plan ? at.By(plan) : at;
}

/// <summary>The cohort's plan, and what its rematches have still to do.</summary>
public sealed record RematchQueue : CohortPlan
{
    /// <summary>In place of who it is about, in the id of the first round.</summary>
    internal const string Start = "start";

    public RematchQueue()
    {
    }

    [SetsRequiredMembers]
    RematchQueue(CohortPlan plan)
        : base(plan)
    {
    }

    /// <summary>
    /// In the order in which they were asked for. The engine would hand on what nobody took as messages of their own, in any order.
    /// </summary>
    public IReadOnlyList<RematchNeed> Waiting { get; init; } = [];

    /// <summary>Rematches so far.</summary>
    public int Done { get; init; }

    /// <summary>Everybody who seeks is matched at once; those that began before do so from their next step on.</summary>
    public bool InRounds { get; init; }

    /// <summary>People of the waiting list who were asked since the introductions: nobody is asked for two places.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    public static RematchQueue Of(CohortPlan plan) => new(plan) { InRounds = true };

    /// <summary>The same by another plan.</summary>
    internal RematchQueue By(CohortPlan plan) => new(plan) { Waiting = Waiting, Done = Done, InRounds = InRounds, Asked = Asked };
}
