using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Approvals;

/// <summary>What the texts of a decision's page and mails may name.</summary>
static class DecisionFacts
{
    /// <summary>The request's own facts, and whose decision it is, in which cohort, until when, recorded when.</summary>
    public static IReadOnlyDictionary<string, string> Facts(this Decision decision, DecisionSubject subject, PageTexts words)
    {
        var facts = new Dictionary<string, string>(decision.Request.Facts)
        {
            ["name"] = subject.Name,
            ["programme"] = subject.Cohort.NameIn(words.Language),
            ["close_date"] = DateText.Until(decision.Request.ClosesAt, subject.Cohort, words.Language),
        };
        foreach (var (name, fact) in decision.Request.Worded) facts[name] = fact.InWords(words.Language);
        if (decision.AnsweredAt is { } answeredAt) facts["when"] = DateText.At(answeredAt, subject.Cohort, words.Language);
        return facts;
    }
}
