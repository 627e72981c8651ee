namespace DurableTask.Core.History;

/// <summary>A timer was set.</summary>
public class TimerCreatedEvent : HistoryEvent
{
    internal TimerCreatedEvent(int eventId, DateTime timestamp, DateTime fireAt)
        : base(eventId, timestamp) => FireAt = fireAt;

    public override EventType EventType => EventType.TimerCreated;

    /// <summary>UTC.</summary>
    public DateTime FireAt { get; }
}

/// <summary>A timer was due.</summary>
public class TimerFiredEvent : HistoryEvent
{
    internal TimerFiredEvent(DateTime timestamp, int timerId, DateTime fireAt)
        : base(-1, timestamp) => (TimerId, FireAt) = (timerId, fireAt);

    public override EventType EventType => EventType.TimerFired;

    /// <summary>The number of the call that set it.</summary>
    public int TimerId { get; }

    /// <summary>UTC; when it was to fire.</summary>
    public DateTime FireAt { get; }
}

/// <summary>An event came from outside or from another orchestration.</summary>
public class EventRaisedEvent : HistoryEvent
{
    internal EventRaisedEvent(DateTime timestamp, string name, string? input)
        : base(-1, timestamp) => (Name, Input) = (name, input);

    public override EventType EventType => EventType.EventRaised;

    public string Name { get; }

    /// <summary>Serialized.</summary>
    public string? Input { get; }
}

/// <summary>An event was sent to another orchestration.</summary>
public class EventSentEvent : HistoryEvent
{
    internal EventSentEvent(int eventId, DateTime timestamp, string instanceId, string name, string? input)
        : base(eventId, timestamp) => (InstanceId, Name, Input) = (instanceId, name, input);

    public override EventType EventType => EventType.EventSent;

    public string InstanceId { get; }

    public string Name { get; }

    /// <summary>Serialized.</summary>
    public string? Input { get; }
}
