namespace DurableTask.Core.History;

/// <summary>A sub-orchestration was called.</summary>
public class SubOrchestrationInstanceCreatedEvent : HistoryEvent
{
    internal SubOrchestrationInstanceCreatedEvent(int eventId, DateTime timestamp, string name, string? version, string instanceId, string? input)
        : base(eventId, timestamp) => (Name, Version, InstanceId, Input) = (name, version, instanceId, input);

    public override EventType EventType => EventType.SubOrchestrationInstanceCreated;

    public string Name { get; }

    public string? Version { get; }

    public string InstanceId { get; }

    /// <summary>Serialized.</summary>
    public string? Input { get; }
}

/// <summary>A sub-orchestration has returned.</summary>
public class SubOrchestrationInstanceCompletedEvent : HistoryEvent
{
    internal SubOrchestrationInstanceCompletedEvent(DateTime timestamp, int taskScheduledId, string? result)
        : base(-1, timestamp) => (TaskScheduledId, Result) = (taskScheduledId, result);

    public override EventType EventType => EventType.SubOrchestrationInstanceCompleted;

    /// <summary>The number of the call.</summary>
    public int TaskScheduledId { get; }

    /// <summary>Serialized.</summary>
    public string? Result { get; }
}

/// <summary>A sub-orchestration has failed.</summary>
public class SubOrchestrationInstanceFailedEvent : HistoryEvent
{
    internal SubOrchestrationInstanceFailedEvent(DateTime timestamp, int taskScheduledId, FailureDetails failure)
        : base(-1, timestamp) => (TaskScheduledId, FailureDetails) = (taskScheduledId, failure);

    public override EventType EventType => EventType.SubOrchestrationInstanceFailed;

    /// <summary>The number of the call.</summary>
    public int TaskScheduledId { get; }

    public FailureDetails? FailureDetails { get; }
}
