using FunctionsHost.Tests.Conformance.Functions;
using Grpc.Core;

namespace FunctionsHost.Tests.Conformance.Cases;

public static class WaitCases
{
    public static async Task GivenThreeTimers_WhenTheyAreDue_ThenTheyFireInThatOrder(Stage stage) =>
        Assert.Equal(new[] { 1, 2, 3 }, await stage.ResultAsync<int[]>(nameof(Waits.TimersInOrder)));

    /// <summary>Storage queues count whole seconds: of the two that are asked for, nearly one may be missing.</summary>
    public static async Task GivenATimer_WhenItFires_ThenTheOrchestrationsTimeHasMoved(Stage stage)
    {
        var (least, most) = stage.IsSimulated ? (1, 1) : (0.45, 100);
        Assert.InRange(await stage.ResultAsync<double>(nameof(Waits.Elapsed)), least, most);
    }

    public static async Task GivenATimerDueInThePast_WhenItIsMade_ThenItFiresAtOnce(Stage stage) =>
        Assert.InRange(await stage.ResultAsync<double>(nameof(Waits.TimerInThePast)), 0, stage.IsSimulated ? 0 : 60_000);

    public static async Task GivenACancelledTimer_WhenTheOrchestrationEnds_ThenNobodyWaitsForIt(Stage stage)
    {
        using var still = stage.HoldStill();
        Assert.Equal("activity", await stage.ResultAsync<string>(nameof(Waits.CancelledTimer)));
    }

    public static async Task GivenAWaiter_WhenItsEventComes_ThenItGoesOn(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForAWord));
        await stage.Client.RaiseEventAsync(id, "Word", "hello");

        Assert.Equal("hello", (await stage.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task GivenEventsBeforeTheirWaiter_WhenItComes_ThenItTakesThemInOrderAndInWhateverCase(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForAWordLate));
        await stage.Client.RaiseEventAsync(id, "word", "early");
        await stage.Client.RaiseEventAsync(id, "FIRST", "go");

        Assert.Equal("early", (await stage.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task GivenEventsOfOneName_WhenTheyAreTaken_ThenInTheOrderOfTheirComing(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForWords), 3);
        foreach (var word in new[] { "a", "b", "c" }) await stage.Client.RaiseEventAsync(id, "Word", word);

        Assert.Equal(["a", "b", "c"], (await stage.EndAsync(id)).ReadOutputAs<string[]>()!);
    }

    public static async Task GivenAWaiterWithATimeOut_WhenNothingComes_ThenItGoesOnWithout(Stage stage) =>
        Assert.Equal("nothing", await stage.ResultAsync<string>(nameof(Waits.ForAWordAtMost), 0.5));

    public static async Task GivenAWaiterWithATimeOut_WhenTheEventComes_ThenTheTimeOutIsForgotten(Stage stage)
    {
        using var still = stage.HoldStill();
        var id = await stage.BegunAsync(nameof(Waits.ForAWordAtMost), 86_400);
        await stage.Client.RaiseEventAsync(id, "Word", "in time");

        Assert.Equal("in time", (await stage.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task GivenAnotherOrchestration_WhenItSendsAnEvent_ThenTheWaiterGoesOn(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForAWord));
        var teller = await stage.StartAsync(nameof(Waits.Tell), id);

        Assert.Equal($"from {teller}", (await stage.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task GivenAnOrchestrationThatTellsNobody_WhenItEnds_ThenItIsCompleted(Stage stage) =>
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await stage.RunAsync(nameof(Waits.Tell), "nobody-at-all")).RuntimeStatus);

    public static async Task GivenAMegabyteAsAnEvent_WhenItComes_ThenItIsWhole(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForAWord));
        var text = new string('é', 1_000_000);
        await stage.Client.RaiseEventAsync(id, "Word", text);

        Assert.Equal(text, (await stage.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task GivenAnEventThatCannotBeRead_WhenItComes_ThenTheWaiterFails(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForANumber));
        await stage.Client.RaiseEventAsync(id, "Word", "no number");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await stage.EndAsync(id)).RuntimeStatus);
    }

    public static async Task GivenAnEventForNobody_WhenItIsRaised_ThenTheClientIsTold(Stage stage) =>
        Assert.Equal(
            StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => stage.Client.RaiseEventAsync("nobody", "Word"))).StatusCode);

    public static async Task GivenAnEndedInstance_WhenAnEventIsRaised_ThenTheClientIsTold(Stage stage)
    {
        var end = await stage.RunAsync(nameof(Calls.Chain), 0);
        var refused = await Assert.ThrowsAsync<RpcException>(() => stage.Client.RaiseEventAsync(end.InstanceId, "Word"));

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
    }

    public static async Task GivenUnprocessedEvents_WhenAnOrchestrationGoesOnAsNew_ThenTheyGoWithIt(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.WordByWord), "");
        foreach (var word in new[] { "a", "b", "c" }) await stage.Client.RaiseEventAsync(id, "Word", word);
        await stage.Client.RaiseEventAsync(id, "Go", true);

        Assert.Equal("abc", (await stage.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task GivenUnprocessedEvents_WhenTheyAreNotToBeKept_ThenTheyAreLost(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.Forgetful), false);
        await stage.Client.RaiseEventAsync(id, "Word", "lost");
        await stage.Client.RaiseEventAsync(id, "Go", true);
        await stage.UntilAsync(id, found => found.ReadInputAs<bool>());
        await stage.Client.RaiseEventAsync(id, "Word", "found");

        Assert.Equal("found", (await stage.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task GivenRoundsAsNew_WhenTheyAreOver_ThenHistoryIsOfTheLastOne(Stage stage)
    {
        var end = await stage.RunAsync(nameof(Waits.CountDown), 4);
        var history = await stage.Client.GetOrchestrationHistoryAsync(end.InstanceId);

        Assert.Equal(0, end.ReadInputAs<int>());
        Assert.Single(history, happened => happened is DurableTask.Core.History.ExecutionStartedEvent);
    }
}
