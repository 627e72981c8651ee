using Ilnp.Orchestration;
using Microsoft.DurableTask;

namespace Ilnp.Programme;

/// <summary>
/// Moves of a cohort's days as one orchestration hears them. Each is told more than once, and two may come in any order: only what is
/// newer than all that was heard before counts. To wait for an event leaves no trace in a history, so that an orchestration that was
/// begun before days could be moved hears them too.
/// </summary>
/// <param name="context">The orchestration's.</param>
/// <param name="known">How often days had been moved when it began, as far as it knows.</param>
public sealed class DayMoves(TaskOrchestrationContext context, int known = 0)
{
    readonly EventInbox<DatesMoved> inbox = context.Inbox<DatesMoved>(DatesMoved.EventName);
    int last = known;

    /// <summary>The plan as it stands by what has come; null when nothing new has.</summary>
    public async Task<CohortPlan?> Latest() => (await inbox.TakeAll()).Select(Newer).LastOrDefault(plan => plan is not null);

    /// <summary>The next move, or null when the moment (UTC) comes first; not waited for at all when that has passed.</summary>
    public async Task<CohortPlan?> NextUntil(DateTime moment)
    {
        while (await inbox.NextUntil(moment) is { } moved)
            if (Newer(moved) is { } plan) return plan;
        return null;
    }

    /// <summary>The next event of another inbox; null when the moment comes first, and as soon as there is a move to be heard.</summary>
    public Task<T?> NextOf<T>(EventInbox<T> other, DateTime moment) where T : class => other.NextUntil(moment, inbox);

    CohortPlan? Newer(DatesMoved moved)
    {
        if (moved.Plan.Moves <= last) return null;
        last = moved.Plan.Moves;
        return moved.Plan;
    }
}
