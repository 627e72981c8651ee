using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine;

/// <summary>Counts since the engine was made.</summary>
public sealed class EngineStatistics
{
    long storageTransactions, completed, failed, terminated, activities, steps, commits, rows;

    /// <summary>Requests to tables and blobs, repeated ones included; a batch is one.</summary>
    public long StorageTransactions => Volatile.Read(ref storageTransactions);

    public long OrchestrationsCompleted => Volatile.Read(ref completed);

    public long OrchestrationsFailed => Volatile.Read(ref failed);

    public long OrchestrationsTerminated => Volatile.Read(ref terminated);

    /// <summary>Activity runs, repeated ones included.</summary>
    public long Activities => Volatile.Read(ref activities);

    /// <summary>Steps taken by orchestrations, each committed atomically.</summary>
    public long Steps => Volatile.Read(ref steps);

    /// <summary>Table transactions that these commits were gathered in.</summary>
    public long Commits => Volatile.Read(ref commits);

    /// <summary>Row changes in these transactions, renewals of leases included.</summary>
    public long Rows => Volatile.Read(ref rows);

    internal void CountTransaction() => Interlocked.Increment(ref storageTransactions);

    internal T Counting<T>(T request)
    {
        CountTransaction();
        return request;
    }

    internal void CountActivity() => Interlocked.Increment(ref activities);

    internal void CountStep() => Interlocked.Increment(ref steps);

    internal void CountCommit(int rowChanges)
    {
        Interlocked.Increment(ref commits);
        Interlocked.Add(ref rows, rowChanges);
    }

    internal void CountEnd(OrchestrationRuntimeStatus status)
    {
        ref var count = ref completed;
        if (status == OrchestrationRuntimeStatus.Failed) count = ref failed;
        if (status == OrchestrationRuntimeStatus.Terminated) count = ref terminated;
        Interlocked.Increment(ref count);
    }
}
