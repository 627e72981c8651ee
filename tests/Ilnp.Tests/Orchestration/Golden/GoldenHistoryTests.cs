using FunctionsHost.Durable.Dispatch;
using Ilnp.Intake;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Protobuf;

namespace Ilnp.Tests.Orchestration.Golden;

/// <summary>
/// A running cohort goes on with the code of the next release: what it has done must fit what that code does. The published
/// worker's own replay says so.
/// </summary>
public sealed class GoldenHistoryTests : IClassFixture<GoldenHistories>
{
    public static TheoryData<string> Shipped() => [.. AppOrchestrators.Names];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void GivenHistoriesOfAShippedOrchestrator_WhenReplayedOverTodaysCode_ThenEachCallIsMadeAgain(string orchestrator)
    {
        var histories = GoldenHistories.Of(orchestrator);

        Assert.NotEmpty(histories);
        Assert.All(
            histories,
            history =>
                Assert.Equal(
                    history.Actions.Select(GoldenHistories.Told),
                    Replay(history, AppOrchestrators.Get(orchestrator)).Select(GoldenHistories.Told)));
    }

    [Fact]
    public void GivenTheHistories_WhenComparedWithTheApp_ThenEachOrchestratorHasSomeAndNoneIsLeftOver()
        => Assert.Equal(AppOrchestrators.Names, GoldenHistories.Orchestrators().Order(StringComparer.Ordinal));

    [Fact]
    public void GivenTheHistories_WhenSearched_ThenTheyHoldNoAddressAndAreSmall()
    {
        Assert.All(GoldenHistories.Texts(), text => Assert.DoesNotContain("@", text, StringComparison.Ordinal));
        Assert.InRange(GoldenHistories.Texts().Sum(text => text.Length), 1, 860_000);
    }

    [Fact]
    public void GivenCodeThatMakesItsCallsInAnotherOrder_WhenAHistoryIsReplayedOverIt_ThenThatIsAnError() => Refused(
        async (context, submission) =>
        {
            await context.CallActivityAsync(nameof(IntakeActivities.AcknowledgeApplication), submission);
            await context.CallActivityAsync(nameof(IntakeActivities.RegisterApplication), submission);
        },
        "AcknowledgeApplication", "RegisterApplication");

    [Fact]
    public void GivenCodeThatForgetsACall_WhenAHistoryIsReplayedOverIt_ThenThatIsAnError() => Refused(
        async (context, submission) => await context.CallActivityAsync<object>(nameof(IntakeActivities.RegisterApplication), submission),
        "AcknowledgeApplication");

    static void Refused(Func<TaskOrchestrationContext, SubmissionReceived, Task> code, params string[] named)
    {
        var history = GoldenHistories.Of(nameof(IntakeOrchestrator))[0];
        var changed = FuncTaskOrchestrator.Create<SubmissionReceived, object?>(async (context, submission) =>
        {
            await code(context, submission);
            return null;
        });

        var end = Assert.Single(Replay(history, changed), action => action.CompleteOrchestration is not null).CompleteOrchestration;

        Assert.Equal(OrchestrationStatus.Failed, end.OrchestrationStatus);
        Assert.EndsWith("NonDeterministicOrchestrationException", end.FailureDetails.ErrorType, StringComparison.Ordinal);
        Assert.All(named, name => Assert.Contains(name, end.FailureDetails.ErrorMessage, StringComparison.Ordinal));
    }

    static IReadOnlyList<OrchestratorAction> Replay(RecordedExecution history, ITaskOrchestrator code) =>
        ScriptedTasks.Decide(code, history.Request).Actions;
}
