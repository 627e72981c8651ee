using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Cohort;

/// <summary>Starts a cohort: once, whoever asks how often.</summary>
public sealed class CohortStarter(CohortStore cohorts)
{
    /// <summary>Keeps the settings and starts the orchestration <c>cohort-{id}</c>.</summary>
    /// <returns>Whether it was started now; false when the cohort runs or ran already, with the settings it was started with.</returns>
    public async Task<bool> StartAsync(CohortSettings settings, DurableTaskClient client, CancellationToken cancellation = default)
    {
        await cohorts.TryAddAsync(settings, cancellation);
        var kept = await cohorts.GetAsync(settings.Id, cancellation);
        return await client.StartOnceAsync(
            nameof(CohortOrchestrator), new CohortCheckpoint(CohortPlan.From(kept)), InstanceIds.Cohort(kept.Id));
    }
}
