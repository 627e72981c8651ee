namespace Ilnp.Local.Bench.Engine;

/// <summary>
/// Runs the engine's workloads on one storage. All are run once to warm up; then every repetition goes through all of them, so
/// that a slow minute of the machine does not fall on one workload alone.
/// </summary>
sealed class EngineBench(BenchStorage storage, EngineSizes sizes, int repetitions, Action<string> progress)
{
    /// <summary>The long workloads are repeated less often.</summary>
    const int MostLongRepetitions = 3;

    readonly List<(double Median, double NinetyFive)> latencies = [];

    public async Task<EngineFigures> RunAsync(CancellationToken cancellation)
    {
        var few = Workload("orchestrations of one activity", sizes.Orchestrations, EngineWorkloads.ManyAsync);
        var parallel = Workload("activities in parallel", sizes.Parallel, EngineWorkloads.ParallelAsync);
        var sequence = Workload("activities in sequence", sizes.Sequential, SequenceAsync);
        var many = Workload("orchestrations of one activity", sizes.ManyOrchestrations, EngineWorkloads.ManyAsync, MostLongRepetitions);

        progress("warming up");
        await WarmUpAsync(cancellation);
        for (var repetition = 1; repetition <= repetitions; repetition++)
        {
            foreach (var workload in new[] { few, parallel, sequence, many }.Where(workload => !workload.IsDone))
            {
                progress($"{workload.Name}, {repetition} of {repetitions}");
                await workload.RepeatAsync(storage, cancellation);
            }
        }

        var waiting = await WaitingAsync(cancellation);
        progress("cost of each call");
        await using var host = await storage.StartEngineAsync(storage.NextHub());
        return new(
            few.Figures(),
            parallel.Figures(),
            sequence.Figures(),
            many.Figures(),
            Figures.Round(many.MedianSeconds / few.MedianSeconds),
            Figures.Round(many.MedianWork / few.MedianWork),
            Spread.Of(latencies.Select(latency => latency.Median)),
            Spread.Of(latencies.Select(latency => latency.NinetyFive)),
            waiting,
            await CallCosts.MeasureAsync(host, cancellation));
    }

    Workload Workload(string name, int count, Func<Microsoft.DurableTask.Client.DurableTaskClient, int, CancellationToken, Task> round, int most = int.MaxValue)
        => new(name, count, Math.Min(repetitions, most), (host, cancellation) => round(host.Client, count, cancellation));

    async Task SequenceAsync(Microsoft.DurableTask.Client.DurableTaskClient client, int count, CancellationToken cancellation)
    {
        var milliseconds = await EngineWorkloads.SequenceAsync(client, count, cancellation);
        Array.Sort(milliseconds);
        latencies.Add((Figures.Quantile(milliseconds, 0.5), Figures.Quantile(milliseconds, 0.95)));
    }

    /// <summary>As much as the largest workload: until then the runtime still compiles better code for what runs often.</summary>
    async Task WarmUpAsync(CancellationToken cancellation)
    {
        await using var host = await storage.StartEngineAsync(storage.NextHub());
        await EngineWorkloads.SequenceAsync(host.Client, sizes.Sequential, cancellation);
        await EngineWorkloads.ParallelAsync(host.Client, sizes.Parallel, cancellation);
        await EngineWorkloads.ManyAsync(host.Client, sizes.ManyOrchestrations, cancellation);
    }

    async Task<WaitingFigures> WaitingAsync(CancellationToken cancellation)
    {
        var waiting = new Waiting(storage, sizes.Waiting);
        for (var repetition = 1; repetition <= Math.Min(repetitions, MostLongRepetitions); repetition++)
        {
            progress($"{sizes.Waiting} orchestrations waiting on timers, {repetition}");
            await waiting.RepeatAsync(cancellation);
        }

        return waiting.Figures();
    }
}
