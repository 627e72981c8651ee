using Azure.Data.Tables;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Wishes;
using Ilnp.Storage;

namespace Ilnp.Matching;

/// <summary>Figures of each proposal: table <c>Proposals</c>, partition cohort, row round. The groups are in their own table.</summary>
public sealed class ProposalStore(TableServiceClient service)
{
    readonly RecordTable<ProposalSummary> proposals = new(service, "Proposals");

    public async Task<ProposalSummary?> FindAsync(string cohortId, int round, CancellationToken cancellation = default) =>
        (await proposals.FindAsync(cohortId, Row(round), cancellation))?.Value;

    /// <summary>The proposals of a cohort, the first one first.</summary>
    public async Task<IReadOnlyList<ProposalSummary>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await proposals.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    public Task PutAsync(string cohortId, ProposalSummary proposal, CancellationToken cancellation = default) =>
        proposals.PutAsync(cohortId, Row(proposal.Round), proposal, cancellation);

    /// <summary>Changes all of a cohort.</summary>
    public Task UpdateAllAsync(string cohortId, Func<ProposalSummary, ProposalSummary> change, CancellationToken cancellation = default) =>
        proposals.UpdateAllAsync(cohortId, change, cancellation: cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        proposals.DeleteFirstAsync(cohortId, most, cancellation);

    static string Row(int round) => $"{round:0000}";
}

/// <summary>What a proposal is worth.</summary>
/// <param name="Round">1 for the first.</param>
/// <param name="Score">Sum of the pairs' scores.</param>
/// <param name="UpperBound">What no choice of pairs can exceed.</param>
/// <param name="Countries">Countries represented.</param>
/// <param name="Hull">Score against countries.</param>
/// <param name="Apart">Pairs kept apart at the committee's wish, of this and earlier rounds.</param>
/// <param name="Notes">What a person should know, in words.</param>
public sealed record ProposalSummary(
    int Round, long Score, long UpperBound, int Countries, IReadOnlyList<SpreadPoint> Hull,
    IReadOnlyList<PersonPair> Apart, IReadOnlyList<string> Notes)
{
    /// <summary>Ids of each group's members, so that it can be looked at and compared after the groups have gone on.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; init; } = [];

    /// <summary>The wishes it follows and what they cost; null without wishes.</summary>
    public WishesCost? Wishes { get; init; }

    /// <summary>Wishes that could not be followed, with the reasons.</summary>
    public IReadOnlyList<WishCost> LeftOut { get; init; } = [];

    /// <summary>Words of a decision that named no group and nobody.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];

    /// <summary>"optimal", or how far from it at most, in plain words.</summary>
    public string Note => Score >= UpperBound
        ? "No other choice under these rules scores higher; this is proven."
        : $"At most {(UpperBound - Score) * 100.0 / UpperBound:0.#} % below the best possible score.";
}
