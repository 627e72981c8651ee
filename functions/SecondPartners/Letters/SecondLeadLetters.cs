using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.SecondPartners.Questions;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.SecondPartners.Letters;

/// <summary>A question to the leads.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Closes">Until then they can decide, UTC.</param>
/// <param name="IsAgain">A reminder.</param>
public sealed record SecondsAsked(string CohortId, DateTime Closes, bool IsAgain);

/// <summary>Asks the leads about the second pairs, and tells them when nobody has decided.</summary>
public sealed class SecondLeadLetters(
    CohortStore cohorts, PeopleStore people, SecondPairStore pairs, DecisionStore decisions, Approvals.Questions questions,
    Correspondence correspondence)
{
    const string Step = "seconds";

    /// <summary>Every lead gets all pairs with their reasons, and the link that decides; again only who has not answered.</summary>
    [Function(nameof(AskAboutSeconds))]
    public async Task AskAboutSeconds([ActivityTrigger] SecondsAsked asked)
    {
        var settings = await cohorts.GetAsync(asked.CohortId);
        var waiting = (await pairs.ListAsync(settings.Id)).Where(pair => pair.Status == SecondPairStatus.Proposed).ToList();
        if (waiting.Count == 0) return;
        var closes = new DateTimeOffset(asked.Closes, TimeSpan.Zero);
        var known = (await people.ListAsync(settings.Id)).ToDictionary(person => person.PersonId);
        foreach (var lead in settings.Leads)
        {
            if (asked.IsAgain && await decisions.FindAsync(settings.Id, ApproveSeconds.DecisionId(lead.Id)) is { Version: > 0 }) continue;
            await questions.AskAsync(
                ApproveSeconds.Question(settings.Id, lead, closes, waiting.Count),
                lead,
                new(Step, asked.IsAgain ? "reminder" : "ask", "lead-seconds")
                {
                    Model = new Dictionary<string, object?>
                    {
                        ["pairs"] = waiting.Count,
                        ["all"] = waiting.Select(pair => Described(pair, known, lead.Language)).ToList(),
                        ["needed"] = settings.Of<ApprovalSettings>().Needed,
                        ["close_date"] = DateText.Until(closes, settings, lead.Language),
                        ["again"] = asked.IsAgain,
                    },
                });
        }
    }

    static Dictionary<string, object?> Described(SecondPair pair, Dictionary<string, Person> known, string language) => new()
    {
        ["members"] = string.Join(" + ", pair.Members.Select(known.GetValueOrDefault).OfType<Person>().Select(member =>
            $"{Isolated.Of(member.Name)} ({Words.Country(member.Country, language)})")),
        ["reasons"] = string.Join(" ", pair.Reasons.Select(reason => reason.InWords(language))),
    };

    /// <summary>Nobody has decided in time.</summary>
    [Function(nameof(TellSecondsLapsed))]
    public async Task TellSecondsLapsed([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var dropped = (await pairs.ListAsync(cohortId)).Count(pair => pair.IntroducedAt is null);
        foreach (var lead in settings.Leads)
            await correspondence.WriteAsync(cohortId, lead, new(Step, "lapsed", "lead-seconds-lapsed")
            {
                Model = new Dictionary<string, object?> { ["pairs"] = dropped },
            });
    }
}
