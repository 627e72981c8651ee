using EmbeddedFunctions.Engine.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>Where a child's result goes: that call of that execution.</summary>
sealed record ParentLink(string InstanceId, string Name, string ExecutionId, int CallId);

/// <summary>What is stored of an instance beside its history.</summary>
sealed record InstanceRecord
{
    public required string InstanceId { get; init; }

    public required string Name { get; init; }

    public TaskVersion Version { get; init; }

    /// <summary>New for every start, restart and continue-as-new.</summary>
    public required string ExecutionId { get; init; }

    /// <summary>Counts continue-as-new; part of the history's keys.</summary>
    public int Generation { get; init; }

    /// <summary>How many steps the history of the present execution has; after the engine's start perhaps more.</summary>
    public int Steps { get; init; }

    /// <summary>The present execution has not taken its first step.</summary>
    public bool IsFresh { get; init; } = true;

    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When something is due: the start, or the earliest timer.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>Activities or sub-orchestrations are under way.</summary>
    public bool IsBusy { get; init; }

    public ParentLink? Parent { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public Payload Input { get; init; }

    public Payload Output { get; init; }

    public Payload CustomStatus { get; init; }

    public Payload Failure { get; init; }

    /// <summary>Events that the execution before left to this one.</summary>
    public Payload KeptEvents { get; init; }

    public InstanceKey Key => InstanceKey.Of(InstanceId);

    public bool IsFinished => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    public OrchestrationStart Start(string? input)
        => new(Name, Version, InstanceId, ExecutionId, input, Parent is null ? null : new(Parent.Name, Parent.InstanceId));
}
