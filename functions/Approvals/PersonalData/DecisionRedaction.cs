using Ilnp.Privacy;

namespace Ilnp.Approvals.PersonalData;

/// <summary>Leaves somebody's name out of what others were asked and answered. Pure; gives the same object when it is not in it.</summary>
static class DecisionRedaction
{
    /// <param name="decision">Somebody else's.</param>
    /// <param name="personId">Of a question that is about the person, as its id says, all that was told is left out.</param>
    /// <param name="redaction">Names and addresses.</param>
    public static Decision Of(Decision decision, string personId, Redaction redaction)
    {
        var isAbout = decision.DecisionId.Split('-').Contains(personId);
        var facts = decision.Request.Facts.Values.Any(fact => isAbout ? fact != Redaction.Left : redaction.Mentions(fact))
            ? decision.Request.Facts.ToDictionary(fact => fact.Key, fact => isAbout ? Redaction.Left : redaction.Of(fact.Value))
            : decision.Request.Facts;
        var worded = decision.Request.Worded.Values.Any(fact => fact.Values.Any(redaction.Mentions))
            ? decision.Request.Worded.ToDictionary(fact => fact.Key, fact => fact.Value with { Values = [.. fact.Value.Values.Select(redaction.Of)] })
            : decision.Request.Worded;
        var answers = Of(decision.Answers, redaction);
        return facts == decision.Request.Facts && worded == decision.Request.Worded && answers == decision.Answers ? decision
            : decision with { Request = decision.Request with { Facts = facts, Worded = worded }, Answers = answers };
    }

    public static DecisionAudit Of(DecisionAudit audit, Redaction redaction)
    {
        var (before, after) = (Of(audit.Before, redaction), Of(audit.After, redaction)!);
        return before == audit.Before && after == audit.After ? audit : audit with { Before = before, After = after };
    }

    static IReadOnlyDictionary<string, IReadOnlyList<string>>? Of(IReadOnlyDictionary<string, IReadOnlyList<string>>? answers, Redaction redaction) =>
        answers?.Values.SelectMany(values => values).Any(redaction.Mentions) == true
            ? answers.ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)[.. answer.Value.Select(redaction.Of)])
            : answers;
}
