using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Care.Weeks;

/// <summary>
/// Once a week, from some days after the introductions to the programme's end, each liaison hears which groups need a word.
/// </summary>
public static class LiaisonWeeksOrchestrator
{
    [Function(nameof(LiaisonWeeksOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, LiaisonWeeks at)
    {
        if (at.Next >= at.End) return;
        var moves = new DayMoves(context);
        while (await moves.NextUntil(at.Next) is { } plan) at = at with { End = plan.End };
        if (at.Next >= at.End) return;
        var liaisons = await context.Do<IReadOnlyList<string>>(nameof(LiaisonWeekActivities.ListLiaisonsWithGroups), at.CohortId);
        await context.ForEach(
            liaisons, nameof(LiaisonWeekActivities.WriteLiaisonWeek), liaison => new LiaisonWeekOf(at.CohortId, liaison, at.Number));
        if (await moves.Latest() is { } latest) at = at with { End = latest.End };
        context.ContinueAsNew(at.After(context.CurrentUtcDateTime));
    }
}

/// <summary>The weeks of a cohort's liaisons.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Next">When they are written to next, UTC.</param>
/// <param name="End">Of the programme, UTC.</param>
/// <param name="Number">Of the next week, from 1.</param>
public sealed record LiaisonWeeks(string CohortId, DateTime Next, DateTime End, int Number = 1)
{
    const int Week = 7;

    /// <summary>By then partners have had time to say hello.</summary>
    const int FirstDays = 3;

    /// <summary>
    /// The next week that begins some days after this moment: after a downtime one letter tells how things are, not one for each week of it
    /// and another the day after.
    /// </summary>
    public LiaisonWeeks After(DateTime now)
    {
        var next = Next.AddDays(Week);
        while (next <= now.AddDays(FirstDays)) next = next.AddDays(Week);
        return this with { Number = Number + 1, Next = next };
    }

    public static LiaisonWeeks Of(CohortPlan plan) => new(plan.CohortId, plan.Introduce.AddDays(FirstDays), plan.End);
}

/// <summary>One letter about one week.</summary>
public sealed record LiaisonWeekOf(string CohortId, string LiaisonId, int Number);
