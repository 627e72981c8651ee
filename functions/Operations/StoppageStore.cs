using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Operations;

/// <summary>What stopped and was told: table <c>Stoppages</c>, partitioned by cohort. Rows are never changed.</summary>
public sealed class StoppageStore(TableServiceClient service)
{
    readonly RecordTable<Stoppage> stoppages = new(service, "Stoppages");

    /// <summary>All of a cohort, the first found first.</summary>
    public async Task<IReadOnlyList<Stoppage>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await stoppages.ListAsync(cohortId, cancellation: cancellation))
            .Select(stored => stored.Value).OrderBy(stoppage => stoppage.FoundAt)];

    public async Task<Stoppage?> FindAsync(string cohortId, string stoppageId, CancellationToken cancellation = default) =>
        (await stoppages.FindAsync(cohortId, stoppageId, cancellation))?.Value;

    /// <summary>False when the same was found before.</summary>
    public Task<bool> TryAddAsync(Stoppage stoppage, CancellationToken cancellation = default) =>
        stoppages.TryAddAsync(stoppage.CohortId, stoppage.StoppageId, stoppage, cancellation);
}
