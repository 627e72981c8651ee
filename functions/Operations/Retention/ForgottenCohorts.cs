using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Operations.Retention;

/// <summary>
/// Cohorts of which nothing was left to forget, so that no night looks for it again: table
/// <c>ForgottenCohorts</c>, one partition, row cohort.
/// </summary>
public sealed class ForgottenCohorts(TableServiceClient service)
{
    const string Partition = "cohort";

    readonly RecordTable<Forgotten> cohorts = new(service, "ForgottenCohorts");

    /// <summary>Their ids, but for those that are looked at again.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlySet<string>> ListAsync(DateTimeOffset now, CancellationToken cancellation) =>
        (await cohorts.ListAsync(Partition, cancellation: cancellation))
            .Where(stored => !RetentionRules.IsLookedAtAgain(stored.Value.At, now)).Select(stored => stored.Row).ToHashSet();

    /// <summary>Nothing happens when it is among them.</summary>
    public Task AddAsync(string cohortId, DateTimeOffset at, CancellationToken cancellation) =>
        cohorts.TryAddAsync(Partition, cohortId, new(at), cancellation);
}

/// <summary>When nothing was left of a cohort, UTC.</summary>
public sealed record Forgotten(DateTimeOffset At);
