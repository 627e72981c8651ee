using Ilnp.Announcements;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Cohort.Moves;

/// <summary>
/// Days of a running cohort were moved: whatever waits for them hears it, open questions close when they should now, and people who
/// were told the day of before are told the new one.
/// </summary>
public static class DatesOrchestrator
{
    /// <summary>Longer than a step takes to begin: one that was beginning when the days were moved hears it the second time.</summary>
    static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    [Function(nameof(DatesOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, DatesMove move)
    {
        await context.Spread(move);
        if (move.Moves(CohortDay.ApplicationsClose)) await context.Do(nameof(AnnouncementActivities.RenewAnnouncement), move.CohortId);
        await context.Do(nameof(MoveLetters.TellCommittee), move);
        await context.CreateTimer(Again, CancellationToken.None);
        await context.Spread(move);
    }

    static async Task Spread(this TaskOrchestrationContext context, DatesMove move)
    {
        await context.Do(nameof(MoveActivities.TellSteps), move);
        await context.Do(nameof(MoveActivities.MoveQuestions), move);
        var concerned = await context.Do<IReadOnlyList<string>>(nameof(MoveLetters.ListConcerned), move);
        await context.ForEach(concerned, nameof(MoveLetters.WriteMove), person => new MoveTo(move, person));
    }
}
