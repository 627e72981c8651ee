using DurableTask.Core;
using DurableTask.Core.History;
using Ilnp.Orchestration;
using Ilnp.Orchestration.Retries;

namespace Ilnp.Operations;

/// <summary>What the history of a failed orchestration tells.</summary>
/// <param name="Cause">Why it failed.</param>
/// <param name="FailedChildren">Instance ids of the sub-orchestrations that failed in it.</param>
/// <param name="CanGoOn">Whether the engine can rewind it.</param>
public sealed record FailureReading(Cause Cause, IReadOnlyList<string> FailedChildren, bool CanGoOn)
{
    /// <summary>Of an empty history, for instance of an instance that is gone, nothing is known.</summary>
    public static FailureReading Of(IReadOnlyList<HistoryEvent> history)
    {
        var children = history.OfType<SubOrchestrationInstanceFailedEvent>()
            .Select(failed => history.OfType<SubOrchestrationInstanceCreatedEvent>()
                .FirstOrDefault(created => created.EventId == failed.TaskScheduledId)?.InstanceId)
            .OfType<string>().Distinct();
        return new(CauseOf(history), [.. children], history.Count > 0 && IsRewindable(history));
    }

    static Cause CauseOf(IReadOnlyList<HistoryEvent> history)
    {
        var own = history.OfType<ExecutionCompletedEvent>().LastOrDefault()?.FailureDetails;
        if (Is(own, "NonDeterministicOrchestrationException")) return new(CauseKind.Changed);
        var task = history.OfType<TaskFailedEvent>().LastOrDefault();
        if (task is not null && (own is null || IsOfTask(own))) return CauseOf(task, history);
        return own is null ? new(CauseKind.Unknown) : new(CauseKind.Course, ErrorType: Cause.Name(own.ErrorType));
    }

    static Cause CauseOf(TaskFailedEvent failed, IReadOnlyList<HistoryEvent> history)
    {
        var details = failed.FailureDetails;
        if (GaveUp.ActivityOf(details?.ErrorType, details?.ErrorMessage) is { } tried)
            return new(CauseKind.Outage, Cause.Name(tried), Cause.Name(details?.ErrorType));
        var activity = history.OfType<TaskScheduledEvent>().FirstOrDefault(scheduled => scheduled.EventId == failed.TaskScheduledId)?.Name;
        var kind = IsOutage(details) ? CauseKind.Outage : CauseKind.Activity;
        return new(kind, Cause.Name(activity), Cause.Name(details?.ErrorType));
    }

    static bool IsOfTask(FailureDetails? own) => own is not null && (Is(own, "TaskFailedException") || IsOfTask(own.InnerFailure));

    static bool Is(FailureDetails? failure, string type) => failure?.ErrorType.EndsWith(type, StringComparison.Ordinal) == true;

    static bool IsOutage(FailureDetails? failure) =>
        failure is not null && (RecordedType.Is<TransientFailure>(failure.ErrorType) || IsOutage(failure.InnerFailure));

    /// <summary>
    /// A rewind takes what failed out of the history, and the replay then stops there until it is done again. What was begun
    /// because it failed, the waiting and the next attempt after an outage, no longer fits then: the replay is found not to
    /// be deterministic, and the instance is lost for good. No other failure is ever followed by anything, and <see cref="LaterAnswer"/>
    /// keeps outages out of histories: one that got in all the same is told, and not made worse.
    /// </summary>
    static bool IsRewindable(IReadOnlyList<HistoryEvent> history) =>
        !history.SkipWhile(happened => happened is not TaskFailedEvent failed || !IsOutage(failed.FailureDetails))
            .Any(happened => happened is TaskScheduledEvent or TimerCreatedEvent or SubOrchestrationInstanceCreatedEvent or EventSentEvent);
}
