using System.Diagnostics;
using Microsoft.DurableTask.Client;

namespace Ilnp.Local.Bench.Engine;

/// <summary>Runs the workloads on one engine: once to warm up, then as often as asked.</summary>
sealed class EngineBench(
    DurableTaskClient client, EngineSizes sizes, int repetitions, Action<string> progress, CancellationToken cancellation)
{
    public async Task<EngineFigures> RunAsync()
    {
        progress("warming up");
        await ManyAsync(sizes.Orchestrations);
        await SequenceAsync();
        List<double> few = [], parallel = [], sequence = [], medians = [], growth = [];
        for (var repetition = 1; repetition <= repetitions; repetition++)
        {
            progress($"repetition {repetition} of {repetitions}");
            few.Add(await ManyAsync(sizes.Orchestrations));
            parallel.Add(await SecondsAsync(() => RunAsync(nameof(EngineFunctions.Parallel), sizes.Parallel)));
            var calls = await SequenceAsync();
            sequence.Add(calls.Sum());
            medians.Add(1000 * Median(calls));
            growth.Add(Median(calls[^(calls.Length / 10)..]) / Median(calls[..(calls.Length / 10)]));
        }

        double? many = sizes.ManyOrchestrations > 0 ? await ManyAsync(sizes.ManyOrchestrations) / Median(few) : null;
        return new(
            sizes, Round(sizes.Orchestrations / Median(few)),
            Round(sizes.Parallel / Median(parallel)), Round(sizes.Sequential / Median(sequence)),
            Round(Median(medians)), Round(Median(growth)), many is null ? null : Round(many.Value));
    }

    Task<double> ManyAsync(int count) =>
        SecondsAsync(() => Task.WhenAll(Enumerable.Range(0, count).Select(i => RunAsync(nameof(EngineFunctions.One), $"{i}"))));

    /// <summary>Seconds from each activity to the next.</summary>
    async Task<double[]> SequenceAsync()
    {
        var moments = (await RunAsync(nameof(EngineFunctions.Sequence), sizes.Sequential)).ReadOutputAs<long[]>()!;
        return [.. moments.Zip(moments.Skip(1), (before, after) => Stopwatch.GetElapsedTime(before, after).TotalSeconds)];
    }

    async Task<OrchestrationMetadata> RunAsync(string orchestrator, object input)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, cancellation);
        var end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation);
        return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? end
            : throw new InvalidOperationException($"{orchestrator} ended {end.RuntimeStatus}: {end.SerializedOutput}");
    }

    static async Task<double> SecondsAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    static double Round(double value) => Math.Round(value, value < 10 ? 2 : 0);
}
