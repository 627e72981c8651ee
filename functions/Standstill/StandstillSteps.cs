using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Standstill;

/// <summary>What follows when something comes late, as orchestrations say it.</summary>
static class StandstillSteps
{
    /// <summary>How often a question is put off at most: an app that hardly ever runs would never come to an end.</summary>
    public const int MostOften = 2;

    /// <summary>
    /// Waits longer where the last moment of questions was reached late, since nothing ran then, and once more where nothing runs at the
    /// new one either. Nothing happens where it was reached in time, or everybody has answered.
    /// </summary>
    /// <inheritdoc cref="GiveMoreTime"/>
    public static async Task HearOut(
        this TaskOrchestrationContext context, string cohortId, int days, DateTime closed, params IReadOnlyList<string> questions)
    {
        for (var times = 0; times < MostOften && await context.GiveMoreTime(cohortId, days, closed, questions) is { } until; times++)
        {
            await context.WaitUntil(until);
            closed = until;
        }
    }

    /// <summary>As <see cref="HearOut"/>, without waiting: until when there is more time, null where there is none.</summary>
    /// <param name="context">The orchestration's.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="days">Of more time at least, as <see cref="CohortPlan.MoreDays"/>; 0 for none.</param>
    /// <param name="closed">When the questions closed, UTC.</param>
    /// <param name="questions">Ids, or how ids begin, as <see cref="MoreTime.Questions"/>.</param>
    public static async Task<DateTime?> GiveMoreTime(
        this TaskOrchestrationContext context, string cohortId, int days, DateTime closed, params IReadOnlyList<string> questions)
    {
        if (days == 0 || questions.Count == 0 || !CohortPlan.IsLate(closed, context.CurrentUtcDateTime)) return null;
        // At the hour at which they closed: what closes with a day does so again.
        var until = closed.AddDays(Math.Ceiling((context.CurrentUtcDateTime.AddDays(days) - closed).TotalDays));
        var late = new LateThing(cohortId, LateThing.Answers) { Given = new(cohortId, questions, closed, until) };
        var id = InstanceIds.MoreTime(cohortId, questions[0], until);
        return await context.CallSubOrchestratorAsync<bool>(nameof(MoreTimeOrchestrator), late, new SubOrchestrationOptions(instanceId: id))
            ? until
            : null;
    }

    /// <summary>The committee hears what was left out, or that people have more time.</summary>
    public static Task TellLate(this TaskOrchestrationContext context, LateThing late) => context.Do(nameof(LateLetters.TellLate), late);
}
