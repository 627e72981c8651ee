using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Matching;

/// <summary>
/// A proposal is decided once, by the first lead or by two who agree, and only as long as it is the latest; what a revision
/// wishes must name groups and people of it.
/// </summary>
public sealed class MatchApprovalCheck(
    CohortStore cohorts, PeopleStore people, GroupStore groups, ProposalStore proposals, Tallies tallies, InquiryForecast forecast,
    TimeProvider time)
    : IDecisionCheck
{
    public string Form => MatchApprovalForm.Form.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        if (MatchApprovalForm.RoundOf(decision.DecisionId) is not { } round) return DecisionStand.Open;
        var settings = await cohorts.GetAsync(decision.CohortId, cancellation);
        var tally = (await tallies.FindAsync(decision, cancellation))!;
        if (tally.Outcome is { } outcome) return Decided(settings, tally, outcome);
        var made = await proposals.ListAsync(decision.CohortId, cancellation);
        if (IsOvertaken(made, round)) return Over(settings, "match-approval.over.newer");
        var notes = await NotesAsync(settings, cancellation);
        string[] first =
        [
            .. Agreement(settings, tally, decision),
            .. made is [.., { Groups.Count: 0, Score: 0 }] ? ["match-approval.none"] : Array.Empty<string>(),
        ];
        return notes with { NoteKeys = [.. first, .. notes.NoteKeys] };
    }

    /// <summary>Of those who are asked about one proposal, its tally is read once.</summary>
    public async Task<IReadOnlyList<Decision>> OverAsync(IReadOnlyList<Decision> asked, CohortFacts facts, CancellationToken cancellation)
    {
        var (made, over) = (await proposals.ListAsync(asked[0].CohortId, cancellation), new List<Decision>());
        foreach (var round in asked.GroupBy(one => MatchApprovalForm.RoundOf(one.DecisionId)))
            if (round.Key is { } number
                && (IsOvertaken(made, number) || (await tallies.FindAsync(round.First(), cancellation))!.Outcome is not null))
                over.AddRange(round);
        return over;
    }

    static bool IsOvertaken(IReadOnlyList<ProposalSummary> made, int round) => made.Count > 0 && made[^1].Round > round;

    public async Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation)
    {
        string[] wished = [.. new[] { MatchApprovalForm.Keep, MatchApprovalForm.Apart, MatchApprovalForm.Together }
            .Where(field => reading.Of(field).Count > 0)];
        if (wished.Length == 0) return new Dictionary<string, FormError>();
        if (MatchApprovalForm.Approves(reading)) return wished.ToDictionary(field => field, _ => new FormError("error.only-revision"));
        var proposed = (await groups.ListAsync(decision.CohortId, cancellation))
            .Where(group => group.Status == GroupStatus.Proposed).ToList();
        var everybody = await people.ListAsync(decision.CohortId, cancellation);
        WishWords Words() => new(proposed, everybody);
        var (keep, apart, together) = (
            Words().Keep(Said(reading, MatchApprovalForm.Keep)),
            Words().Separate(Said(reading, MatchApprovalForm.Apart)),
            Words().Together(Said(reading, MatchApprovalForm.Together)));
        var errors = new[] { (MatchApprovalForm.Keep, keep), (MatchApprovalForm.Apart, apart), (MatchApprovalForm.Together, together) }
            .Where(field => field.Item2.NotUnderstood.Count > 0)
            .ToDictionary(
                field => field.Item1, field => new FormError("error.unknown-in-proposal", string.Join(", ", field.Item2.NotUnderstood)));
        if (keep.Wishes.Concat(together.Wishes).FirstOrDefault(wish => apart.Wishes.Any(wish.IsAgainst)) is { } both)
            errors.TryAdd(
                MatchApprovalForm.Apart,
                new("error.both-ways", Locale.Of(TextShelf.First).Names(both.People.Select(new PersonNames(everybody).Of))));
        return errors;
    }

    static string? Said(FormReading reading, string field) => reading.Of(field) is [var words, ..] ? words : null;

    /// <summary>Where two must agree, that, and who has.</summary>
    static IEnumerable<string> Agreement(CohortSettings settings, Tally tally, Decision decision)
    {
        if (settings.Of<ApprovalSettings>().Needed < 2) return [];
        return tally.Votes.Any(vote => vote.MemberId == decision.SubjectId) ? ["match-approval.two.yours"]
            : tally.Votes.Count > 0 ? ["match-approval.two.one"] : ["match-approval.two"];
    }

    static DecisionStand Decided(CohortSettings settings, Tally tally, string outcome) =>
        Over(settings, outcome == MatchApprovalForm.Approve ? "match-approval.over.approved" : "match-approval.over.revised") with
        {
            Facts = new Dictionary<string, string>
            {
                ["who"] = Locale.Of(TextShelf.First).Names(tally.Deciding.Select(vote => settings.MemberName(vote.MemberId))),
                ["decided"] = DateText.At(tally.Deciding.Max(vote => vote.At), settings, TextShelf.First),
            },
        };

    static DecisionStand Over(CohortSettings settings, string key) =>
        new() { OverKey = key, Instead = ($"/cohorts/{settings.Id}/matching", "match-approval.over.look") };

    async Task<DecisionStand> NotesAsync(CohortSettings settings, CancellationToken cancellation)
    {
        var held = HeldBack.Of(await people.ListAsync(settings.Id, cancellation));
        var (plan, now) = (CohortPlan.From(settings), time.GetUtcNow().UtcDateTime);
        var closes = plan.InquiryCloses(now);
        var late = now > plan.AskAvailability;
        var (mails, forecasted) = await forecast.OfAsync(settings, cancellation);
        return new()
        {
            NoteKeys =
            [
                .. held.Count > 0 ? ["match-approval.held"] : Array.Empty<string>(),
                late ? "match-approval.late" : "match-approval.asks",
                .. late && closes > plan.Introduce ? ["match-approval.late.introduce"] : Array.Empty<string>(),
                .. mails,
            ],
            Looks = mails.Count == 0 ? [] : [($"/cohorts/{settings.Id}/mailings/availability", "match-approval.mails.look")],
            Facts = new Dictionary<string, string>(forecasted)
            {
                ["held"] = InquiryForecast.Names(held),
                ["ask_date"] = DateText.Day(settings.Dates.AskAvailability, "en"),
                ["answer_until"] = DateText.Until(new(closes, TimeSpan.Zero), settings, "en"),
                ["introduce_date"] = DateText.Day(settings.Dates.Introduce, "en"),
            },
        };
    }
}
