using DurableTask.Core.Exceptions;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine;

/// <summary>Which instances of the same id stand in the way of a new one. Unless the caller says so, those that are not finished.</summary>
sealed class Dedupe
{
    static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    readonly OrchestrationRuntimeStatus[] inTheWay;

    Dedupe(OrchestrationRuntimeStatus[] inTheWay) => this.inTheWay = inTheWay;

    /// <exception cref="ArgumentException">There is no such status, or together they make no sense.</exception>
    public static Dedupe From(StartOrchestrationOptions? options)
    {
        if (options?.DedupeStatuses is not { } statuses) return new(Unfinished);
        OrchestrationRuntimeStatus[] inTheWay = [.. statuses.Select(Parse)];
        if (inTheWay.Contains(OrchestrationRuntimeStatus.Terminated) && Unfinished.Except(inTheWay).Any())
        {
            throw new ArgumentException("Invalid dedupe statuses: with Terminated among them, Pending, Running and Suspended have to be there, too, "
                + "because an unfinished instance is replaced by terminating it.");
        }

        return new(inTheWay);
    }

    public static OrchestrationAlreadyExistsException Conflict(InstanceRecord taken)
        => new($"An Orchestration instance with the ID {taken.InstanceId} already exists; it is {taken.Status}.");

    public bool MayReplace(OrchestrationRuntimeStatus status) => !inTheWay.Contains(status);

    static OrchestrationRuntimeStatus Parse(string status)
        => Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var parsed)
            ? parsed
            : throw new ArgumentException($"Invalid orchestration runtime status: '{status}' for deduplication.");
}
