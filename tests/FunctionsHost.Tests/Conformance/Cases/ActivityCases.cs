using DurableTask.Core.Exceptions;
using FunctionsHost.Tests.Conformance.Functions;

namespace FunctionsHost.Tests.Conformance.Cases;

public static class ActivityCases
{
    public static async Task GivenAChain_WhenItRuns_ThenEachResultGoesToTheNext(Stage stage) =>
        Assert.Equal(5, await stage.ResultAsync<int>(nameof(Calls.Chain), 5));

    public static async Task GivenAFanOut_WhenItRuns_ThenResultsComeInTheOrderOfTheCalls(Stage stage) =>
        Assert.Equal(Enumerable.Range(1, 60), await stage.ResultAsync<int[]>(nameof(Calls.FanOut), 60));

    public static async Task GivenAFailedActivity_WhenItIsCaught_ThenTypeMessageAndCauseAreKnown(Stage stage) => Assert.Equal(
        [nameof(Activities.Fail), typeof(InvalidOperationException).FullName!, "why", typeof(ArgumentException).FullName!, "beneath it"],
        await stage.ResultAsync<string[]>(nameof(Calls.CaughtCall), new[] { nameof(Activities.Fail), "why" }));

    public static async Task GivenAFailedActivity_WhenNobodyCatchesIt_ThenTheInstanceFailsAndSaysWhy(Stage stage)
    {
        var end = await stage.RunAsync(nameof(Calls.CallOf), new[] { nameof(Activities.Fail), "why" });

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Task 'Fail' (#0) failed with an unhandled exception: why", end.SerializedOutput, StringComparison.Ordinal);
        Assert.Null(end.FailureDetails);
    }

    public static async Task GivenARetryPolicy_WhenTheThirdAttemptSucceeds_ThenItsResultCounts(Stage stage) =>
        Assert.Equal(3, await stage.ResultAsync<int>(nameof(Calls.Retry), 3));

    public static async Task GivenARetryPolicy_WhenAttemptsRunOut_ThenTheLastFailureCounts(Stage stage)
    {
        var end = await stage.RunAsync(nameof(Calls.Retry), 2);

        Assert.Equal((OrchestrationRuntimeStatus.Failed, 2), (end.RuntimeStatus, Activities.Tries(end.InstanceId)));
        Assert.Contains("try 2", end.SerializedOutput, StringComparison.Ordinal);
    }

    public static async Task GivenAFailureThatIsNotToBeRetried_WhenItComes_ThenThereIsOneAttempt(Stage stage)
    {
        var end = await stage.RunAsync(nameof(Calls.RetryOthers));

        Assert.Equal((OrchestrationRuntimeStatus.Failed, 1), (end.RuntimeStatus, Activities.Tries(end.InstanceId)));
    }

    public static async Task GivenAnUnknownActivity_WhenItIsCalled_ThenTheFailureNamesIt(Stage stage)
    {
        var failure = await stage.ResultAsync<string[]>(nameof(Calls.CaughtCall), new[] { "Nowhere", "" });

        Assert.Equal(("Nowhere", "ActivityTaskNotFound"), (failure[0], failure[1]));
        Assert.Equal("The function 'Nowhere' doesn't exist, is disabled, or is not an activity function.", failure[2]);
    }

    public static async Task GivenAnUnknownOrchestrator_WhenItIsStarted_ThenTheInstanceFails(Stage stage)
    {
        var end = await stage.RunAsync("Nobody");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains(
            "The function 'Nobody' doesn't exist, is disabled, or is not an orchestrator function.",
            end.SerializedOutput,
            StringComparison.Ordinal);
    }

    public static async Task GivenNamesInAnotherCase_WhenTheyAreCalled_ThenTheyAreFound(Stage stage) =>
        Assert.Equal("here", await stage.ResultAsync<string>("CALLOF", new[] { "eCHO", "here" }));

    public static async Task GivenAnActivity_WhenItAsksForTheInstance_ThenItIsItsCallers(Stage stage)
    {
        var id = await stage.StartAsync(nameof(Calls.CallOf), new[] { nameof(Activities.CallerId), "" });

        Assert.Equal(id, (await stage.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task GivenInputThatCannotBeRead_WhenAnOrchestratorBegins_ThenTheInstanceFails(Stage stage) =>
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await stage.RunAsync(nameof(Calls.Chain), "no number")).RuntimeStatus);

    public static async Task GivenInputThatCannotBeRead_WhenAnActivityBegins_ThenItFails(Stage stage) =>
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await stage.RunAsync(nameof(Calls.WrongInput))).RuntimeStatus);

    /// <summary>A worker that remembers the orchestration between its steps does not replay it, and so does not see it.</summary>
    public static async Task GivenAnOrchestratorThatChangesItsMind_WhenItIsReplayed_ThenTheInstanceFails(Stage stage)
    {
        var end = await stage.RunAsync(nameof(Calls.Whimsical));

        Assert.Equal(stage.IsSimulated ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        if (!stage.IsSimulated)
            Assert.Contains(nameof(NonDeterministicOrchestrationException), end.SerializedOutput, StringComparison.Ordinal);
    }

    public static async Task GivenAMegabyte_WhenItGoesInAndThroughAndOut_ThenItIsWhole(Stage stage)
    {
        var text = new string('ä', 1_000_000);
        var end = await stage.RunAsync(nameof(Calls.CallOf), new[] { nameof(Activities.Echo), text });

        Assert.Equal(text, end.ReadOutputAs<string>());
        Assert.Equal(text, end.ReadInputAs<string[]>()![1]);
    }
}
