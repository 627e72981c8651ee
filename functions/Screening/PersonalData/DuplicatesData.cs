using Ilnp.Privacy;
using Ilnp.Screening.Duplicates;
using Ilnp.Texts;

namespace Ilnp.Screening.PersonalData;

/// <summary>Who may be the same person as whom, by ids: table <c>DuplicateProposals</c>.</summary>
sealed class DuplicatesData(DuplicateProposalStore proposals, DuplicateReview review) : IPersonalData, IOtherSelves
{
    public static readonly HeldData Held = new("duplicates", ErasureTurn.Records, "table DuplicateProposals");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) =>
    [
        .. (await NamingAsync(who.CohortId, who.PersonId, cancellation)).Select(proposal => new Holding(
            proposal with { DecidedBy = null }, null,
            new HoldingLine(words["privacy.duplicates.why"], proposal.Why),
            new HoldingLine(
                words["privacy.duplicates.found"], words[$"privacy.duplicates.{proposal.Decision.ToString().ToLowerInvariant()}"]))),
    ];

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) =>
        review.WithoutAsync(who.CohortId, who.PersonId, cancellation);

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        proposals.ForgetAsync(cohortId, most, cancellation);

    /// <summary>All that the committee found to be one person with this one, over others too.</summary>
    public async Task<IReadOnlyList<(string CohortId, string PersonId)>> OfAsync(
        string cohortId, string personId, CancellationToken cancellation) =>
    [
        .. SamePeople.Of(personId, await proposals.ListAsync(cohortId, cancellation))
            .Where(id => id != personId).Select(id => (cohortId, id)),
    ];

    async Task<IEnumerable<DuplicateProposal>> NamingAsync(string cohortId, string personId, CancellationToken cancellation) =>
        (await proposals.ListAsync(cohortId, cancellation))
            .Where(proposal => proposal.FirstId == personId || proposal.SecondId == personId);
}
