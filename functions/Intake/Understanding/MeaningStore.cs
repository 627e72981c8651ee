using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Intake.Understanding;

/// <summary>What words mean: table <c>Meanings</c>, partition cohort, row word.</summary>
public sealed class MeaningStore(TableServiceClient service)
{
    readonly RecordTable<Meaning> meanings = new(service, "Meanings");

    public async Task<Meaning?> FindAsync(string cohortId, string wordId, CancellationToken cancellation = default) =>
        (await meanings.FindAsync(cohortId, wordId, cancellation))?.Value;

    /// <summary>All of the cohort, those that were taken back included.</summary>
    public async Task<IReadOnlyList<Meaning>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await meanings.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>The code of each word that has a meaning now, empty for one that is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NowAsync(string cohortId, CancellationToken cancellation = default) =>
        (await ListAsync(cohortId, cancellation)).Where(meaning => !meaning.IsTakenBack)
            .ToDictionary(meaning => meaning.WordId, meaning => meaning.Code);

    /// <summary>Keeps what was said, if it is about what stands there now; false when somebody was first.</summary>
    public async Task<bool> TrySayAsync(Meaning said, CancellationToken cancellation = default)
    {
        if (said.Version == 1) return await meanings.TryAddAsync(said.CohortId, said.WordId, said, cancellation);
        return await meanings.FindAsync(said.CohortId, said.WordId, cancellation) is { } read && read.Value.Version == said.Version - 1
            && await meanings.TryReplaceAsync(read, said, cancellation);
    }

    public Task DeleteAsync(string cohortId, IEnumerable<string> wordIds, CancellationToken cancellation = default) =>
        meanings.DeleteManyAsync(cohortId, wordIds, cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        meanings.DeleteFirstAsync(cohortId, most, cancellation);
}
