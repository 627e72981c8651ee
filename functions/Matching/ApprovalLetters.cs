using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Options;

namespace Ilnp.Matching;

/// <summary>What the leads are shown when they are asked.</summary>
/// <param name="Request">Which proposal, and how often they were reminded of it.</param>
/// <param name="Groups">Those that are proposed.</param>
/// <param name="People">Everybody of the cohort, by id.</param>
/// <param name="Summary">Of the proposal.</param>
/// <param name="Before">Of the one before; null for the first.</param>
sealed record ShownProposal(
    ApprovalRequest Request, IReadOnlyList<Programme.Group> Groups, IReadOnlyDictionary<string, Person> People,
    ProposalSummary Summary, ProposalSummary? Before)
{
    public int Applicants => People.Values.Count(person => person.Standing == Standing.Eligible);
}

/// <summary>The mails that ask the leads about a proposal.</summary>
public sealed class ApprovalLetters(PeopleStore people, GroupStore groups, ProposalStore proposals, IOptions<WebOptions> web)
{
    /// <summary>Pairs shown in the mail itself; all are on the page.</summary>
    const int SampleSize = 3;

    /// <summary>New groups named in the mail of a later proposal.</summary>
    const int MostChanges = 10;

    internal async Task<ShownProposal> ReadAsync(ApprovalRequest request)
    {
        var proposed = (await groups.ListAsync(request.CohortId)).Where(group => group.Status == GroupStatus.Proposed).ToList();
        var everybody = (await people.ListAsync(request.CohortId)).ToDictionary(person => person.PersonId);
        var proposal = (await proposals.FindAsync(request.CohortId, request.Round))!;
        return new(request, proposed, everybody, proposal, await proposals.FindAsync(request.CohortId, request.Round - 1));
    }

    internal Letter Of(ShownProposal shown, CommitteeMember lead) => shown switch
    {
        { Request.Reminder: > 0 } => Reminder(shown),
        { Groups.Count: > 0 } => Proposal(shown, lead),
        _ => Nothing(shown),
    };

    static Letter Reminder(ShownProposal shown) =>
        new("matching", $"{shown.Request.Round}-{shown.Request.Reminder}", "decision-reminder")
        {
            Model = new Dictionary<string, object?>
            {
                ["what"] = "the proposed pairs",
                ["pairs"] = shown.Groups.Count,
                ["countries"] = shown.Summary.Countries,
                ["reminder"] = shown.Request.Reminder,
            },
        };

    /// <summary>Nobody is asked to approve no pairs: what is in the way, and what can be done.</summary>
    Letter Nothing(ShownProposal shown) =>
        new("matching", $"{shown.Request.Round}-0", "match-none")
        {
            Model = new Dictionary<string, object?>
            {
                ["applicants"] = shown.Applicants,
                ["held"] = Held(shown.People, TextShelf.First),
                ["notes"] = shown.Summary.Notes,
                ["people_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{shown.Request.CohortId}/people"),
            },
        };

    Letter Proposal(ShownProposal shown, CommitteeMember lead)
    {
        return new("matching", $"{shown.Request.Round}-0", "match-approval")
        {
            Model = new Dictionary<string, object?>
            {
                ["pairs"] = shown.Groups.Count,
                ["countries"] = shown.Summary.Countries,
                ["applicants"] = shown.Applicants,
                ["score_note"] = shown.Summary.Note,
                ["held"] = Held(shown.People, lead.Language),
                ["changes"] = shown.Before is null ? null : Changes(shown.Before, shown.Summary, Members),
                ["review_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{shown.Request.CohortId}/matching"),
                ["sample"] = shown.Groups.Take(SampleSize).Select(group => new Dictionary<string, object?>
                {
                    ["members"] = Members(group.Members),
                    ["reasons"] = string.Join(" ", group.Reasons.Select(reason => reason.InWords(lead.Language))),
                }).ToList(),
            },
        };

        string Members(IReadOnlyList<string> ids) => string.Join(" + ", ids.Select(id => Named(shown.People[id], lead.Language)));
    }

    static Dictionary<string, object?> Changes(
        ProposalSummary before, ProposalSummary proposal, Func<IReadOnlyList<string>, string> members)
    {
        var changes = ProposalChanges.Between(before, proposal);
        return new()
        {
            ["same"] = changes.Same.Count,
            ["new"] = changes.New.Count,
            ["gone"] = changes.Gone.Count,
            ["not_followed"] = proposal.LeftOut.Count + proposal.NotUnderstood.Count,
            ["examples"] = changes.New.Take(MostChanges).Select(members).ToList(),
        };
    }

    /// <summary>Who is left out until it is decided whether they applied twice, in a sentence; empty for nobody.</summary>
    static string Held(IReadOnlyDictionary<string, Person> everybody, string language) =>
        Locale.Of(language).List([.. HeldBack.Of(everybody.Values).Select(person => Named(person, language))]);

    static string Named(Person person, string language) => $"{Isolated.Of(person.Name)} ({Words.Country(person.Country, language)})";
}
