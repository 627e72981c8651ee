using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Screening.Duplicates;

/// <summary>
/// The matching begins without it, and a revision still takes it in; when people are asked to take part
/// it is too late, on whatever day that is.
/// </summary>
sealed class DuplicateCheck(CohortStore cohorts, PeopleStore people, DuplicateProposalStore proposals, TimeProvider time) : IDecisionCheck
{
    /// <summary>Nobody stands there before the inquiries go out.</summary>
    static readonly Standing[] Asked =
        [
            Standing.Asked, Standing.Available, Standing.Later, Standing.Declined,
            Standing.Silent, Standing.Active, Standing.Left, Standing.Resting,
        ];

    public string Form => DuplicateForm.Form.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        var proposal = await proposals.FindAsync(decision.CohortId, DuplicateForm.ProposalOf(decision.DecisionId), cancellation);
        if (proposal is null) return new() { OverKey = "duplicate.gone" };
        if (await MayBeAskedAsync(decision.CohortId, cancellation) && AreAsked(await people.ListAsync(decision.CohortId, cancellation)))
            return new() { OverKey = decision.Version == 0 ? "duplicate.over" : "duplicate.over.changed" };
        return proposal.DecidedBy is { } other && other != decision.SubjectId
            ? await DecidedByAsync(other, proposal, cancellation)
            : DecisionStand.Open;
    }

    /// <summary>Somebody else's word counts now: said before this one is changed or given.</summary>
    async Task<DecisionStand> DecidedByAsync(string memberId, DuplicateProposal proposal, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(proposal.CohortId, cancellation);
        return new()
        {
            NoteKeys = [proposal.Decision == DuplicateDecision.Same ? "duplicate-decided.same" : "duplicate-decided.different"],
            Facts = new Dictionary<string, string>
            {
                ["decider"] = cohort.MemberName(memberId),
                ["decided"] = DateText.At(proposal.DecidedAt!.Value, cohort, TextShelf.First),
            },
        };
    }

    /// <summary>Nor does anybody wait for those that another lead has decided: they can be changed, and need not be.</summary>
    public async Task<IReadOnlyList<Decision>> OverAsync(
        IReadOnlyList<Decision> asked, CohortFacts facts, CancellationToken cancellation)
    {
        if (await MayBeAskedAsync(asked[0].CohortId, cancellation) && AreAsked(facts.People)) return asked;
        var open = (await proposals.ListAsync(asked[0].CohortId, cancellation))
            .Where(proposal => proposal.Decision == DuplicateDecision.Open).Select(proposal => proposal.ProposalId).ToHashSet();
        return [.. asked.Where(decision => !open.Contains(DuplicateForm.ProposalOf(decision.DecisionId)))];
    }

    /// <summary>The same answer again changes nothing: whoever wants it back after another lead's word is told how.</summary>
    public async Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation)
    {
        var proposal = await proposals.FindAsync(decision.CohortId, DuplicateForm.ProposalOf(decision.DecisionId), cancellation);
        var isAgain = decision.Choice is { } said && reading.Of(DuplicateForm.Choice) is [var now] && now == said;
        return isAgain && proposal?.DecidedBy is { } other && other != decision.SubjectId
            ? new Dictionary<string, FormError> { [DuplicateForm.Choice] = new("duplicate-decided.again") }
            : new Dictionary<string, FormError>();
    }

    /// <summary>Never before their day, and later when the pairs were approved later.</summary>
    async Task<bool> MayBeAskedAsync(string cohortId, CancellationToken cancellation) =>
        time.GetUtcNow() >= new ProgrammeCalendar(await cohorts.GetAsync(cohortId, cancellation)).AskAvailability;

    static bool AreAsked(IEnumerable<Person> people) => people.Any(person => Asked.Contains(person.Standing));
}
