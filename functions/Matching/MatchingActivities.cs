using System.Text.RegularExpressions;
using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Web;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Matching;

/// <summary>Proposals and the leads' decisions about them.</summary>
public sealed partial class MatchingActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, ProposalStore proposals, CohortMatchmaker matchmaker,
    DecisionStore decisions, DecisionLinks links, Correspondence correspondence, IOptions<WebOptions> web)
{
    /// <summary>How long a proposal can be decided about.</summary>
    static readonly TimeSpan Open = TimeSpan.FromDays(90);

    /// <summary>Pairs shown in the mail itself; all are on the page.</summary>
    const int SampleSize = 3;

    [Function(nameof(ProposeMatches))]
    public async Task ProposeMatches([ActivityTrigger] MatchingRound round)
    {
        var proposal = await matchmaker.ProposeAsync(round.CohortId, round.Apart);
        await proposals.PutAsync(
            round.CohortId, new(round.Round, proposal.Score, proposal.UpperBound, proposal.Countries, proposal.Hull, round.Apart, proposal.Notes));
    }

    /// <summary>The members of the groups that a lead named when sending the proposal back: these people stay apart from now on.</summary>
    [Function(nameof(ReadSeparations))]
    public async Task<IReadOnlyList<PersonPair>> ReadSeparations([ActivityTrigger] MatchingRound round)
    {
        var notes = (await decisions.ListAsync(round.CohortId, $"{MatchApproval.Form}-{round.Round}-")).Select(decision => decision.Answer("note") ?? "");
        var named = notes.SelectMany(note => GroupNumber().Matches(note)).Select(match => match.Value.ToUpperInvariant()).ToHashSet();
        var sentBack = (await groups.ListAsync(round.CohortId)).Where(group => named.Contains(group.GroupId));
        return [.. round.Apart, .. sentBack.Select(group => new PersonPair(group.Members[0], group.Members[1]))];
    }

    /// <summary>Every lead gets the figures, a few pairs, the page with all of them, and the link that decides.</summary>
    [Function(nameof(AskMatchApproval))]
    public async Task AskMatchApproval([ActivityTrigger] ApprovalRequest request)
    {
        var settings = await cohorts.GetAsync(request.CohortId);
        var proposed = (await groups.ListAsync(request.CohortId)).Where(group => group.Status == GroupStatus.Proposed).ToList();
        var everybody = (await people.ListAsync(request.CohortId)).ToDictionary(person => person.PersonId);
        var proposal = (await proposals.FindAsync(request.CohortId, request.Round))!;
        foreach (var lead in settings.Leads)
        {
            var url = await links.OpenAsync(Decision(settings, request, lead, proposed.Count, proposal.Countries));
            var letter = request.Reminder == 0
                ? Proposal(request, proposed, everybody, proposal, lead, url)
                : new Letter("matching", $"{request.Round}-{request.Reminder}", "decision-reminder")
                {
                    Model = new Dictionary<string, object?> { ["what"] = "the proposed pairs", ["url"] = url },
                };
            await correspondence.WriteAsync(request.CohortId, lead, letter);
        }
    }

    static DecisionRequest Decision(CohortSettings settings, ApprovalRequest request, CommitteeMember lead, int pairs, int countries) => new()
    {
        CohortId = settings.Id,
        DecisionId = MatchApproval.DecisionId(request.Round, lead.Id),
        Form = MatchApproval.Form,
        SubjectId = lead.Id,
        ClosesAt = new ProgrammeCalendar(settings).ApplicationsClose + Open,
        InstanceId = request.InstanceId,
        EventName = MatchingOrchestrator.ApprovalEvent,
        Facts = new Dictionary<string, string> { ["pairs"] = $"{pairs}", ["countries"] = $"{countries}" },
    };

    Letter Proposal(
        ApprovalRequest request, IReadOnlyList<Programme.Group> proposed, IReadOnlyDictionary<string, Person> everybody, ProposalSummary proposal, CommitteeMember lead, Uri url) =>
        new("matching", $"{request.Round}-0", "match-approval")
        {
            Model = new Dictionary<string, object?>
            {
                ["pairs"] = proposed.Count,
                ["countries"] = proposal.Countries,
                ["applicants"] = everybody.Values.Count(person => person.Standing == Standing.Eligible),
                ["score_note"] = proposal.Note,
                ["url"] = url,
                ["review_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{request.CohortId}/matching"),
                ["sample"] = proposed.Take(SampleSize).Select(group => new Dictionary<string, object?>
                {
                    ["members"] = string.Join(" + ", group.Members.Select(id => Named(everybody[id], lead.Language))),
                    ["reasons"] = group.Reasons.Select(reason => reason.InWords(lead.Language)).ToList(),
                }).ToList(),
            },
        };

    static string Named(Person person, string language) => $"{person.Name} ({Words.Country(person.Country, language)})";

    [GeneratedRegex(@"\bG\d{3,}\b", RegexOptions.IgnoreCase)]
    private static partial Regex GroupNumber();
}
