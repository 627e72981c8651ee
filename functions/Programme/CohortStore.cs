using System.Collections.Concurrent;
using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Programme;

/// <summary>
/// Cohorts' settings as they were at the start, with committee, days and meetings as they are now: table <c>Cohorts</c>, one partition.
/// </summary>
public sealed class CohortStore(TableServiceClient service, TimeProvider? time = null)
{
    const string Partition = "cohort";

    /// <summary>
    /// A committee that another instance of the app has changed is known here after so long; to who may enter it is known at once.
    /// </summary>
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    readonly RecordTable<CohortSettings> cohorts = new(service, "Cohorts");
    readonly ConcurrentDictionary<string, (CohortSettings Settings, DateTimeOffset ReadAt)> known = new();
    readonly ConcurrentDictionary<string, Task<CohortSettings?>> reading = new();
    readonly TimeProvider clock = time ?? TimeProvider.System;

    /// <summary>The settings; of a moment ago, since only their committee, days and meetings change.</summary>
    /// <exception cref="KeyNotFoundException">No such cohort was started.</exception>
    public async Task<CohortSettings> GetAsync(string cohortId, CancellationToken cancellation = default) =>
        await FindAsync(cohortId, cancellation) ?? throw new KeyNotFoundException($"There is no cohort {cohortId}.");

    /// <inheritdoc cref="GetAsync"/>
    public async Task<CohortSettings?> FindAsync(string cohortId, CancellationToken cancellation = default)
    {
        if (known.TryGetValue(cohortId, out var one) && (clock.GetUtcNow() - one.ReadAt).Duration() < Fresh) return one.Settings;
        // Where many mails go out at once, all of them ask at the same moment: one reads for all.
        var read = reading.GetOrAdd(cohortId, id => FindNowAsync(id));
        try
        {
            return await read.WaitAsync(cancellation);
        }
        finally
        {
            reading.TryRemove(KeyValuePair.Create(cohortId, read));
        }
    }

    /// <summary>As stored at this moment: for whatever asks whether somebody may do something.</summary>
    public async Task<CohortSettings?> FindNowAsync(string cohortId, CancellationToken cancellation = default) =>
        (await ReadAsync(cohortId, cancellation))?.Value;

    /// <summary>As stored at this moment, to be replaced.</summary>
    internal async Task<Stored<CohortSettings>?> ReadAsync(string cohortId, CancellationToken cancellation = default)
    {
        if (await cohorts.FindAsync(Partition, cohortId, cancellation) is not { } stored) return null;
        known[cohortId] = (stored.Value, clock.GetUtcNow());
        return stored;
    }

    public async Task<IReadOnlyList<CohortSettings>> ListAsync(CancellationToken cancellation = default) =>
        [.. (await cohorts.ListAsync(Partition, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>False when a cohort of this id was started before; its settings stay.</summary>
    public Task<bool> TryAddAsync(CohortSettings settings, CancellationToken cancellation = default) =>
        cohorts.TryAddAsync(Partition, settings.Id, settings, cancellation);

    /// <summary>Changes a cohort as it was read; false when somebody else has changed it since.</summary>
    internal async Task<bool> TryReplaceAsync(
        Stored<CohortSettings> read, CohortSettings settings, CancellationToken cancellation = default)
    {
        if (!await cohorts.TryReplaceAsync(read, settings, cancellation)) return false;
        known[settings.Id] = (settings, clock.GetUtcNow());
        return true;
    }
}
