using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.SecondPartners;

/// <summary>Begins a cohort's second partners. Asked for again, nothing more happens.</summary>
public static class SecondStarts
{
    public static Task<bool> StartSecondsAsync(this DurableTaskClient client, string cohortId) =>
        client.StartOnceAsync(nameof(SecondOrchestrator), cohortId, InstanceIds.Seconds(cohortId));
}
