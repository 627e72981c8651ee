namespace Ilnp.Local.Bench.Engine;

/// <summary>How large each workload is.</summary>
sealed record EngineSizes(int Orchestrations = 1000, int Parallel = 1000, int Sequential = 500, int ManyOrchestrations = 10_000, int Waiting = 10_000);

/// <summary>What was measured on one storage.</summary>
/// <param name="GrowthOfTime">The median time of the many orchestrations over the median time of the few.</param>
/// <param name="GrowthOfWork">The same of processor time, which other programs on the machine disturb less.</param>
sealed record EngineFigures(
    WorkloadFigures Orchestrations,
    WorkloadFigures ParallelActivities,
    WorkloadFigures SequentialActivities,
    WorkloadFigures ManyOrchestrations,
    double GrowthOfTime,
    double GrowthOfWork,
    Spread ActivityMedianMs,
    Spread Activity95Ms,
    WaitingFigures Waiting,
    IReadOnlyDictionary<string, CallCost> CostOfOneCall);

/// <summary>One workload over several repetitions, each at least a second long and on hubs of its own.</summary>
/// <param name="Count">Orchestrations or activities at a time.</param>
/// <param name="Seconds">For that many.</param>
/// <param name="EngineCpuMs">Processor time of this process for each of them.</param>
/// <param name="StorageCpuMs">Processor time of Azurite for each of them.</param>
/// <param name="Requests">To storage, for each of them; fewer than one where commits share transactions.</param>
/// <param name="RowChanges">For each of them.</param>
/// <param name="Beside">The same storage without an engine, measured right before each repetition; null for process memory.</param>
sealed record WorkloadFigures(
    int Count, int Repetitions, Spread Seconds, Spread PerSecond, double EngineCpuMs, double StorageCpuMs, double Requests, double RowChanges, StorageFigures? Beside);

/// <param name="CommitsPerSecond">Two-row transactions, one after the other.</param>
/// <param name="RowsPerSecond">Rows in transactions of a hundred, in four partitions at once.</param>
/// <param name="EngineToCommits">What the workload did in a second (its unit) over these commits; the medians.</param>
/// <param name="EngineRowsToRows">The engine's row changes in a second over these rows; the medians.</param>
sealed record StorageFigures(Spread CommitsPerSecond, Spread RowsPerSecond, double EngineToCommits, double EngineRowsToRows);

/// <summary>Instances that wait on timers, and an engine that starts on their hub.</summary>
/// <param name="WorkingSetMB">Of this process, with what the workloads before have left.</param>
/// <param name="IdleCpuPercent">Of one core, over ten seconds.</param>
sealed record WaitingFigures(int Count, int Repetitions, Spread RecoverySeconds, Spread WorkingSetMB, Spread ManagedMB, Spread IdleCpuPercent);

/// <summary>What one more call costs an orchestration that makes its calls one after the other.</summary>
/// <param name="Requests">To storage.</param>
/// <param name="RowChanges">In these requests, renewals of leases included.</param>
sealed record CallCost(double Requests, double RowChanges);
