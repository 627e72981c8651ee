using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Intake.Applying;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.FormQuestions;

/// <summary>How a question of the app's own form is asked by another service's.</summary>
/// <param name="Title">The question.</param>
/// <param name="Hint">What stands below it; null for nothing.</param>
/// <param name="KindKey">Text that says what kind of question it is there.</param>
/// <param name="Places">How many answers it takes.</param>
/// <param name="Options">What is chosen from; empty where people answer in their own words.</param>
/// <param name="IsNeeded">Whether nobody can be matched without it.</param>
public sealed record FormNote(
    string Title, string? Hint, string KindKey, int Places, IReadOnlyList<string> Options, bool IsNeeded)
{
    /// <summary>The notes of a cohort's form. Pure.</summary>
    /// <param name="cohort">Whose form.</param>
    /// <param name="words">In the language of the form.</param>
    public static IReadOnlyList<FormNote> Of(CohortSettings cohort, PageTexts words)
    {
        var form = ApplicationForm.For(cohort.Languages);
        var view = new FormView(form, FormReading.Empty, words, ApplicationWindow.Facts(cohort, words), "application.submit");
        return [.. view.Questions.Select(question => Of(question, words, view.Facts))];
    }

    static FormNote Of(QuestionView view, PageTexts words, IReadOnlyDictionary<string, string> facts)
    {
        var (kind, places, options) = view.Question switch
        {
            ChoiceQuestion { Several: true } several => ("form-notes.kind.choices", several.Options.Count, several.Options),
            ChoiceQuestion choice => ("form-notes.kind.choice", 1, choice.Options),
            RankedQuestion { Options: { } listed } ranked => ("form-notes.kind.choices-of", ranked.Places, listed),
            RankedQuestion ranked => ("form-notes.kind.list", ranked.Places, []),
            NumberQuestion => ("form-notes.kind.number", 1, []),
            _ => ("form-notes.kind.text", 1, (IReadOnlyList<string>)[]),
        };
        return new(
            view.Label,
            view.HintKey is { } hint ? words.Plain(hint, facts) : null,
            kind,
            places,
            [.. options.Select(view.Words)],
            view.Question.Required);
    }
}
