namespace Ilnp.Local.Bench;

/// <summary>How large each workload is.</summary>
sealed record EngineSizes(int Orchestrations = 1000, int Parallel = 1000, int Sequential = 500, int ManyOrchestrations = 10_000, int Waiting = 10_000);

/// <summary>What was measured on one Azurite.</summary>
/// <param name="ActivityMedianMs">One activity call, end to end.</param>
/// <param name="GrowthOfTime">Time for the many orchestrations over the time for the few.</param>
sealed record EngineFigures(
    StorageFigures StorageAlone,
    Rate Orchestrations,
    Rate ParallelActivities,
    Rate SequentialActivities,
    Rate ManyOrchestrations,
    double ActivityMedianMs,
    double Activity95Ms,
    double GrowthOfTime,
    WaitingFigures Waiting);

/// <param name="CommitsPerSecond">Table transactions of the engine.</param>
sealed record Rate(int Count, double Seconds, double PerSecond, double CommitsPerSecond);

/// <summary>What the same storage gives without an engine.</summary>
/// <param name="SequentialCommitsPerSecond">Two-row transactions, one after the other.</param>
/// <param name="ParallelCommitsPerSecond">The same in four partitions at once.</param>
/// <param name="BatchedRowsPerSecond">Rows in transactions of a hundred, in four partitions at once.</param>
sealed record StorageFigures(double SequentialCommitsPerSecond, double ParallelCommitsPerSecond, double BatchedRowsPerSecond);

sealed record WaitingFigures(int Count, double RecoverySeconds, double WorkingSetMB, double ManagedMB, double IdleCpuPercent);
