using Ilnp.Programme;
using Microsoft.DurableTask;

namespace Ilnp.Standstill;

/// <summary>Questions of one orchestration stay open for longer when nothing ran at their last moment: twice at most.</summary>
/// <param name="context">The orchestration's.</param>
/// <param name="late">What the committee hears of it; its questions are filled in.</param>
/// <param name="days">Of more time at least, as <see cref="CohortPlan.MoreDays"/>; 0 for none.</param>
sealed class Postponing(TaskOrchestrationContext context, LateThing late, int days)
{
    /// <summary>An app that hardly ever runs would never come to an end.</summary>
    public const int MostOften = 2;

    int times;

    public Postponing(TaskOrchestrationContext context, CohortPlan plan)
        : this(context, new(plan.CohortId, LateThing.Answers), plan.MoreDays)
    {
    }

    /// <summary>
    /// Until when there is more time. Null where the last moment was reached in time, where everybody has answered, and when there has been
    /// more time often enough.
    /// </summary>
    /// <param name="closed">When the questions closed, UTC.</param>
    /// <param name="questions">Ids, or how ids begin, as <see cref="MoreTime.Questions"/>.</param>
    public async Task<DateTime?> Next(DateTime closed, params IReadOnlyList<string> questions)
    {
        if (days == 0 || questions.Count == 0 || !CohortPlan.IsLate(closed, context.CurrentUtcDateTime)) return null;
        if (times++ >= MostOften) return null;
        // At the hour at which they closed: what closes with a day does so again.
        var until = closed.AddDays(Math.Ceiling((context.CurrentUtcDateTime.AddDays(days) - closed).TotalDays));
        var given = late with { Given = new(late.CohortId, questions, closed, until) };
        var id = InstanceIds.MoreTime(late.CohortId, questions[0], until);
        var options = new SubOrchestrationOptions(instanceId: id);
        return await context.CallSubOrchestratorAsync<bool>(nameof(MoreTimeOrchestrator), given, options) ? until : null;
    }
}
