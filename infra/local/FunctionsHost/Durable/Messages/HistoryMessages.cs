using DurableTask.Core;
using DurableTask.Core.History;
using Google.Protobuf.WellKnownTypes;
using P = Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Messages;

/// <summary>Events of a history as the worker reads them.</summary>
static class HistoryMessages
{
    /// <exception cref="NotSupportedException">An event of entities, which this host does not serve.</exception>
    public static P.HistoryEvent ToMessage(this HistoryEvent happened)
    {
        var message = new P.HistoryEvent { EventId = happened.EventId, Timestamp = Moment(happened.Timestamp) };
        switch (happened)
        {
            case OrchestratorStartedEvent: message.OrchestratorStarted = new(); break;
            case OrchestratorCompletedEvent: message.OrchestratorCompleted = new(); break;
            case ExecutionStartedEvent start: message.ExecutionStarted = Start(start); break;
            case TaskScheduledEvent call: message.TaskScheduled = Call(call); break;
            case TaskCompletedEvent done:
                message.TaskCompleted = new() { TaskScheduledId = done.TaskScheduledId, Result = done.Result };
                break;
            case TaskFailedEvent failed:
                message.TaskFailed = new() { TaskScheduledId = failed.TaskScheduledId, FailureDetails = failed.FailureDetails.ToMessage() };
                break;
            case TimerCreatedEvent timer: message.TimerCreated = new() { FireAt = Moment(timer.FireAt) }; break;
            case TimerFiredEvent fired: message.TimerFired = new() { FireAt = Moment(fired.FireAt), TimerId = fired.TimerId }; break;
            case EventRaisedEvent raised: message.EventRaised = new() { Name = raised.Name, Input = raised.Input }; break;
            case EventSentEvent sent:
                message.EventSent = new() { Name = sent.Name, Input = sent.Input, InstanceId = sent.InstanceId };
                break;
            case SubOrchestrationInstanceCreatedEvent child:
                message.SubOrchestrationInstanceCreated = new()
                {
                    InstanceId = child.InstanceId,
                    Name = child.Name,
                    Version = child.Version,
                    Input = child.Input,
                };
                break;
            case SubOrchestrationInstanceCompletedEvent done:
                message.SubOrchestrationInstanceCompleted = new() { TaskScheduledId = done.TaskScheduledId, Result = done.Result };
                break;
            case SubOrchestrationInstanceFailedEvent failed:
                message.SubOrchestrationInstanceFailed = new()
                {
                    TaskScheduledId = failed.TaskScheduledId,
                    FailureDetails = failed.FailureDetails.ToMessage(),
                };
                break;
            case ExecutionTerminatedEvent end: message.ExecutionTerminated = new() { Input = end.Input }; break;
            case ExecutionSuspendedEvent pause: message.ExecutionSuspended = new() { Input = pause.Reason }; break;
            case ExecutionResumedEvent resume: message.ExecutionResumed = new() { Input = resume.Reason }; break;
            case ExecutionRewoundEvent rewound: message.ExecutionRewound = new() { Reason = rewound.Reason }; break;
            case ContinueAsNewEvent anew: message.ContinueAsNew = new() { Input = anew.Result }; break;
            case ExecutionCompletedEvent end: message.ExecutionCompleted = End(end); break;
            case GenericEvent generic: message.GenericEvent = new() { Data = generic.Data }; break;
            default: throw new NotSupportedException($"History events of the kind {happened.EventType} are not supported.");
        }

        return message;
    }

    public static Timestamp Moment(DateTime utc) => Timestamp.FromDateTime(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    static P.ExecutionStartedEvent Start(ExecutionStartedEvent start)
    {
        var message = new P.ExecutionStartedEvent
        {
            Name = start.Name,
            Version = start.Version,
            Input = start.Input,
            OrchestrationInstance = Instance(start.OrchestrationInstance),
            ScheduledStartTimestamp = start.ScheduledStartTime is { } moment ? Moment(moment) : null,
            ParentTraceContext = start.ParentTraceContext is { TraceParent: { Length: > 0 } parent } trace
                ? new() { TraceParent = parent, TraceState = trace.TraceState } : null,
        };
        if (start.ParentInstance is { } caller)
        {
            message.ParentInstance = new()
            {
                Name = caller.Name,
                Version = caller.Version,
                TaskScheduledId = caller.TaskScheduleId,
                OrchestrationInstance = Instance(caller.OrchestrationInstance),
            };
        }

        if (start.Tags is not null) message.Tags.Add(start.Tags);
        return message;
    }

    static P.TaskScheduledEvent Call(TaskScheduledEvent call)
    {
        var message = new P.TaskScheduledEvent { Name = call.Name, Version = call.Version, Input = call.Input };
        if (call.Tags is not null) message.Tags.Add(call.Tags);
        return message;
    }

    static P.ExecutionCompletedEvent End(ExecutionCompletedEvent end) => new()
    {
        OrchestrationStatus = (P.OrchestrationStatus)end.OrchestrationStatus,
        Result = end.Result,
        FailureDetails = end.FailureDetails.ToMessage(),
    };

    static P.OrchestrationInstance Instance(OrchestrationInstance instance) =>
        new() { InstanceId = instance.InstanceId, ExecutionId = instance.ExecutionId };
}
