using DurableTask.Core.Exceptions;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine;

/// <summary>Which instances of the same id stand in the way of a new one. Unless the caller says so, those that are not finished.</summary>
sealed class Dedupe(IReadOnlyCollection<OrchestrationRuntimeStatus> inTheWay)
{
    static readonly Dedupe Unfinished = new([OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended]);

    /// <exception cref="ArgumentException">A status is none that an instance can be in.</exception>
    public static Dedupe From(StartOrchestrationOptions? options)
        => options?.DedupeStatuses is { } statuses ? new([.. statuses.Select(Parse)]) : Unfinished;

    public static OrchestrationAlreadyExistsException Conflict(InstanceRecord taken)
        => new($"An Orchestration instance with the status {taken.Status} already exists: '{taken.InstanceId}'.");

    public bool MayReplace(OrchestrationRuntimeStatus status) => !inTheWay.Contains(status);

    static OrchestrationRuntimeStatus Parse(string status)
        => Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var parsed) && StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Contains(parsed)
            ? parsed
            : throw new ArgumentException($"'{status}' is not a status to dedupe by.", nameof(status));
}
