using Ilnp.Tests.Mail;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Orchestration;

/// <summary>Lets time pass until orchestrations have ended.</summary>
static class PassingTime
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A timer that the engine was about to set while the clock went on is due later by as much: then the clock goes on once
    /// more, after some seconds of real time without an end.
    /// </summary>
    /// <param name="more">How far the clock goes on each time.</param>
    public static async Task<IReadOnlyList<OrchestrationMetadata>> EndAsync(this DurableTaskClient client, SetClock clock, string prefix, TimeSpan more)
    {
        using var limit = new CancellationTokenSource(Limit);
        var ended = new List<OrchestrationMetadata>();
        await foreach (var instance in client.GetAllInstancesAsync(new() { InstanceIdPrefix = prefix }))
        {
            OrchestrationMetadata? end;
            while ((end = await client.EndOfAsync(instance.InstanceId, limit.Token)) is null) clock.Now += more;
            ended.Add(end);
        }

        return ended;
    }

    /// <summary>Null when it goes on for some seconds of real time.</summary>
    static async Task<OrchestrationMetadata?> EndOfAsync(this DurableTaskClient client, string instanceId, CancellationToken limit)
    {
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(limit);
        moment.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            return await client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, moment.Token);
        }
        catch (OperationCanceledException) when (!limit.IsCancellationRequested)
        {
            return null;
        }
    }
}
