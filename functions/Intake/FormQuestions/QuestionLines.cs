using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Texts;

namespace Ilnp.Intake.FormQuestions;

/// <summary>What the committee is told of a form's questions: those that nobody reads, and fields that it does not ask for.</summary>
public sealed class QuestionLines(QuestionStore questions, IntakeProblemStore problems, ProblemNotes notes)
{
    /// <summary>In the place of a meaning: read as something, though nobody had to say it.</summary>
    const string Read = "read";

    /// <summary>Notes what a message asked. A question that is read as nothing is listed once.</summary>
    public async Task NoteAsync(Application application, ReadMessage read, CancellationToken cancellation)
    {
        var asked = read.Listed.DistinctBy(question => Fold.Text(question.Heading)).ToList();
        foreach (var question in asked.Where(question => !question.IsSettled))
            await notes.NoteOfFormAsync(Line(application, question), cancellation);
        await questions.NoteAsync(
            read.Asked(application),
            asked.Select(question => new AskedQuestion(application.CohortId, question.Heading, application.ReceivedAt)),
            cancellation);
    }

    /// <summary>
    /// Once all messages are read by what is said now: lines about what is settled are not open any more, and others are again.
    /// </summary>
    public async Task SettleAsync(
        string cohortId, ColumnChoices? said, IReadOnlyList<AskedMessage> messages, CancellationToken cancellation)
    {
        var fields = messages.SelectMany(message => message.Questions.Select(asked => (message.Provider, Field: asked.Field?.Key())))
            .ToHashSet();
        var read = messages.SelectMany(message => message.Questions)
            .Where(asked => asked.Field is not null).Select(asked => asked.QuestionId).ToHashSet();
        var choices = (said?.Fields ?? new Dictionary<string, string>())
            .ToDictionary(choice => AskedQuestion.IdOf(choice.Key), choice => choice.Value);
        foreach (var line in await problems.ListAsync(cohortId, ProblemIds.Form, cancellation))
            await SetAsync(line, line.Field is { } field && fields.Contains((line.Provider, field)) ? Read : null, cancellation);
        foreach (var line in await problems.ListAsync(cohortId, ProblemIds.Question, cancellation))
            await SetAsync(
                line,
                choices.GetValueOrDefault(ProblemIds.QuestionOf(line.ProblemId))
                    ?? (read.Contains(ProblemIds.QuestionOf(line.ProblemId)) ? Read : null),
                cancellation);
    }

    Task SetAsync(IntakeProblem line, string? meaning, CancellationToken cancellation) => line.Meaning == meaning ? Task.CompletedTask
        : problems.UpdateAsync(line.CohortId, line.ProblemId, stored => stored with { Meaning = meaning }, cancellation);

    static IntakeProblem Line(Application application, QuestionRead question) => new()
    {
        CohortId = application.CohortId,
        ProblemId = ProblemIds.OfQuestion(AskedQuestion.IdOf(Fold.Text(question.Heading))),
        Provider = application.Provider,
        Words = $"The form asks “{TextAnswer.Quote(question.Heading)}”, and nothing is read from the answers. Say on the page of the "
            + "form's questions what it is, or leave it out.",
        FoundAt = application.ReceivedAt,
    };
}
