namespace DurableTask.Core.History;

/// <summary>One thing that happened in an orchestration, as its history tells it.</summary>
public abstract class HistoryEvent
{
    private protected HistoryEvent(int eventId, DateTime timestamp) => (EventId, Timestamp) = (eventId, timestamp);

    /// <summary>The number of a call within the orchestration, in the order of the calls; otherwise -1.</summary>
    public int EventId { get; }

    /// <summary>UTC.</summary>
    public DateTime Timestamp { get; }

    public abstract EventType EventType { get; }
}

/// <summary>The kinds of events.</summary>
public enum EventType
{
    ExecutionStarted = 0,
    ExecutionCompleted = 1,
    ExecutionTerminated = 3,
    TaskScheduled = 4,
    TaskCompleted = 5,
    TaskFailed = 6,
    SubOrchestrationInstanceCreated = 7,
    SubOrchestrationInstanceCompleted = 8,
    SubOrchestrationInstanceFailed = 9,
    TimerCreated = 10,
    TimerFired = 11,
    OrchestratorStarted = 12,
    OrchestratorCompleted = 13,
    EventSent = 14,
    EventRaised = 15,
    ExecutionSuspended = 19,
    ExecutionResumed = 20,
}
