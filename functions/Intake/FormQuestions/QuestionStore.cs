using System.Collections.Concurrent;
using Azure.Data.Tables;
using Ilnp.Privacy;
using Ilnp.Storage;

namespace Ilnp.Intake.FormQuestions;

/// <summary>
/// Questions of forms: table <c>Questions</c>, partition cohort, row question, written once; and which message asked which of them: table
/// <c>QuestionsAsked</c>, partition cohort, row application.
/// </summary>
public sealed class QuestionStore(TableServiceClient service) : IGoesWithCohort
{
    /// <summary>Of this process: a form's questions are the same in each message.</summary>
    const int MostRemembered = 5000;

    readonly RecordTable<AskedQuestion> questions = new(service, "Questions");
    readonly RecordTable<AskedMessage> messages = new(service, "QuestionsAsked");
    readonly ConcurrentDictionary<(string Cohort, string Question), bool> known = new();

    /// <summary>All of the cohort.</summary>
    public async Task<IReadOnlyList<AskedQuestion>> ListAsync(string cohortId, CancellationToken cancellation) =>
        [.. (await questions.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    public async Task<AskedQuestion?> FindAsync(string cohortId, string questionId, CancellationToken cancellation) =>
        (await questions.FindAsync(cohortId, questionId, cancellation))?.Value;

    /// <summary>Every message that was read, of the whole cohort.</summary>
    public async Task<IReadOnlyList<AskedMessage>> MessagesAsync(string cohortId, CancellationToken cancellation) =>
        [.. (await messages.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>Notes what a message asked, in the place of what was noted of it before.</summary>
    public async Task NoteAsync(AskedMessage message, IEnumerable<AskedQuestion> asked, CancellationToken cancellation)
    {
        foreach (var question in asked.Where(question => !known.ContainsKey((question.CohortId, question.QuestionId))))
        {
            await questions.TryAddAsync(question.CohortId, question.QuestionId, question, cancellation);
            if (known.Count < MostRemembered) known.TryAdd((question.CohortId, question.QuestionId), true);
        }

        await PutAsync(message, cancellation);
    }

    public Task PutAsync(AskedMessage message, CancellationToken cancellation) =>
        messages.PutAsync(message.CohortId, message.ApplicationId, message, cancellation);

    /// <inheritdoc/>
    public async Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation)
    {
        var asked = await messages.DeleteFirstAsync(cohortId, most, cancellation);
        return asked + (asked < most ? await questions.DeleteFirstAsync(cohortId, most - asked, cancellation) : 0);
    }
}
