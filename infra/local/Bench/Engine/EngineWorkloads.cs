using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Local.Bench.Engine;

/// <summary>What the engine is measured by; the same workloads as are published for the durable engine on Azure Storage.</summary>
static class EngineWorkloads
{
    public static void Register(DurableTaskRegistry tasks)
    {
        tasks
            .AddOrchestratorFunc<string, string>("One", (context, name) => context.CallActivityAsync<string>("Hello", name))
            .AddOrchestratorFunc<int, int>("Parallel", async (context, count)
                => (await Task.WhenAll(Enumerable.Range(0, count).Select(i => context.CallActivityAsync<string>("Hello", $"{i}")))).Length)
            .AddOrchestratorFunc<int, long[]>("Sequence", async (context, count) =>
            {
                var moments = new List<long>();
                for (var i = 0; i < count; i++) moments.Add(await context.CallActivityAsync<long>("Moment"));
                return [.. moments];
            })
            .AddOrchestratorFunc<int>("Wait", (context, days) => context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None))
            .AddActivityFunc<string, string>("Hello", (_, name) => $"Hello {name}!")
            .AddActivityFunc("Moment", _ => Stopwatch.GetTimestamp());
        CallCosts.Register(tasks);
    }

    public static async Task ManyAsync(DurableTaskClient client, int count, CancellationToken cancellation)
        => await Task.WhenAll(Enumerable.Range(0, count).Select(async i =>
        {
            var id = await client.ScheduleNewOrchestrationInstanceAsync("One", $"{i}", cancellation);
            await client.WaitForInstanceCompletionAsync(id, cancellation);
        }));

    public static Task ParallelAsync(DurableTaskClient client, int count, CancellationToken cancellation) => RunAsync(client, "Parallel", count, cancellation);

    /// <summary>Returns the milliseconds from each activity's run to the next one's: a call's whole way through the engine.</summary>
    public static async Task<double[]> SequenceAsync(DurableTaskClient client, int count, CancellationToken cancellation)
    {
        var moments = (await RunAsync(client, "Sequence", count, cancellation)).ReadOutputAs<long[]>()!;
        return [.. moments.Zip(moments.Skip(1), (before, after) => Stopwatch.GetElapsedTime(before, after).TotalMilliseconds)];
    }

    public static async Task WaitingAsync(DurableTaskClient client, int count, CancellationToken cancellation)
        => await Task.WhenAll(Enumerable.Range(0, count).Select(async i =>
        {
            var id = await client.ScheduleNewOrchestrationInstanceAsync("Wait", 30 + i % 90, cancellation);
            await client.WaitForInstanceStartAsync(id, cancellation);
        }));

    public static async Task<OrchestrationMetadata> RunAsync(DurableTaskClient client, TaskName name, object? input, CancellationToken cancellation)
    {
        var end = await client.WaitForInstanceCompletionAsync(
            await client.ScheduleNewOrchestrationInstanceAsync(name, input, cancellation), getInputsAndOutputs: true, cancellation);
        return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? end : throw new InvalidOperationException($"{name}: {end.FailureDetails?.ErrorMessage}");
    }
}
