using EmbeddedFunctions.Engine;

namespace Ilnp.Local.Bench.Engine;

/// <summary>A workload and the samples taken of it.</summary>
/// <param name="count">How many orchestrations or activities one round has.</param>
sealed class Workload(string name, int count, int repetitions, Func<DurableTaskTestHost, CancellationToken, Task> round)
{
    readonly List<Sample> samples = [];

    public string Name => $"{count} {name}";

    public bool IsDone => samples.Count >= repetitions;

    public double MedianSeconds => Spread.Of(samples.Select(sample => sample.SecondsOfRound)).Median;

    public double MedianWork => Spread.Of(samples.Select(sample => sample.Work)).Median;

    public async Task RepeatAsync(BenchStorage storage, CancellationToken cancellation) => samples.Add(await Sample.TakeAsync(storage, round, cancellation));

    public WorkloadFigures Figures()
    {
        var perSecond = Spread.Of(samples.Select(sample => count / sample.SecondsOfRound));
        return new(
            count,
            samples.Count,
            Spread.Of(samples.Select(sample => sample.SecondsOfRound)),
            perSecond,
            Each(sample => 1000 * sample.EngineCpu),
            Each(sample => 1000 * sample.StorageCpu),
            Each(sample => sample.Requests),
            Each(sample => sample.Rows),
            samples.Any(sample => sample.Storage is null) ? null : Beside(perSecond));
    }

    StorageFigures Beside(Spread perSecond)
    {
        var commits = Spread.Of(samples.Select(sample => sample.Storage!.CommitsPerSecond));
        var rows = Spread.Of(samples.Select(sample => sample.Storage!.RowsPerSecond));
        var engineRows = Spread.Of(samples.Select(sample => sample.Rows / sample.Seconds));
        return new(commits, rows, Bench.Engine.Figures.Round(perSecond.Median / commits.Median), Bench.Engine.Figures.Round(engineRows.Median / rows.Median));
    }

    double Each(Func<Sample, double> of) => Spread.Of(samples.Select(sample => of(sample) / sample.Rounds / count)).Median;
}
