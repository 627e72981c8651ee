using DurableTask.Core;
using Core = DurableTask.Core.History;

namespace EmbeddedFunctions.Engine.History;

/// <summary>Tells the steps of one execution as the events that the real client gives.</summary>
sealed class ToldHistory(Core.ExecutionStartedEvent start)
{
    readonly List<Core.HistoryEvent> events = [];
    readonly Dictionary<int, DateTime> timers = [];
    int calls;

    public void Tell(HistoryStep step)
    {
        events.Add(new Core.OrchestratorStartedEvent(step.Time));
        if (events.Count == 1) events.Add(start);
        events.AddRange(step.Received.Concat(step.Decided).Select(happened => Told(happened, step.Time)).OfType<Core.HistoryEvent>());
        events.Add(new Core.OrchestratorCompletedEvent(step.Time));
        if (step.Decided.Count > 0) calls = step.Decided[^1].Id + 1;
    }

    /// <param name="end">Made with the number of the last call's successor; null while the execution goes on.</param>
    public IList<Core.HistoryEvent> Events(Func<int, Core.ExecutionCompletedEvent>? end)
    {
        if (events.Count == 0) return [start];
        if (end is null) return events;
        return [.. events.SkipLast(1), end(calls), events[^1]];
    }

    Core.HistoryEvent? Told(HistoryEvent happened, DateTime time)
    {
        if (happened is TimerScheduled set) timers[set.Id] = set.DueAt;
        return happened switch
        {
            ActivityScheduled call => new Core.TaskScheduledEvent(call.Id, time, call.Name, call.Version, call.Input),
            ActivityCompleted answer => new Core.TaskCompletedEvent(time, answer.Id, answer.Result),
            ActivityFailed answer => new Core.TaskFailedEvent(time, answer.Id, new FailureDetails(answer.Failure)),
            ChildScheduled call => new Core.SubOrchestrationInstanceCreatedEvent(call.Id, time, call.Name, call.Version, call.InstanceId, call.Input),
            ChildCompleted answer => new Core.SubOrchestrationInstanceCompletedEvent(time, answer.Id, answer.Result),
            ChildFailed answer => new Core.SubOrchestrationInstanceFailedEvent(time, answer.Id, new FailureDetails(answer.Failure)),
            TimerScheduled timer => new Core.TimerCreatedEvent(timer.Id, time, timer.DueAt),
            TimerFired fired => new Core.TimerFiredEvent(time, fired.Id, timers[fired.Id]),
            EventSent sent => new Core.EventSentEvent(sent.Id, time, sent.InstanceId, sent.Name, sent.Payload),
            EventRaised raised => new Core.EventRaisedEvent(time, raised.Name, raised.Payload),
            Suspended halt => new Core.ExecutionSuspendedEvent(time, halt.Reason),
            Resumed go => new Core.ExecutionResumedEvent(time, go.Reason),
            Terminated end => new Core.ExecutionTerminatedEvent(time, end.Output),
            _ => null,
        };
    }
}
