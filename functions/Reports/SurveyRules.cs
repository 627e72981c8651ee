using Ilnp.Forms;
using Ilnp.Texts;

namespace Ilnp.Reports;

/// <summary>A survey's answers as shares.</summary>
static class SurveyRules
{
    /// <param name="unlisted">A question that is for the report's makers, not its readers.</param>
    public static SurveyFigures Figures(Form form, SurveyReplies survey, PageTexts texts, string? unlisted = null) => new(
        survey.Asked,
        survey.Replies.Count,
        [.. form.Questions.Where(question => question.Key != unlisted)
            .Select(question => Figure(form, question, survey, texts)).OfType<QuestionFigure>()]);

    /// <summary>Null for questions without fixed answers.</summary>
    static QuestionFigure? Figure(Form form, Question question, SurveyReplies survey, PageTexts texts)
    {
        var key = $"{form.Name}.{question.Key}";
        var given = survey.Replies.Select(reply => reply.Answers.GetValueOrDefault(question.Key))
            .OfType<IReadOnlyList<string>>().Where(values => values.Count > 0).ToList();
        List<Share> Shares(IEnumerable<string> options, Func<string, string> label) =>
            [.. options.Select(option => new Share(label(option), given.Count(values => values.Contains(option)), given.Count))];

        return question switch
        {
            ChoiceQuestion choice =>
                new(question.Key, texts[key], choice.Several, given.Count, Shares(choice.Options, option => texts[$"{key}.{option}"])),
            ScaleQuestion scale =>
                new(question.Key, texts[key], false, given.Count, Shares(scale.Steps, step => ScaleLabel(scale, step, key, texts))),
            _ => null,
        };
    }

    static string ScaleLabel(ScaleQuestion scale, string step, string key, PageTexts texts) =>
        step == scale.Steps[0] ? $"{step} – {texts[$"{key}.low"]}"
        : step == scale.Steps[^1] ? $"{step} – {texts[$"{key}.high"]}"
        : step;
}
