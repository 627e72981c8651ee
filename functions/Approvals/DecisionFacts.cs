using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Approvals;

/// <summary>What the texts of a decision's page and mails may name.</summary>
static class DecisionFacts
{
    /// <summary>
    /// The request's own facts, and whose decision it is, in which cohort, until when, recorded when: in the reader's zone where it is
    /// known.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Facts(this Decision decision, DecisionSubject subject, PageTexts words) =>
        decision.Request.Facts(subject.Name, decision.AnsweredAt, subject.Cohort, words, subject.Zone);

    /// <inheritdoc cref="Facts(Decision, DecisionSubject, PageTexts)"/>
    public static IReadOnlyDictionary<string, string> Facts(this Decision decision, string name, CohortSettings cohort, PageTexts words) =>
        decision.Request.Facts(name, decision.AnsweredAt, cohort, words);

    /// <inheritdoc cref="Facts(Decision, DecisionSubject, PageTexts)"/>
    public static IReadOnlyDictionary<string, string> Facts(
        this DecisionRequest request, string name, DateTimeOffset? answeredAt, CohortSettings cohort, PageTexts words, string? zone = null)
    {
        zone ??= cohort.TimeZone;
        var facts = new Dictionary<string, string>(request.Facts)
        {
            ["name"] = name,
            ["programme"] = cohort.NameIn(words.Language),
            ["close_date"] = DateText.Until(request.ClosesAt, zone, words.Language),
        };
        foreach (var (worded, fact) in request.Worded) facts[worded] = fact.InWords(words.Language);
        if (answeredAt is { } at) facts["when"] = DateText.At(at, zone, words.Language);
        return facts;
    }
}
