using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Programme;

/// <summary>Cohorts' settings as they were at the start: table <c>Cohorts</c>, one partition.</summary>
public sealed class CohortStore(TableServiceClient service)
{
    const string Partition = "cohort";

    readonly RecordTable<CohortSettings> cohorts = new(service, "Cohorts");
    readonly System.Collections.Concurrent.ConcurrentDictionary<string, CohortSettings> known = new();

    /// <summary>The settings; kept in memory, since a started cohort's do not change.</summary>
    /// <exception cref="KeyNotFoundException">No such cohort was started.</exception>
    public async Task<CohortSettings> GetAsync(string cohortId, CancellationToken cancellation = default) =>
        await FindAsync(cohortId, cancellation) ?? throw new KeyNotFoundException($"There is no cohort {cohortId}.");

    public async Task<CohortSettings?> FindAsync(string cohortId, CancellationToken cancellation = default)
    {
        if (known.TryGetValue(cohortId, out var settings)) return settings;
        if (await cohorts.FindAsync(Partition, cohortId, cancellation) is not { } stored) return null;
        return known.GetOrAdd(cohortId, stored.Value);
    }

    public async Task<IReadOnlyList<CohortSettings>> ListAsync(CancellationToken cancellation = default) =>
        [.. (await cohorts.ListAsync(Partition, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>False when a cohort of this id was started before; its settings stay.</summary>
    public Task<bool> TryAddAsync(CohortSettings settings, CancellationToken cancellation = default) =>
        cohorts.TryAddAsync(Partition, settings.Id, settings, cancellation);
}
