using DurableTask.Core;
using DurableTask.Core.History;
using Ilnp.Orchestration;
using Ilnp.Orchestration.Retries;

namespace Ilnp.Tests.Operations;

/// <summary>Histories of orchestrations that failed, as the engines write them.</summary>
static class Histories
{
    /// <summary>What an error's message may hold, and nobody must be shown.</summary>
    public const string Secret = "María José <maria@example.org> https://ilnp.example.org/d/k1.token";

    const string TaskFailed = "Microsoft.DurableTask.TaskFailedException";

    public static HistoryEvent[] FailedActivity(string activity = "SendPulse", string errorType = "Azure.RequestFailedException") =>
        [Begun(0, "MembersOf"), Done(0), Begun(1, activity), Failed(1, errorType), Ended()];

    /// <summary>Tried again, and then done; what failed later is something else.</summary>
    public static HistoryEvent[] FailedAfterARetry() =>
    [
        Begun(0, "MembersOf"), Failed(0, typeof(TransientFailure).FullName!),
        new TimerCreatedEvent(1), new TimerFiredEvent(-1) { TimerId = 1 },
        Begun(2, "MembersOf"), Done(2), Begun(3, "SendPulse"), Failed(3, "Azure.RequestFailedException"), Ended(),
    ];

    /// <summary>Tried again once, for short: the tries and waits between are all alike.</summary>
    public static HistoryEvent[] GaveUpOn(string activity) =>
    [
        Begun(0, activity), new TaskCompletedEvent(-1, 0, """{"$tryLater":"Storage answered 503."}"""),
        new TimerCreatedEvent(1), new TimerFiredEvent(-1) { TimerId = 1 },
        Begun(2, activity), new TaskCompletedEvent(-1, 2, """{"$tryLater":"Storage answered 503."}"""),
        Begun(3, nameof(GivingUp.GiveUp)),
        new TaskFailedEvent(-1, 3, "", null, new(typeof(GaveUp).FullName!, new GaveUp(activity).Message, null, null, false)),
        Ended(),
    ];

    public static HistoryEvent[] FailedChild(params string[] children) =>
    [
        .. children.Select((child, place) => new SubOrchestrationInstanceCreatedEvent(place) { InstanceId = child, Name = "Child" }),
        .. children.Select((_, place) => new SubOrchestrationInstanceFailedEvent(-1, place, Secret, null, Details(TaskFailed))),
        Ended(),
    ];

    public static TaskScheduledEvent Begun(int id, string activity) => new(id) { Name = activity };

    public static TaskCompletedEvent Done(int id) => new(-1, id, "null");

    public static TaskFailedEvent Failed(int id, string errorType, FailureDetails? inner = null) =>
        new(-1, id, Secret, null, Details(errorType, inner));

    public static ExecutionCompletedEvent Ended(string errorType = TaskFailed, FailureDetails? inner = null) =>
        new(-1, null, OrchestrationStatus.Failed, Details(errorType, inner));

    public static FailureDetails Details(string errorType, FailureDetails? inner = null) => new(errorType, Secret, "at Ilnp", inner, false);
}
