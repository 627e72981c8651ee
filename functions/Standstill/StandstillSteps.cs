using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Standstill;

/// <summary>What follows when something comes late, as orchestrations say it.</summary>
static class StandstillSteps
{
    /// <summary>
    /// Waits longer where the last moment of questions was reached late, since nothing ran then, and once more where nothing runs at the
    /// new one either. Nothing happens where it was reached in time, or everybody has answered.
    /// </summary>
    /// <param name="context">The orchestration's.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="days">Of more time at least, as <see cref="CohortPlan.MoreDays"/>; 0 for none.</param>
    /// <param name="closed">When the questions closed, UTC.</param>
    /// <param name="questions">Ids, or how ids begin, as <see cref="MoreTime.Questions"/>.</param>
    public static async Task HearOut(
        this TaskOrchestrationContext context, string cohortId, int days, DateTime closed, params IReadOnlyList<string> questions)
    {
        var postponing = new Postponing(context, new(cohortId, LateThing.Answers), days);
        while (await postponing.Next(closed, questions) is { } until)
        {
            await context.WaitUntil(until);
            closed = until;
        }
    }

    /// <summary>The committee hears what was left out, or that people have more time.</summary>
    public static Task TellLate(this TaskOrchestrationContext context, LateThing late) => context.Do(nameof(LateLetters.TellLate), late);
}
