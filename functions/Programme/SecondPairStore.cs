using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Programme;

/// <summary>Second pairs by cohort: table <c>SecondPairs</c>, partition cohort, row pair.</summary>
public sealed class SecondPairStore(TableServiceClient service)
{
    readonly RecordTable<SecondPair> pairs = new(service, "SecondPairs");

    public async Task<SecondPair?> FindAsync(string cohortId, string pairId, CancellationToken cancellation = default) =>
        (await pairs.FindAsync(cohortId, pairId, cancellation))?.Value;

    /// <summary>The pair.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public async Task<SecondPair> GetAsync(string cohortId, string pairId, CancellationToken cancellation = default) =>
        await FindAsync(cohortId, pairId, cancellation)
            ?? throw new KeyNotFoundException($"Cohort {cohortId} has no second pair {pairId}.");

    /// <summary>All that were ever made in the cohort, in the order of making.</summary>
    public async Task<IReadOnlyList<SecondPair>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await pairs.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>The running one of somebody; null for none.</summary>
    public async Task<SecondPair?> RunningOfAsync(string cohortId, string personId, CancellationToken cancellation = default) =>
        (await ListAsync(cohortId, cancellation))
            .FirstOrDefault(pair => pair.Status == SecondPairStatus.Active && pair.Members.Contains(personId));

    /// <summary>Writes what was made, in place of what a run before has made and nobody was asked about.</summary>
    public async Task ReplaceAsync(string cohortId, IReadOnlyList<SecondPair> made, CancellationToken cancellation = default)
    {
        var before = await ListAsync(cohortId, cancellation);
        await pairs.DeleteManyAsync(
            cohortId, before.Select(pair => pair.PairId).Except(made.Select(pair => pair.PairId)).ToList(), cancellation);
        await pairs.PutManyAsync(cohortId, made.Select(pair => (pair.PairId, pair)), cancellation);
    }

    public Task<SecondPair?> UpdateAsync(
        string cohortId, string pairId, Func<SecondPair, SecondPair> change, CancellationToken cancellation = default) =>
        pairs.UpdateAsync(cohortId, pairId, change, cancellation);

    /// <summary>Changes all of the cohort as they are stored now.</summary>
    public Task UpdateAllAsync(string cohortId, Func<SecondPair, SecondPair> change, CancellationToken cancellation = default) =>
        pairs.UpdateAllAsync(cohortId, change, cancellation: cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        pairs.DeleteFirstAsync(cohortId, most, cancellation);
}
