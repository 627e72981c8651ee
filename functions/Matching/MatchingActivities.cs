using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Matching;

/// <summary>Proposals and the leads' decisions about them.</summary>
public sealed class MatchingActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, ProposalStore proposals, CohortProposer proposer, WishStore wishes,
    DecisionStore decisions, Questions questions, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>Pairs shown in the mail itself; all are on the page.</summary>
    const int SampleSize = 3;

    /// <summary>New groups named in the mail of a later proposal.</summary>
    const int MostChanges = 10;

    [Function(nameof(ProposeMatches))]
    public async Task ProposeMatches([ActivityTrigger] MatchingRound round)
    {
        var (wished, wanted) = await proposer.ProposeAsync(round);
        var proposal = wished.Proposal;
        await proposals.PutAsync(
            round.CohortId,
            new(round.Round, proposal.Score, proposal.UpperBound, proposal.Countries, proposal.Hull, round.Apart, proposal.Notes)
            {
                Groups = [.. proposal.Groups.Select(group => group.Members)],
                Wishes = wished.Cost,
                LeftOut = wished.LeftOut,
                NotUnderstood = wanted.NotUnderstood,
            });
    }

    /// <summary>
    /// What the leads wished when they sent the proposal back joins the wishes for the next one; a note is for people and wishes nothing.
    /// Gives the pairs that stay apart from now on: the members of groups that were named to be separated.
    /// </summary>
    [Function(nameof(ReadSeparations))]
    public async Task<IReadOnlyList<PersonPair>> ReadSeparations([ActivityTrigger] MatchingRound round)
    {
        var words = new WishWords(await groups.ListAsync(round.CohortId), await people.ListAsync(round.CohortId));
        foreach (var decision in await decisions.ListAsync(round.CohortId, MatchApprovalForm.Prefix(round.Round)))
            words.Keep(decision.Answer(MatchApprovalForm.Keep)).Separate(decision.Answer(MatchApprovalForm.Apart))
                .Together(decision.Answer(MatchApprovalForm.Together));
        var next = await wishes.ChangeAsync(
            round.CohortId,
            round.Round + 1,
            list => list.Changed(words.Wishes) with { Round = round.Round + 1, NotUnderstood = words.NotUnderstood });
        return [.. next.Wishes.Where(wish => wish.Kind == WishKind.Apart).Select(wish => new PersonPair(wish.First, wish.Second!))];
    }

    /// <summary>Every lead gets the figures, a few pairs, the page with all of them, and the link that decides.</summary>
    [Function(nameof(AskMatchApproval))]
    public async Task AskMatchApproval([ActivityTrigger] ApprovalRequest request)
    {
        var settings = await cohorts.GetAsync(request.CohortId);
        var proposed = (await groups.ListAsync(request.CohortId)).Where(group => group.Status == GroupStatus.Proposed).ToList();
        var everybody = (await people.ListAsync(request.CohortId)).ToDictionary(person => person.PersonId);
        var proposal = (await proposals.FindAsync(request.CohortId, request.Round))!;
        var before = await proposals.FindAsync(request.CohortId, request.Round - 1);
        foreach (var lead in request.Reminder == 0 ? settings.Leads : await RemindedAsync(settings, request.Round))
        {
            var letter = Letter(request, proposed, everybody, proposal, before, lead)
                .With("needed", settings.Of<ApprovalSettings>().Needed).With("remind_days", settings.Care.RemindDays)
                .With("heard_by", Silence.InWords(settings, lead.Id));
            await questions.AskAsync(MatchApprovalForm.Question(settings, request, lead, proposed.Count, proposal.Countries), lead, letter);
        }
    }

    /// <summary>Leads who have not approved and are there; all who have not, when none of them is there.</summary>
    async Task<IReadOnlyList<CommitteeMember>> RemindedAsync(CohortSettings settings, int round)
    {
        var answered = (await decisions.ListAsync(settings.Id, MatchApprovalForm.Prefix(round)))
            .Where(decision => decision.Version > 0).Select(decision => decision.SubjectId).ToHashSet();
        var (open, today) = (settings.Leads.Where(lead => !answered.Contains(lead.Id)).ToList(), settings.Today(time.GetUtcNow()));
        return open.Where(lead => settings.StandIn(lead, today) is null).ToList() is { Count: > 0 } there ? there : open;
    }

    Letter Letter(
        ApprovalRequest request, IReadOnlyList<Programme.Group> proposed,
        IReadOnlyDictionary<string, Person> everybody, ProposalSummary proposal,
        ProposalSummary? before, CommitteeMember lead)
    {
        if (request.Reminder > 0) return Reminder(request, proposed, proposal);
        return proposed.Count > 0 ? Proposal(request, proposed, everybody, proposal, before, lead) : Nothing(request, everybody, proposal);
    }

    static Letter Reminder(ApprovalRequest request, IReadOnlyList<Programme.Group> proposed, ProposalSummary proposal) =>
        new("matching", $"{request.Round}-{request.Reminder}", "decision-reminder")
        {
            Model = new Dictionary<string, object?>
            {
                ["what"] = "the proposed pairs",
                ["pairs"] = proposed.Count,
                ["countries"] = proposal.Countries,
                ["reminder"] = request.Reminder,
            },
        };

    /// <summary>Nobody is asked to approve no pairs: what is in the way, and what can be done.</summary>
    Letter Nothing(ApprovalRequest request, IReadOnlyDictionary<string, Person> everybody, ProposalSummary proposal) =>
        new("matching", $"{request.Round}-0", "match-none")
        {
            Model = new Dictionary<string, object?>
            {
                ["applicants"] = everybody.Values.Count(person => person.Standing == Standing.Eligible),
                ["held"] = Held(everybody, TextShelf.First),
                ["notes"] = proposal.Notes,
                ["people_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{request.CohortId}/people"),
            },
        };

    Letter Proposal(
        ApprovalRequest request, IReadOnlyList<Programme.Group> proposed,
        IReadOnlyDictionary<string, Person> everybody, ProposalSummary proposal,
        ProposalSummary? before, CommitteeMember lead)
    {
        return new("matching", $"{request.Round}-0", "match-approval")
        {
            Model = new Dictionary<string, object?>
            {
                ["pairs"] = proposed.Count,
                ["countries"] = proposal.Countries,
                ["applicants"] = everybody.Values.Count(person => person.Standing == Standing.Eligible),
                ["score_note"] = proposal.Note,
                ["held"] = Held(everybody, lead.Language),
                ["changes"] = before is null ? null : Changes(ProposalChanges.Between(before, proposal), proposal, Members),
                ["review_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{request.CohortId}/matching"),
                ["sample"] = proposed.Take(SampleSize).Select(group => new Dictionary<string, object?>
                {
                    ["members"] = Members(group.Members),
                    ["reasons"] = string.Join(" ", group.Reasons.Select(reason => reason.InWords(lead.Language))),
                }).ToList(),
            },
        };

        string Members(IReadOnlyList<string> ids) => string.Join(" + ", ids.Select(id => Named(everybody[id], lead.Language)));
    }

    static Dictionary<string, object?> Changes(
        ProposalChanges changes, ProposalSummary proposal, Func<IReadOnlyList<string>, string> members) => new()
        {
            ["same"] = changes.Same.Count,
            ["new"] = changes.New.Count,
            ["gone"] = changes.Gone.Count,
            ["not_followed"] = proposal.LeftOut.Count + proposal.NotUnderstood.Count,
            ["examples"] = changes.New.Take(MostChanges).Select(members).ToList(),
        };

    /// <summary>Who is left out until it is decided whether they applied twice, in a sentence; empty for nobody.</summary>
    static string Held(IReadOnlyDictionary<string, Person> everybody, string language) =>
        Locale.Of(language).List([.. HeldBack.Of(everybody.Values).Select(person => Named(person, language))]);

    static string Named(Person person, string language) => $"{Isolated.Of(person.Name)} ({Words.Country(person.Country, language)})";
}
