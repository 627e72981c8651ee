using System.Text.Json;
using Ilnp.Committee.FormQuestions;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Ilnp.Tests.Programme;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Committee.FormQuestions;

/// <summary>
/// The page that says what a form of another service asks promises that all of it is read: each question and each choice, in each language.
/// </summary>
public sealed class FormNotesTests
{
    static readonly CohortSettings Cohort = Cohorts.Pilot with { Languages = AppTexts.Shelf.Languages };
    static readonly Form Form = ApplicationForm.For(Cohort.Languages);
    static readonly DateTimeOffset Now = new(2020, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Languages => [.. AppTexts.Shelf.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void GivenAFormThatAsksSo_WhenAnswered_ThenItIsReadAsOurOwn(string language)
    {
        var notes = FormNote.Of(Cohort, AppTexts.Shelf.In(language));
        var most = Form.Questions.Max(question => Options(question).Count);
        for (var turn = 0; turn < most; turn++)
        {
            var own = Read([.. Form.Questions.Select(question => new RawAnswer([question.Key], Given(question, Options(question), turn)))]);
            var others = Read(
                [.. Form.Questions.Zip(notes, (question, note) => new RawAnswer([note.Title], [Joined(question, note, turn)]))]);

            Assert.Equal(JsonSerializer.Serialize(own.Answers), JsonSerializer.Serialize(others.Answers));
            Assert.Empty(others.Findings.Select(finding => finding.Words));
        }
    }

    static ReadApplication Read(IReadOnlyList<RawAnswer> answers) =>
        new ApplicationReader(new(), TimeZoneInfo.Utc).Read(new("x", "2020-03-09T10:00:00Z", null, answers), Now);

    static IReadOnlyList<string> Options(Question question) => question switch
    {
        ChoiceQuestion choice => choice.Options,
        RankedQuestion { Options: { } options } => options,
        _ => [],
    };

    /// <summary>Two neighbours of a list, one of what only one is chosen from.</summary>
    static IReadOnlyList<string> Given(Question question, IReadOnlyList<string> options, int turn) => question.Key switch
    {
        "email" => ["wanjiru@library.example"],
        "name" => ["Wanjiru Kamau"],
        "country" => ["Kenya"],
        "timezone" => ["Africa/Nairobi"],
        "languages" => ["English", "Spanish"],
        "years" => ["7"],
        _ when question is ChoiceQuestion { Several: false } => [options[turn % options.Count]],
        _ => [.. new[] { options[turn % options.Count], options[(turn + 1) % options.Count] }.Distinct()],
    };

    /// <summary>As services write what was ticked.</summary>
    static string Joined(Question question, FormNote note, int turn) => string.Join(", ", Given(question, note.Options, turn));
}
