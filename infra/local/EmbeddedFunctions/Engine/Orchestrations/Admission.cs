using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Abstractions;
using Microsoft.DurableTask.Worker;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>Which orchestrations this worker takes on: by their version, and by a filter of the app's.</summary>
#pragma warning disable CS0618 // the filter is marked as experimental
sealed class Admission(VersioningOptions? versioning, IOrchestrationFilter? filter)
{
    /// <summary>Null when the worker takes it on.</summary>
    public async ValueTask<Refusal?> RefusalOfAsync(InstanceRecord instance)
    {
        if (filter is not null && !await filter.IsOrchestrationValidAsync(new() { Name = instance.Name, Tags = instance.Tags }))
            return new("the worker's orchestration filter refuses it", null);
        return versioning is null || Mismatch(versioning, instance.Version.Version ?? "") is not { } mismatch
            ? null
            : new(mismatch, versioning.FailureStrategy == VersionFailureStrategy.Fail ? new("VersionMismatch", mismatch, null, null, null) : null);
    }

    static string? Mismatch(VersioningOptions worker, string version)
    {
        var newer = TaskOrchestrationVersioningUtils.CompareVersions(version, worker.Version);
        return worker.MatchStrategy switch
        {
            VersionMatchStrategy.Strict when newer != 0 => $"The orchestration version '{version}' does not match the worker version '{worker.Version}'.",
            VersionMatchStrategy.CurrentOrOlder when newer > 0 => $"The orchestration version '{version}' is greater than the worker version '{worker.Version}'.",
            _ => null,
        };
    }
}
#pragma warning restore CS0618

/// <summary>Why an orchestration is not taken on.</summary>
/// <param name="Failure">With what it fails; null leaves it as it is, for a worker that takes it on.</param>
sealed record Refusal(string Reason, TaskFailureDetails? Failure);
