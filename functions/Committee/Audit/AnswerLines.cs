using Ilnp.Approvals;
using Ilnp.Forms;

namespace Ilnp.Committee.Audit;

/// <summary>What was answered by a link, in the reader's words.</summary>
static class AnswerLines
{
    public static AuditLine Of(RecordedAnswer answer, ShownAnswer shown, AuditNames names, FormCatalogue forms) =>
        shown.Handed is { } handing ? Of(shown.Request, handing, names) : OfAnswer(answer, shown, names, forms.Get(shown.Request.Form));

    /// <summary>Who was named to decide in whose place.</summary>
    static AuditLine Of(DecisionRequest request, Handing handing, AuditNames names)
    {
        var (cohort, texts) = (names.Reader.Cohort, names.Reader.Texts);
        var title = texts.Plain($"{request.Form}.title", request.Facts(names.Of(handing.FromId), null, cohort, texts));
        return new(handing.At, names.Of(handing.FromId), texts.Plain("audit.handed", new Dictionary<string, string> { ["what"] = title }))
        {
            Path = names.PathOf(handing.FromId),
            After = HandingWords.Line(handing, cohort, texts),
        };
    }

    /// <summary>
    /// Of a member all that they answered; of a participant what they chose, and nothing of a form that only
    /// collects: its words stand in the report.
    /// </summary>
    static AuditLine OfAnswer(RecordedAnswer answer, ShownAnswer shown, AuditNames names, Form form)
    {
        var (id, texts) = (answer.SubjectId, names.Reader.Texts);
        var facts = shown.Request.Facts(names.Of(id), answer.At, names.Reader.Cohort, texts);
        var title = texts.Plain($"{form.Name}.title", facts);
        var what = texts.Plain(
            answer.Version == 1 ? "audit.answered" : "audit.changed", new Dictionary<string, string> { ["what"] = title });
        var isOfMember = !names.Knows(id);
        return new(answer.At, names.Of(id), what)
        {
            Path = names.PathOf(id),
            Before = shown.Before is { } before ? Words(before) : "",
            After = Words(shown.After),
        };

        string Words(IReadOnlyDictionary<string, IReadOnlyList<string>> answers) => string.Join(
            "\n", new FormView(form, FormReading.Filled(answers), texts, facts, "decision.submit").Answered
                .Where(question => isOfMember || question.Question.Key == form.Decides)
                .Select(question => $"{question.Label}: {texts.Locale.List([.. question.Values.Select(question.Words)])}"));
    }
}
