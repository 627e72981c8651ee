using DurableTask.Core.History;
using Ilnp.Operations;
using Ilnp.Orchestration;
using Ilnp.Orchestration.Retries;
using static Ilnp.Tests.Operations.Histories;

namespace Ilnp.Tests.Operations;

public sealed class FailureReadingTests
{
    static readonly string Outage = typeof(TransientFailure).FullName!;

    public static TheoryData<string, HistoryEvent[], Cause> Causes => new()
    {
        { "an error", FailedActivity(), new(CauseKind.Activity, "SendPulse", "Azure.RequestFailedException") },
        { "an outage", FailedActivity(errorType: Outage), new(CauseKind.Outage, "SendPulse", Outage) },
        {
            "an outage inside", [Begun(0, "SendPulse"), Failed(0, "System.AggregateException", Details(Outage)), Ended()],
            new(CauseKind.Outage, "SendPulse", "System.AggregateException")
        },
        { "an outage of hours", GaveUpOn("SendPulse"), new(CauseKind.Outage, "SendPulse", typeof(GaveUp).FullName) },
        { "its code", [Begun(0, "A"), Done(0), Ended("System.FormatException")], new(CauseKind.Course, null, "System.FormatException") },
        {
            "an error around an activity's",
            [
                Begun(0, "SendPulse"),
                Failed(0, "X"),
                Ended("System.AggregateException", Details("Microsoft.DurableTask.TaskFailedException")),
            ],
            new(CauseKind.Activity, "SendPulse", "X")
        },
        {
            "its own code after an activity that was tried again", [Begun(0, "MembersOf"), Failed(0, "X"), Ended("System.FormatException")],
            new(CauseKind.Course, null, "System.FormatException")
        },
        { "changed code", [Ended("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException")], new(CauseKind.Changed) },
        { "names that are none", FailedActivity(Secret, Secret), new(CauseKind.Activity) },
        { "nothing on record", [], new(CauseKind.Unknown) },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void GivenAFailedHistory_WhenRead_ThenTheCauseIsNamedAndItsMessageIsNot(string what, HistoryEvent[] history, Cause cause)
    {
        Assert.NotEmpty(what);
        Assert.Equal(cause, FailureReading.Of(history).Cause);
        Assert.DoesNotContain("María", FailureReading.Of(history).ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, HistoryEvent[], bool> Rewindable => new()
    {
        { "the last activity failed", FailedActivity(), true },
        { "one of several at the same time failed", [Begun(0, "A"), Begun(1, "B"), Failed(1, "X"), Done(0), Ended()], true },
        { "a child failed", FailedChild("child"), true },
        { "its own code failed", [Begun(0, "A"), Done(0), Ended("X")], true },
        { "an activity was tried again before", FailedAfterARetry(), false },
        {
            "another waits for its next try",
            [Begun(0, "A"), Begun(1, "B"), Failed(0, Outage), new TimerCreatedEvent(2), Failed(1, "X"), Ended()], false
        },
        {
            "others went on after the failure",
            [Begun(0, "A"), Begun(1, "B"), Failed(0, "X"), Done(1), Begun(2, "C"), Done(2), Ended()], true
        },
        { "an outage of hours", GaveUpOn("SendPulse"), true },
        { "an outage ended it at once", FailedActivity(errorType: Outage), true },
        { "nothing on record", [], false },
    };

    [Theory]
    [MemberData(nameof(Rewindable))]
    public void GivenAFailedHistory_WhenRead_ThenItGoesOnOnlyWhereARewindFits(string what, HistoryEvent[] history, bool canGoOn) =>
        Assert.Equal((what, canGoOn), (what, FailureReading.Of(history).CanGoOn));

    [Fact]
    public void GivenChildrenOfWhichSomeFailed_WhenRead_ThenThoseAreNamed() =>
        Assert.Equal(["matching-a"], FailureReading.Of(
        [
            new SubOrchestrationInstanceCreatedEvent(0) { InstanceId = "review-a" },
            new SubOrchestrationInstanceCompletedEvent(-1, 0, "null"),
            new SubOrchestrationInstanceCreatedEvent(1) { InstanceId = "matching-a" },
            new SubOrchestrationInstanceFailedEvent(-1, 1, Secret, null), Ended(),
        ]).FailedChildren);
}
