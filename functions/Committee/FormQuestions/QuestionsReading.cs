using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Programme;

namespace Ilnp.Committee.FormQuestions;

/// <summary>Gathers what forms ask: three queries, however many messages there are.</summary>
public sealed class QuestionsReading(QuestionStore questions, ColumnChoiceStore choices)
{
    /// <summary>All questions of the cohort, the most frequent first.</summary>
    /// <returns>The questions, and how many messages wait to be read again.</returns>
    public async Task<(IReadOnlyList<QuestionRow> Rows, int Waiting)> ListAsync(CohortSettings cohort, CancellationToken cancellation)
    {
        var (asked, messages, said) = (
            questions.ListAsync(cohort.Id, cancellation),
            questions.MessagesAsync(cohort.Id, cancellation),
            choices.CurrentAsync(cohort.Id, cancellation));
        var (known, current) = (await asked, await said);
        var counts = QuestionCounts.Of(await messages);
        var map = new QuestionMap(current?.In(cohort.Of<IntakeSettings>()) ?? cohort.Of<IntakeSettings>());
        var rows = known.Select(question => RowOf(question, counts, current, map)).Where(row => row.Messages > 0 || row.Said is not null);
        return (
            [.. rows.OrderBy(row => row.State).ThenByDescending(row => row.Messages)
                .ThenBy(row => row.Question.FirstAt).ThenBy(row => row.Question.Heading, StringComparer.Ordinal)],
            Waiting(await messages, known, current));
    }

    /// <summary>One question; null when no message asked it.</summary>
    public async Task<QuestionRow?> FindAsync(CohortSettings cohort, string questionId, CancellationToken cancellation) =>
        await questions.FindAsync(cohort.Id, questionId, cancellation) is null ? null
            : (await ListAsync(cohort, cancellation)).Rows.FirstOrDefault(row => row.Question.QuestionId == questionId);

    static QuestionRow RowOf(AskedQuestion question, QuestionCounts counts, ColumnChoices? current, QuestionMap map)
    {
        var answer = new RawAnswer([question.Heading], []);
        return new(
            question, counts.Providers(question.QuestionId), counts.Kinds(question.QuestionId), counts.Fields(question.QuestionId),
            current?.Fields.GetValueOrDefault(question.Key),
            map.FieldOf(question.Heading),
            map.IsUnused(question.Heading)
                || (map.FieldOf(question.Heading) is null && map.IsSettled(answer) && counts.Fields(question.QuestionId).Count == 0));
    }

    static int Waiting(IReadOnlyList<AskedMessage> messages, IReadOnlyList<AskedQuestion> known, ColumnChoices? current)
    {
        var keys = known.ToDictionary(question => question.QuestionId, question => question.Key);
        return messages.Count(message =>
            !message.IsGone
                && current?.AboutKeys(message.Questions.Select(asked => keys.GetValueOrDefault(asked.QuestionId)).OfType<string>())
                    ?.Id != message.ChoicesId);
    }
}
