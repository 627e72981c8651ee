using FunctionsHost;
using FunctionsHost.Azurite;
using Ilnp.Local.Bench.Engine;
using Ilnp.Local.Running;
using Ilnp.Usage.Cost;
using Microsoft.DurableTask.Client;

namespace Ilnp.Local.Bench.Cost;

/// <summary>
/// What the engine over storage takes for a turn and for an activity: from orchestrations that have two turns and one activity, and
/// such that have two turns and none. What it takes while it waits is taken off.
/// </summary>
sealed class EngineCost(TimeSpan idle, Action<string> tell)
{
    const int Orchestrations = 200;

    /// <summary>After which its queues are looked at as seldom as they ever are.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    public async Task<EngineWork> MeasureAsync(CancellationToken cancellation)
    {
        await using var azurite = await AzuriteProcess.StartAsync(new(null, ProjectFolder.Azurite), tell, cancellation);
        await using var host = await EngineCommand.StartAsync(EngineKind.AzureStorage, azurite.ConnectionString, cancellation);
        using var counting = new Counting(azurite.ConnectionString);
        await RunAsync(host.Orchestrations, nameof(EngineFunctions.One), cancellation); // warms up
        tell($"{Orchestrations} orchestrations on the engine over storage, with an activity and without");
        var withActivity = await EachAsync(nameof(EngineFunctions.One));
        var without = await EachAsync(nameof(EngineFunctions.Waits));
        tell($"an idle host, {Settled.TotalMinutes:0} minute until it is quiet and {idle.TotalMinutes:0.#} minutes to count");
        await Task.Delay(Settled, cancellation); // real time: the engine's own
        var before = counting.Requests;
        await Task.Delay(idle, cancellation); // real time: what is measured
        var idleHour = TimeSpan.FromHours(1) / idle * (counting.Requests - before);
        return new((0.5 * without).Round(), (withActivity - without).Round(), idleHour.Round());

        async Task<StorageRequests> EachAsync(string orchestrator)
        {
            var start = counting.Requests;
            await RunAsync(host.Orchestrations, orchestrator, cancellation);
            return 1.0 / Orchestrations * (counting.Requests - start);
        }
    }

    static Task RunAsync(DurableTaskClient client, string orchestrator, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, Orchestrations).Select(async number =>
        {
            var id = await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, $"{number}", cancellation);
            var end = await client.WaitForInstanceCompletionAsync(id, cancellation);
            if (end.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
                throw new InvalidOperationException($"{orchestrator} ended {end.RuntimeStatus}.");
        }));
}
