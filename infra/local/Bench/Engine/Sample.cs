using System.Diagnostics;
using EmbeddedFunctions.Engine;

namespace Ilnp.Local.Bench.Engine;

/// <summary>One repetition of a workload: rounds on fresh hubs until a second has passed. Everything but the rounds is a sum over them.</summary>
sealed record Sample(int Rounds, double Seconds, double EngineCpu, double StorageCpu, long Requests, long Rows, StorageSpeed? Storage)
{
    /// <summary>Shorter ones would measure the stopwatch.</summary>
    const double ShortestSeconds = 1;

    public double SecondsOfRound => Seconds / Rounds;

    public double Work => (EngineCpu + StorageCpu) / Rounds;

    public static async Task<Sample> TakeAsync(BenchStorage storage, Func<DurableTaskTestHost, CancellationToken, Task> workload, CancellationToken cancellation)
    {
        await storage.ClearAsync(cancellation);
        var speed = storage.ConnectionString is { } connection ? await StorageSpeed.MeasureAsync(connection, cancellation) : null;
        var sum = new Sample(0, 0, 0, 0, 0, 0, speed);
        while (sum.Seconds < ShortestSeconds) sum = await sum.WithRoundAsync(storage, workload, cancellation);
        return sum;
    }

    async Task<Sample> WithRoundAsync(BenchStorage storage, Func<DurableTaskTestHost, CancellationToken, Task> workload, CancellationToken cancellation)
    {
        await using var host = await storage.StartEngineAsync(storage.NextHub());
        using var self = Process.GetCurrentProcess();
        var (cpu, storageCpu) = (self.TotalProcessorTime, storage.ProcessorTime);
        var (requests, rows) = (host.Statistics.StorageTransactions, host.Statistics.Rows);
        var watch = Stopwatch.StartNew();
        await workload(host, cancellation);
        var seconds = watch.Elapsed.TotalSeconds;
        self.Refresh();
        return this with
        {
            Rounds = Rounds + 1,
            Seconds = Seconds + seconds,
            EngineCpu = EngineCpu + (self.TotalProcessorTime - cpu).TotalSeconds,
            StorageCpu = StorageCpu + (storage.ProcessorTime - storageCpu).TotalSeconds,
            Requests = Requests + host.Statistics.StorageTransactions - requests,
            Rows = Rows + host.Statistics.Rows - rows,
        };
    }
}
