namespace Ilnp.Local.Bench.Engine;

/// <summary>How large each workload is. The engine over storage polls queues, and gets smaller ones.</summary>
sealed record EngineSizes(int Orchestrations, int Parallel, int Sequential, int ManyOrchestrations)
{
    public static readonly EngineSizes Simulation = new(1000, 1000, 500, 10_000);

    public static readonly EngineSizes AzureStorage = new(100, 100, 50, 0);

    public EngineSizes Tenth() => new(Orchestrations / 10, Parallel / 10, Sequential / 5, ManyOrchestrations / 10);
}

/// <summary>What was measured on one engine; medians over the repetitions.</summary>
/// <param name="OrchestrationsPerSecond">Of one activity each, started and awaited together.</param>
/// <param name="ParallelActivitiesPerSecond">All of one orchestration.</param>
/// <param name="SequentialActivitiesPerSecond">One after the other.</param>
/// <param name="ActivityMedianMs">From one activity of a sequence to the next.</param>
/// <param name="LastToFirstActivities">Time of the last tenth of a sequence over that of the first: growth with the history.</param>
/// <param name="ManyToFew">Time of ten times as many orchestrations; null where they are not run.</param>
sealed record EngineFigures(
    EngineSizes Sizes, double OrchestrationsPerSecond, double ParallelActivitiesPerSecond,
    double SequentialActivitiesPerSecond, double ActivityMedianMs,
    double LastToFirstActivities, double? ManyToFew);
