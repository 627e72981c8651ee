using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Texts;

namespace Ilnp.Intake.FormQuestions;

/// <summary>A message as it is read now.</summary>
/// <param name="Said">As the provider sent it.</param>
/// <param name="Read">What it says.</param>
/// <param name="Questions">What it asks, in its order.</param>
/// <param name="Choices">What the committee said of its questions; null for nothing.</param>
public sealed record ReadMessage(RawSubmission Said, ReadApplication Read, IReadOnlyList<QuestionRead> Questions, ColumnChoices? Choices)
{
    /// <summary>Longer headings are no questions, and more of them no form: of those nothing is kept but the message.</summary>
    const int LongestHeading = 1000, MostQuestions = 200;

    /// <summary>Those that are listed, and of which the committee can say something.</summary>
    public IEnumerable<QuestionRead> Listed => Questions.Where(question => IsListed(question.Heading)).Take(MostQuestions);

    /// <summary>Folded headings by which something can be said of a message's questions.</summary>
    public static IEnumerable<string> KeysOf(RawSubmission said) =>
        BoxedAnswers.Unfold(said.Answers).Select(QuestionRead.HeadingOf).Where(IsListed).Take(MostQuestions).Select(Fold.Text);

    static bool IsListed(string heading) => heading.Length <= LongestHeading && Fold.Text(heading).Length > 0;

    /// <summary>What is noted of it.</summary>
    public AskedMessage Asked(Application application) => new()
    {
        CohortId = application.CohortId,
        ApplicationId = application.ApplicationId,
        Provider = application.Provider,
        ReceivedAt = application.ReceivedAt,
        ChoicesId = application.ChoicesId,
        Asked = AskedMessage.Write(
            Listed.Select(question =>
                new AskedHere(AskedQuestion.IdOf(Fold.Text(question.Heading)), AnswerKinds.Of(question.Answer), question.Field))),
    };
}

/// <summary>A question of a message with its answer.</summary>
/// <param name="Answer">As it came, boxes and grids as one.</param>
/// <param name="Field">What it is read as; null for nothing.</param>
/// <param name="IsSettled">Read as something, asking for what another question answers, or left out on purpose.</param>
public sealed record QuestionRead(RawAnswer Answer, ApplicationField? Field, bool IsSettled)
{
    public string Heading => HeadingOf(Answer);

    public static string HeadingOf(RawAnswer answer) => answer.Question is [var title, ..] ? title.Trim() : "";

    /// <summary>What a message's questions are read as. Pure.</summary>
    public static IReadOnlyList<QuestionRead> Of(IReadOnlyList<RawAnswer> answers, QuestionMap questions)
    {
        var used = new Dictionary<string, ApplicationField>(StringComparer.Ordinal);
        foreach (var (field, answer) in questions.Map(answers))
            foreach (var title in answer.Question) used.TryAdd(title, field);
        return [.. BoxedAnswers.Unfold(answers).Select(Read)];

        QuestionRead Read(RawAnswer answer)
        {
            ApplicationField? field = answer.Question is [var title, ..] && used.TryGetValue(title, out var found) ? found : null;
            return new(answer, field, field is not null || questions.IsSettled(answer));
        }
    }
}
