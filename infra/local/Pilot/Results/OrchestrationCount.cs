using Microsoft.DurableTask.Client;

namespace Ilnp.Local.Pilot.Results;

/// <summary>How the orchestrations ended.</summary>
static class OrchestrationCount
{
    public static async Task<OrchestrationFigures> TakeAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        int completed = 0, failed = 0, unfinished = 0;
        await foreach (var instance in client.GetAllInstancesAsync().WithCancellation(cancellation))
        {
            if (instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed) completed++;
            else if (instance.IsCompleted) failed++;
            else unfinished++;
        }

        return new(completed, failed, unfinished);
    }
}
