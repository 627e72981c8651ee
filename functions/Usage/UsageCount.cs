using Ilnp.Orchestration;
using Ilnp.Storage;

namespace Ilnp.Usage;

/// <summary>Counts in memory what this process does.</summary>
public sealed class UsageCount(TransactionCount requests)
{
    long turns, activities, others;

    /// <summary>Since the process started.</summary>
    public Used Now =>
        new(Interlocked.Read(ref turns), Interlocked.Read(ref activities), Interlocked.Read(ref others), requests.Tables, requests.Blobs);

    /// <summary>A function runs.</summary>
    /// <param name="trigger">Type of its trigger's binding.</param>
    public void Executed(string? trigger)
    {
        if (trigger == Triggers.Orchestration) Interlocked.Increment(ref turns);
        else if (trigger == Triggers.Activity) Interlocked.Increment(ref activities);
        else Interlocked.Increment(ref others);
    }
}
