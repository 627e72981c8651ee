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
        var (request, answers) = (Of(decision.Request, personId, redaction), Of(decision.Answers, redaction));
        return request == decision.Request && answers == decision.Answers
            ? decision
            : decision with { Request = request, Answers = answers };
    }

    /// <inheritdoc cref="Of(Decision, string, Redaction)"/>
    public static RecordedAnswer Of(RecordedAnswer listed, string personId, Redaction redaction)
    {
        if (listed.Shown is not { } shown) return listed;
        var (request, before, after) = (Of(shown.Request, personId, redaction), Of(shown.Before, redaction), Of(shown.After, redaction)!);
        return request == shown.Request && before == shown.Before && after == shown.After ? listed
            : listed with { Shown = shown with { Request = request, Before = before, After = after } };
    }

    static DecisionRequest Of(DecisionRequest request, string personId, Redaction redaction)
    {
        var isAbout = request.DecisionId.Split('-').Contains(personId);
        var facts = request.Facts.Values.Any(fact => isAbout ? fact != Redaction.Left : redaction.Mentions(fact))
            ? request.Facts.ToDictionary(fact => fact.Key, fact => isAbout ? Redaction.Left : redaction.Of(fact.Value))
            : request.Facts;
        var worded = request.Worded.Values.Any(fact => fact.Values.Any(redaction.Mentions))
            ? request.Worded.ToDictionary(
                fact => fact.Key, fact => fact.Value with { Values = [.. fact.Value.Values.Select(redaction.Of)] })
            : request.Worded;
        return facts == request.Facts && worded == request.Worded ? request : request with { Facts = facts, Worded = worded };
    }

    public static DecisionAudit Of(DecisionAudit audit, Redaction redaction)
    {
        var (before, after) = (Of(audit.Before, redaction), Of(audit.After, redaction)!);
        return before == audit.Before && after == audit.After ? audit : audit with { Before = before, After = after };
    }

    static IReadOnlyDictionary<string, IReadOnlyList<string>>? Of(
        IReadOnlyDictionary<string, IReadOnlyList<string>>? answers, Redaction redaction) =>
        answers?.Values.SelectMany(values => values).Any(redaction.Mentions) == true
            ? answers.ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)[.. answer.Value.Select(redaction.Of)])
            : answers;
}
