using System.Diagnostics;

namespace Ilnp.Local.Bench.Engine;

/// <summary>Fills a hub with instances that wait on timers, and watches an engine that starts on it.</summary>
sealed class Waiting(BenchStorage storage, int count)
{
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    readonly List<(double Recovery, double WorkingSet, double Managed, double Idle)> samples = [];

    public async Task RepeatAsync(CancellationToken cancellation)
    {
        await storage.ClearAsync(cancellation);
        var hub = storage.NextHub();
        await using (var first = await storage.StartEngineAsync(hub)) await EngineWorkloads.WaitingAsync(first.Client, count, cancellation);
        Collect();

        var watch = Stopwatch.StartNew();
        await using var second = await storage.StartEngineAsync(hub);
        var recovery = watch.Elapsed.TotalSeconds;
        await Task.Delay(Settling, cancellation); // real time, here and below: this measures doing nothing
        Collect();
        using var self = Process.GetCurrentProcess();
        var cpu = self.TotalProcessorTime;
        await Task.Delay(Idle, cancellation);
        self.Refresh();
        samples.Add((recovery, self.WorkingSet64 / 1e6, GC.GetTotalMemory(forceFullCollection: false) / 1e6, 100 * (self.TotalProcessorTime - cpu) / Idle));
    }

    public WaitingFigures Figures() => new(
        count,
        samples.Count,
        Spread.Of(samples.Select(sample => sample.Recovery)),
        Spread.Of(samples.Select(sample => sample.WorkingSet)),
        Spread.Of(samples.Select(sample => sample.Managed)),
        Spread.Of(samples.Select(sample => sample.Idle)));

    /// <summary>What the first engine has left is not the second one's.</summary>
    static void Collect() => GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
