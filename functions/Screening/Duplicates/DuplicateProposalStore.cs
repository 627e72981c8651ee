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

    /// <summary>Null when there is no such proposal, or not any more.</summary>
    public async Task<DuplicateProposal?> FindAsync(string cohortId, string proposalId, CancellationToken cancellation = default) =>
        (await proposals.FindAsync(cohortId, proposalId, cancellation))?.Value;

    /// <summary>Records a word, unless a later one counts; gives the proposal as it stands then, null when there is none.</summary>
    public Task<DuplicateProposal?> DecideAsync(
        string cohortId, string proposalId, DuplicateWord word, CancellationToken cancellation = default) =>
        proposals.UpdateAsync(cohortId, proposalId, word.On, cancellation);
}
