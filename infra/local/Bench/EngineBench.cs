using System.Diagnostics;
using EmbeddedFunctions.Azurite;
using EmbeddedFunctions.Engine;

namespace Ilnp.Local.Bench;

/// <summary>Runs the engine's workloads on one Azurite, each on a task hub of its own.</summary>
sealed class EngineBench(AzuriteProcess azurite, Action<string> progress)
{
    int hubs;

    public async Task<EngineFigures> RunAsync(EngineSizes sizes, CancellationToken cancellation)
    {
        progress("storage alone");
        var storage = await StorageSpeed.MeasureAsync(azurite.ConnectionString, cancellation);
        await using (var warm = await StartAsync()) await EngineWorkloads.ManyAsync(warm.Client, 50, cancellation);

        progress($"{sizes.Orchestrations} orchestrations of one activity");
        var many = await TimedAsync((host, token) => EngineWorkloads.ManyAsync(host.Client, sizes.Orchestrations, token), cancellation);
        progress($"{sizes.Parallel} activities in parallel");
        var parallel = await TimedAsync((host, token) => EngineWorkloads.ParallelAsync(host.Client, sizes.Parallel, token), cancellation);
        progress($"{sizes.Sequential} activities in sequence");
        double[] latencies = [];
        var sequence = await TimedAsync(async (host, token) => latencies = await EngineWorkloads.SequenceAsync(host.Client, sizes.Sequential, token), cancellation);
        progress($"{sizes.ManyOrchestrations} orchestrations of one activity");
        var manyMore = await TimedAsync((host, token) => EngineWorkloads.ManyAsync(host.Client, sizes.ManyOrchestrations, token), cancellation);
        progress($"{sizes.Waiting} orchestrations waiting on timers");
        var waiting = await WaitingAsync(sizes.Waiting, cancellation);

        return new(
            storage,
            new(sizes.Orchestrations, many.Seconds, sizes.Orchestrations / many.Seconds, many.Commits / many.Seconds),
            new(sizes.Parallel, parallel.Seconds, sizes.Parallel / parallel.Seconds, parallel.Commits / parallel.Seconds),
            new(sizes.Sequential, sequence.Seconds, sizes.Sequential / sequence.Seconds, sequence.Commits / sequence.Seconds),
            new(sizes.ManyOrchestrations, manyMore.Seconds, sizes.ManyOrchestrations / manyMore.Seconds, manyMore.Commits / manyMore.Seconds),
            Quantile(latencies, 0.5),
            Quantile(latencies, 0.95),
            manyMore.Seconds / many.Seconds,
            waiting);
    }

    async Task<(double Seconds, long Commits)> TimedAsync(Func<DurableTaskTestHost, CancellationToken, Task> workload, CancellationToken cancellation)
    {
        await using var host = await StartAsync();
        var watch = Stopwatch.StartNew();
        await workload(host, cancellation);
        return (watch.Elapsed.TotalSeconds, host.Statistics.Commits);
    }

    async Task<WaitingFigures> WaitingAsync(int count, CancellationToken cancellation)
    {
        var hub = NextHub();
        await using (var first = await StartAsync(hub)) await EngineWorkloads.WaitingAsync(first.Client, count, cancellation);

        var watch = Stopwatch.StartNew();
        await using var second = await StartAsync(hub);
        var recovery = watch.Elapsed.TotalSeconds;
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var cpu = self.TotalProcessorTime;
        var idle = TimeSpan.FromSeconds(10);
        await Task.Delay(idle, cancellation); // real time: this measures doing nothing
        self.Refresh();
        return new(
            count,
            recovery,
            self.WorkingSet64 / 1e6,
            GC.GetTotalMemory(forceFullCollection: true) / 1e6,
            100 * (self.TotalProcessorTime - cpu) / idle);
    }

    string NextHub() => $"Bench{++hubs}";

    Task<DurableTaskTestHost> StartAsync(string? hub = null) => DurableTaskTestHost.StartAsync(EngineWorkloads.Register, options =>
    {
        options.ConnectionString = azurite.ConnectionString;
        options.HubName = hub ?? NextHub();
    });

    static double Quantile(double[] values, double share)
    {
        Array.Sort(values);
        return values[(int)(share * (values.Length - 1))];
    }
}
