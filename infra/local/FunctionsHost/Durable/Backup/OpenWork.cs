using DurableTask.Core.History;

namespace FunctionsHost.Durable.Backup;

/// <summary>What an orchestration waits for, beside events. Pure.</summary>
/// <param name="Timers">That have not fired.</param>
/// <param name="Activities">Without a result, by the id of their scheduling.</param>
/// <param name="Children">Without a result.</param>
sealed record OpenWork(
    IReadOnlyList<TimerCreatedEvent> Timers, IReadOnlyList<int> Activities, IReadOnlyList<SubOrchestrationInstanceCreatedEvent> Children)
{
    public static OpenWork Of(IReadOnlyList<HistoryEvent> history)
    {
        var fired = history.OfType<TimerFiredEvent>().Select(one => one.TimerId).ToHashSet();
        var done = history.OfType<TaskCompletedEvent>().Select(one => one.TaskScheduledId)
            .Concat(history.OfType<TaskFailedEvent>().Select(one => one.TaskScheduledId)).ToHashSet();
        var ended = history.OfType<SubOrchestrationInstanceCompletedEvent>().Select(one => one.TaskScheduledId)
            .Concat(history.OfType<SubOrchestrationInstanceFailedEvent>().Select(one => one.TaskScheduledId)).ToHashSet();
        return new(
            [.. history.OfType<TimerCreatedEvent>().Where(one => !fired.Contains(one.EventId))],
            [.. history.OfType<TaskScheduledEvent>().Select(one => one.EventId).Where(id => !done.Contains(id))],
            [.. history.OfType<SubOrchestrationInstanceCreatedEvent>().Where(one => !ended.Contains(one.EventId))]);
    }
}
