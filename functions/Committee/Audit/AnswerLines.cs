using Ilnp.Approvals;
using Ilnp.Forms;

namespace Ilnp.Committee.Audit;

/// <summary>What was answered by a link, in the reader's words.</summary>
static class AnswerLines
{
    /// <summary>Who was named to decide in whose place.</summary>
    public static AuditLine Of(Decision decision, Handing handing, AuditNames names)
    {
        var (cohort, texts) = (names.Reader.Cohort, names.Reader.Texts);
        var title = texts.Plain($"{decision.Request.Form}.title", decision.Facts(names.Of(handing.FromId), cohort, texts));
        return new(handing.At, names.Of(handing.FromId), texts.Plain("audit.handed", new Dictionary<string, string> { ["what"] = title }))
        {
            Path = names.PathOf(handing.FromId),
            After = HandingWords.Line(handing, cohort, texts),
        };
    }

    /// <summary>Of a member all that they answered; of a participant what they chose, and nothing of a form that only collects: its words stand in the report.</summary>
    public static AuditLine Of(Decision decision, DecisionAudit audit, AuditNames names, FormCatalogue forms)
    {
        var (id, texts, form) = (decision.SubjectId, names.Reader.Texts, forms.Get(decision.Request.Form));
        var facts = decision.Facts(names.Of(id), names.Reader.Cohort, texts);
        var title = texts.Plain($"{form.Name}.title", facts);
        var what = texts.Plain(audit.Version == 1 ? "audit.answered" : "audit.changed", new Dictionary<string, string> { ["what"] = title });
        var isOfMember = !names.Knows(id);
        return new(audit.At, names.Of(id), what)
        {
            Path = names.PathOf(id),
            Before = audit.Before is { } before ? Words(before) : "",
            After = Words(audit.After),
        };

        string Words(IReadOnlyDictionary<string, IReadOnlyList<string>> answers) => string.Join(
            "\n", new FormView(form, FormReading.Filled(answers), texts, facts, "decision.submit").Answered
                .Where(question => isOfMember || question.Question.Key == form.Decides)
                .Select(question => $"{question.Label}: {texts.Locale.List([.. question.Values.Select(question.Words)])}"));
    }
}
