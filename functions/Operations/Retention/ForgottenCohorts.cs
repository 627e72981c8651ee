using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Operations.Retention;

/// <summary>Cohorts of which nothing was left to forget, so that no night looks for it again: table <c>ForgottenCohorts</c>, one partition, row cohort.</summary>
public sealed class ForgottenCohorts(TableServiceClient service)
{
    const string Partition = "cohort";

    readonly RecordTable<Forgotten> cohorts = new(service, "ForgottenCohorts");

    /// <summary>Their ids.</summary>
    public async Task<IReadOnlySet<string>> ListAsync(CancellationToken cancellation) =>
        (await cohorts.ListAsync(Partition, cancellation: cancellation)).Select(stored => stored.Row).ToHashSet();

    /// <summary>Nothing happens when it is among them.</summary>
    public Task AddAsync(string cohortId, DateTimeOffset at, CancellationToken cancellation) => cohorts.TryAddAsync(Partition, cohortId, new(at), cancellation);
}

/// <summary>When nothing was left of a cohort, UTC.</summary>
public sealed record Forgotten(DateTimeOffset At);
