using Microsoft.DurableTask.Client;

namespace Ilnp.Approvals;

/// <summary>
/// Answers a question for somebody who told the committee instead of pressing a button: the same question, record, effects and mails as
/// by the person's own link.
/// </summary>
public sealed class OnBehalf(DecisionLinks links, DecisionStore store, DecisionRecorder recorder)
{
    public async Task AnswerAsync(
        DecisionRequest question, IReadOnlyDictionary<string, IReadOnlyList<string>> answers,
        string choice, DurableTaskClient client, CancellationToken cancellation)
    {
        await links.OpenAsync(question, cancellation);
        var opened = await store.ReadAsync(question.CohortId, question.DecisionId, cancellation)
            ?? throw new InvalidOperationException($"Decision {question.DecisionId} was deleted while it was answered.");
        await recorder.RecordAsync(opened, answers, choice, client, cancellation);
    }
}
