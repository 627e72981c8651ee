using Ilnp.Intake.Import;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.FormQuestions;

/// <summary>
/// What the committee says that questions are: kept for all later readings, and then worked into the messages that came before.
/// </summary>
public sealed class QuestionChoices(ColumnChoiceStore store)
{
    /// <summary>False when somebody was first with something else. Said again, it is begun again where that had not come about.</summary>
    /// <param name="client">Begins the reading.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="key">The folded heading.</param>
    /// <param name="shown">What was said when it was decided: key of a field, empty for left out, null for nothing.</param>
    /// <param name="wished">What is said now, likewise.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<bool> SayAsync(
        DurableTaskClient client, string cohortId, string key, string? shown, string? wished, CancellationToken cancellation)
    {
        if (await store.TrySayAsync(cohortId, key, shown, wished, cancellation) is not { } now) return false;
        await BeginAsync(client, cohortId, now, cancellation);
        return true;
    }

    /// <summary>Reads what came before, unless that was begun.</summary>
    public static Task BeginAsync(DurableTaskClient client, string cohortId, ColumnChoices now, CancellationToken cancellation) =>
        client.StartUnlessDoneAsync(
            nameof(QuestionOrchestrator), new QuestionsSaid(cohortId), $"question-{cohortId}-{now.Version}", cancellation);
}
