using Ilnp.Texts;

namespace Ilnp.Forms;

/// <summary>A form as it is shown.</summary>
/// <param name="Form">Its questions.</param>
/// <param name="Reading">Values and errors to show.</param>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Facts">What the texts name.</param>
/// <param name="SubmitKey">Text of the button.</param>
public sealed record FormView(
    Form Form, FormReading Reading, PageTexts Texts, IReadOnlyDictionary<string, string> Facts, string SubmitKey)
{
    /// <summary>Name of a field that people do not see and programs fill. Null for none.</summary>
    public string? Trap { get; init; }

    /// <summary>Name and value of the button; null for one that needs none.</summary>
    public (string Name, string Value)? Submit { get; init; }

    /// <summary>A second button, with its name, its value and the key of its text; null for none.</summary>
    public (string Name, string Value, string TextKey)? Besides { get; init; }

    /// <summary>What is sent along and not shown.</summary>
    public IReadOnlyList<(string Name, string Value)> Hidden { get; init; } = [];

    /// <summary>Those to show: one of a second step when its time has come.</summary>
    public IEnumerable<QuestionView> Questions =>
        Form.Questions.Where(question => question.OnlyIf is not { InSecondStep: true } condition || condition.IsMet(Reading.Values))
            .Select(question => new QuestionView(this, question));

    /// <summary>The questions that have an answer.</summary>
    public IEnumerable<QuestionView> Answered => Questions.Where(question => question.Values.Count > 0);
}

/// <summary>A question as it is shown.</summary>
public sealed record QuestionView(FormView Form, Question Question)
{
    /// <summary>Key of the question's own text; options and hints stand below it.</summary>
    public string TextKey => $"{Form.Form.Name}.{Question.Key}";

    public string Id => $"q-{Question.Key}";

    public IReadOnlyList<string> Values => Form.Reading.Of(Question.Key);

    public FormError? Error => Form.Reading.Errors.GetValueOrDefault(Question.Key);

    public string? HintKey => Form.Texts.Find($"{TextKey}.hint") is null ? null : $"{TextKey}.hint";

    /// <summary>Ids of the texts that explain the field, for assistive technology; null when there are none.</summary>
    public string? DescribedBy
    {
        get
        {
            var ids = string.Join(
                ' ', new[] { HintKey is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }

    /// <summary>Where a link in the error summary leads: the first field of the question.</summary>
    public string FirstFieldId => Question is TextQuestion ? Id : $"{Id}-1";

    /// <summary>Key of an option's text.</summary>
    public string OptionKey(string option) => Question.OptionKey(Form.Form.Name, option);

    /// <summary>The question as plain text.</summary>
    public string Label => Form.Texts.Plain(TextKey, Form.Facts);

    /// <summary>An answer as the reader reads it: an option's text, or the person's own words.</summary>
    public string Words(string value) =>
        Question is ChoiceQuestion { OfLanguages: true } ? Locale.Of(value).OwnName
        : Question is ChoiceQuestion or RankedQuestion { Options: not null } ? Form.Texts.Plain(OptionKey(value), Form.Facts) : value;
}
