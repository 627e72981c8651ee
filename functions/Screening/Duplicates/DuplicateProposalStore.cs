using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Screening.Duplicates;

/// <summary>Proposed duplicates: table <c>DuplicateProposals</c>, partition cohort, row proposal.</summary>
public sealed class DuplicateProposalStore(TableServiceClient service)
{
    readonly RecordTable<DuplicateProposal> proposals = new(service, "DuplicateProposals");

    /// <summary>All of the cohort, in the order of their ids.</summary>
    public async Task<IReadOnlyList<DuplicateProposal>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await proposals.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>False when it was proposed before; a decision stays.</summary>
    public Task<bool> TryAddAsync(DuplicateProposal proposal, CancellationToken cancellation = default) =>
        proposals.TryAddAsync(proposal.CohortId, proposal.ProposalId, proposal, cancellation);

    public Task DeleteAsync(string cohortId, IEnumerable<string> proposalIds, CancellationToken cancellation = default) =>
        proposals.DeleteManyAsync(cohortId, proposalIds, cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        proposals.DeleteFirstAsync(cohortId, most, cancellation);

    /// <summary>Records the decision; null when there is no such proposal.</summary>
    public Task<DuplicateProposal?> DecideAsync(
        string cohortId, string proposalId, DuplicateDecision decision, CancellationToken cancellation = default) =>
        proposals.UpdateAsync(cohortId, proposalId, proposal => proposal with { Decision = decision }, cancellation);
}
