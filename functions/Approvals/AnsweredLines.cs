using Ilnp.Forms;

namespace Ilnp.Approvals;

/// <summary>What somebody answered, as mails list it.</summary>
static class AnsweredLines
{
    /// <summary>For each question that was answered its words, <c>question</c>, and those of the answer, <c>answer</c>.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Lines(this FormView form) => [.. form.Answered.Select(Line)];

    static Dictionary<string, object?> Line(QuestionView question) => new()
    {
        ["question"] = question.Label,
        ["answer"] = question.Form.Texts.Locale.List([.. question.Values.Select(question.Words)]),
    };
}
