using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Orchestration;

/// <summary>Waits for orchestrations.</summary>
static class OrchestrationsEnd
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>All whose ids begin so have ended, in real time, with what they gave.</summary>
    public static async Task<IReadOnlyList<OrchestrationMetadata>> EndAsync(this DurableTaskClient client, string prefix)
    {
        using var limit = new CancellationTokenSource(Limit);
        var ended = new List<OrchestrationMetadata>();
        await foreach (var instance in client.GetAllInstancesAsync(new() { InstanceIdPrefix = prefix }))
            ended.Add(await client.WaitForInstanceCompletionAsync(instance.InstanceId, getInputsAndOutputs: true, limit.Token));
        return ended;
    }
}
