namespace DurableTask.Core.History;

/// <summary>An activity was called.</summary>
public class TaskScheduledEvent : HistoryEvent
{
    internal TaskScheduledEvent(int eventId, DateTime timestamp, string name, string? version, string? input)
        : base(eventId, timestamp) => (Name, Version, Input) = (name, version, input);

    public override EventType EventType => EventType.TaskScheduled;

    public string Name { get; }

    public string? Version { get; }

    /// <summary>Serialized.</summary>
    public string? Input { get; }
}

/// <summary>An activity has returned.</summary>
public class TaskCompletedEvent : HistoryEvent
{
    internal TaskCompletedEvent(DateTime timestamp, int taskScheduledId, string? result)
        : base(-1, timestamp) => (TaskScheduledId, Result) = (taskScheduledId, result);

    public override EventType EventType => EventType.TaskCompleted;

    /// <summary>The number of the call.</summary>
    public int TaskScheduledId { get; }

    /// <summary>Serialized.</summary>
    public string? Result { get; }
}

/// <summary>An activity has failed.</summary>
public class TaskFailedEvent : HistoryEvent
{
    internal TaskFailedEvent(DateTime timestamp, int taskScheduledId, FailureDetails failure)
        : base(-1, timestamp) => (TaskScheduledId, FailureDetails) = (taskScheduledId, failure);

    public override EventType EventType => EventType.TaskFailed;

    /// <summary>The number of the call.</summary>
    public int TaskScheduledId { get; }

    public FailureDetails? FailureDetails { get; }
}
