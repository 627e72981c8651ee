namespace DurableTask.Core.History;

/// <summary>The orchestration was started.</summary>
public class ExecutionStartedEvent : HistoryEvent
{
    internal ExecutionStartedEvent(DateTime timestamp, string name, string version, OrchestrationInstance instance, string? input)
        : base(-1, timestamp) => (Name, Version, OrchestrationInstance, Input) = (name, version, instance, input);

    public override EventType EventType => EventType.ExecutionStarted;

    public string Name { get; }

    public string Version { get; }

    public OrchestrationInstance OrchestrationInstance { get; }

    /// <summary>Null unless it is a sub-orchestration.</summary>
    public ParentInstance? ParentInstance { get; internal init; }

    /// <summary>Serialized.</summary>
    public string? Input { get; }

    public IDictionary<string, string>? Tags { get; internal init; }
}

/// <summary>The orchestration has ended, in whichever way.</summary>
public class ExecutionCompletedEvent : HistoryEvent
{
    internal ExecutionCompletedEvent(int eventId, DateTime timestamp, OrchestrationStatus status, string? result, FailureDetails? failure)
        : base(eventId, timestamp) => (OrchestrationStatus, Result, FailureDetails) = (status, result, failure);

    public override EventType EventType => EventType.ExecutionCompleted;

    public OrchestrationStatus OrchestrationStatus { get; }

    /// <summary>Serialized.</summary>
    public string? Result { get; }

    public FailureDetails? FailureDetails { get; }
}

/// <summary>Somebody ended the orchestration from outside.</summary>
public class ExecutionTerminatedEvent : HistoryEvent
{
    internal ExecutionTerminatedEvent(DateTime timestamp, string? input)
        : base(-1, timestamp) => Input = input;

    public override EventType EventType => EventType.ExecutionTerminated;

    /// <summary>The output it was ended with, serialized.</summary>
    public string? Input { get; }
}

/// <summary>The orchestration was halted.</summary>
public class ExecutionSuspendedEvent : HistoryEvent
{
    internal ExecutionSuspendedEvent(DateTime timestamp, string? reason)
        : base(-1, timestamp) => Reason = reason;

    public override EventType EventType => EventType.ExecutionSuspended;

    public string? Reason { get; }
}

/// <summary>The orchestration goes on after having been halted.</summary>
public class ExecutionResumedEvent : HistoryEvent
{
    internal ExecutionResumedEvent(DateTime timestamp, string? reason)
        : base(-1, timestamp) => Reason = reason;

    public override EventType EventType => EventType.ExecutionResumed;

    public string? Reason { get; }
}

/// <summary>A step of the orchestrator began.</summary>
public class OrchestratorStartedEvent : HistoryEvent
{
    internal OrchestratorStartedEvent(DateTime timestamp)
        : base(-1, timestamp)
    {
    }

    public override EventType EventType => EventType.OrchestratorStarted;
}

/// <summary>A step of the orchestrator ended.</summary>
public class OrchestratorCompletedEvent : HistoryEvent
{
    internal OrchestratorCompletedEvent(DateTime timestamp)
        : base(-1, timestamp)
    {
    }

    public override EventType EventType => EventType.OrchestratorCompleted;
}
