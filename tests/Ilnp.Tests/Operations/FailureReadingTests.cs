using DurableTask.Core.History;
using Ilnp.Operations;
using Ilnp.Programme;

namespace Ilnp.Tests.Operations;

public sealed class FailureReadingTests
{
    public static TheoryData<string, HistoryEvent[], Cause> Causes => new()
    {
        { "an error", Histories.FailedActivity(), new(CauseKind.Activity, "SendPulse", "Azure.RequestFailedException") },
        { "an outage", Histories.FailedActivity(errorType: typeof(TransientFailure).FullName!), new(CauseKind.Outage, "SendPulse", typeof(TransientFailure).FullName) },
        {
            "an outage inside", [Histories.Begun(0, "SendPulse"), Histories.Failed(0, "System.AggregateException", Histories.Details(typeof(TransientFailure).FullName!)), Histories.Ended()],
            new(CauseKind.Outage, "SendPulse", "System.AggregateException")
        },
        { "its own code", [Histories.Begun(0, "MembersOf"), Histories.Done(0), Histories.Ended("System.NullReferenceException")], new(CauseKind.Course, null, "System.NullReferenceException") },
        {
            "its own code after an activity that was tried again", [Histories.Begun(0, "MembersOf"), Histories.Failed(0, "X"), Histories.Ended("System.FormatException")],
            new(CauseKind.Course, null, "System.FormatException")
        },
        { "changed code", [Histories.Ended("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException")], new(CauseKind.Changed) },
        { "names that are none", Histories.FailedActivity(Histories.Secret, Histories.Secret), new(CauseKind.Activity) },
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
        { "the last activity failed", Histories.FailedActivity(), true },
        { "one of several at the same time failed", [Histories.Begun(0, "A"), Histories.Begun(1, "B"), Histories.Failed(1, "X"), Histories.Done(0), Histories.Ended()], true },
        { "a child failed", Histories.FailedChild("child"), true },
        { "its own code failed", [Histories.Begun(0, "A"), Histories.Done(0), Histories.Ended("X")], true },
        { "an activity was tried again before", Histories.FailedAfterARetry(), false },
        { "something was begun after the failure", [Histories.Begun(0, "A"), Histories.Failed(0, "X"), Histories.Begun(1, "B"), Histories.Done(1), Histories.Ended()], false },
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
            new SubOrchestrationInstanceCreatedEvent(0) { InstanceId = "review-a" }, new SubOrchestrationInstanceCompletedEvent(-1, 0, "null"),
            new SubOrchestrationInstanceCreatedEvent(1) { InstanceId = "matching-a" },
            new SubOrchestrationInstanceFailedEvent(-1, 1, Histories.Secret, null), Histories.Ended(),
        ]).FailedChildren);
}
