using Ilnp.Orchestration;
using Microsoft.DurableTask.Client;

namespace Ilnp.Operations;

/// <summary>Which of a cohort's stoppages still stand, as the task hub says now.</summary>
public sealed class StandingFailures(StoppageStore stoppages)
{
    /// <summary>
    /// All that was told of the cohort, and the failures that stand. Nothing is asked of the hub when nothing ever stopped.
    /// </summary>
    public async Task<(IReadOnlyList<Stoppage> Told, IReadOnlySet<FailureKey> Standing)> ReadAsync(
        string cohortId, DurableTaskClient client, CancellationToken cancellation)
    {
        var told = await stoppages.ListAsync(cohortId, cancellation);
        var failed = told.Count == 0 ? [] : await client.FailedAsync(cancellation);
        return (told, failed.Select(instance => new FailureKey(instance.InstanceId, instance.LastUpdatedAt)).ToHashSet());
    }
}
