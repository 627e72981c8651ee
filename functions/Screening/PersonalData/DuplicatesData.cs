using Ilnp.Privacy;
using Ilnp.Screening.Duplicates;
using Ilnp.Texts;

namespace Ilnp.Screening.PersonalData;

/// <summary>Who may be the same person as whom, by ids: table <c>DuplicateProposals</c>.</summary>
sealed class DuplicatesData(DuplicateProposalStore proposals) : IPersonalData, IOtherSelves
{
    public static readonly HeldData Held = new("duplicates", ErasureTurn.Records, "table DuplicateProposals");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) =>
    [
        .. (await NamingAsync(who.CohortId, who.PersonId, cancellation)).Select(proposal => new Holding(
            proposal, null,
            new HoldingLine(words["privacy.duplicates.why"], proposal.Why),
            new HoldingLine(
                words["privacy.duplicates.found"], words[$"privacy.duplicates.{proposal.Decision.ToString().ToLowerInvariant()}"]))),
    ];

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation) => await proposals.DeleteAsync(
        who.CohortId, (await NamingAsync(who.CohortId, who.PersonId, cancellation)).Select(proposal => proposal.ProposalId), cancellation);

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        proposals.ForgetAsync(cohortId, most, cancellation);

    /// <summary>All that the committee found to be one person with this one, over others too.</summary>
    public async Task<IReadOnlyList<(string CohortId, string PersonId)>> OfAsync(
        string cohortId, string personId, CancellationToken cancellation)
    {
        var same = (await proposals.ListAsync(cohortId, cancellation))
            .Where(proposal => proposal.Decision == DuplicateDecision.Same).ToList();
        HashSet<string> one = [personId];
        while (same.Exists(proposal => one.Contains(proposal.FirstId) != one.Contains(proposal.SecondId)))
            foreach (var proposal in same.Where(proposal => one.Contains(proposal.FirstId) || one.Contains(proposal.SecondId)))
                one.UnionWith([proposal.FirstId, proposal.SecondId]);
        return [.. one.Where(id => id != personId).Select(id => (cohortId, id))];
    }

    async Task<IEnumerable<DuplicateProposal>> NamingAsync(string cohortId, string personId, CancellationToken cancellation) =>
        (await proposals.ListAsync(cohortId, cancellation))
            .Where(proposal => proposal.FirstId == personId || proposal.SecondId == personId);
}
