using DurableTask.Core.Exceptions;
using FunctionsHost.Tests.Conformance.Functions;
using Grpc.Core;

namespace FunctionsHost.Tests.Conformance.Cases;

public static class LifeCases
{
    public static async Task GivenACustomStatus_WhenItIsSet_ThenClientsSeeItUntilItIsTakenAway(Stage stage)
    {
        var id = await stage.StartAsync(nameof(Waits.Status));
        await stage.UntilAsync(id, found => found.ReadCustomStatusAs<string[]>() is ["waiting"]);
        await stage.Client.RaiseEventAsync(id, "Word", "done");

        var end = await stage.EndAsync(id);
        Assert.Equal("done", end.ReadOutputAs<string>());
        Assert.Null(end.ReadCustomStatusAs<string[]>());
    }

    public static async Task GivenASuspendedInstance_WhenItsEventComes_ThenItWaitsUntilItIsResumed(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForAWord));
        await stage.Client.SuspendInstanceAsync(id, "a pause");
        await stage.UntilAsync(id, OrchestrationRuntimeStatus.Suspended);
        await stage.Client.RaiseEventAsync(id, "Word", "patience");
        await Task.Delay(500); // real time: nothing must happen
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await stage.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await stage.Client.ResumeInstanceAsync(id);

        Assert.Equal("patience", (await stage.EndAsync(id)).ReadOutputAs<string>());
    }

    public static async Task GivenARunningInstance_WhenItIsTerminated_ThenItEndsWithThatOutput(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForAWord));
        await stage.Client.TerminateInstanceAsync(id, "enough");
        var end = await stage.EndAsync(id);
        var refused = await Assert.ThrowsAsync<RpcException>(() => stage.Client.TerminateInstanceAsync(id, "again"));

        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (end.RuntimeStatus, end.ReadOutputAs<string>()));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
    }

    public static async Task GivenAScheduledStart_WhenTheMomentComes_ThenTheInstanceBegins(Stage stage)
    {
        var moment = stage.Clock.GetUtcNow().AddSeconds(2);
        var id = await stage.StartAsync(nameof(Calls.Chain), 1, new(StartAt: moment));

        var end = await stage.EndAsync(id);
        Assert.Equal(1, end.ReadOutputAs<int>());
        var early = moment - end.LastUpdatedAt; // storage queues count whole seconds
        Assert.True(early < (stage.IsSimulated ? TimeSpan.FromTicks(1) : TimeSpan.FromSeconds(1)), $"{early} too early");
    }

    public static async Task GivenAScheduledStart_WhenItIsTerminatedBefore_ThenItNeverBegins(Stage stage)
    {
        using var still = stage.HoldStill();
        var id = await stage.StartAsync(nameof(Calls.Chain), 1, new(StartAt: stage.Clock.GetUtcNow().AddDays(1)));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await stage.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await stage.Client.TerminateInstanceAsync(id, "never mind");

        var end = await stage.UntilAsync(id, OrchestrationRuntimeStatus.Terminated);
        Assert.Equal("never mind", end.ReadOutputAs<string>());
    }

    public static async Task GivenAnEndedInstance_WhenItIsPurged_ThenNothingIsLeftOfIt(Stage stage)
    {
        var id = (await stage.RunAsync(nameof(Calls.Chain), 1)).InstanceId;

        Assert.Equal(1, (await stage.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
        Assert.Null(await stage.Client.GetInstanceAsync(id));
        Assert.Equal(0, (await stage.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
    }

    public static async Task GivenARunningInstance_WhenItIsPurged_ThenTheClientIsRefused(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForAWord));

        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.Client.PurgeInstanceAsync(id));
    }

    public static async Task GivenAnEndedInstance_WhenItIsRestarted_ThenItRunsAgainUnderItsIdOrAnother(Stage stage)
    {
        var first = await stage.RunAsync(nameof(Calls.Chain), 2);
        var same = await stage.Client.RestartAsync(first.InstanceId);
        var end = await stage.UntilAsync(same, found => found.CreatedAt >= first.CreatedAt && found.IsCompleted);
        var other = await stage.Client.RestartAsync(first.InstanceId, restartWithNewInstanceId: true);

        Assert.Equal((first.InstanceId, 2), (same, end.ReadOutputAs<int>()));
        Assert.NotEqual(same, other);
        Assert.Equal(2, (await stage.EndAsync(other)).ReadOutputAs<int>());
    }

    public static async Task GivenARunningInstance_WhenItIsStartedOrRestarted_ThenTheClientIsTold(Stage stage)
    {
        var id = await stage.BegunAsync(nameof(Waits.ForAWord));

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => stage.StartAsync(nameof(Waits.ForAWord), options: new(id)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.Client.RestartAsync(id));
    }

    public static async Task GivenAnEndedInstance_WhenItIsStartedAgain_ThenOnlyIfItsStateMayBeReplaced(Stage stage)
    {
        var id = (await stage.RunAsync(nameof(Calls.Chain), 1)).InstanceId;
        var unlessCompleted = new StartOrchestrationOptions(id).WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => stage.StartAsync(nameof(Calls.Chain), 5, unlessCompleted));
        await stage.StartAsync(nameof(Calls.Chain), 2, new(id));

        await stage.UntilAsync(id, found => found.IsCompleted && found.ReadOutputAs<int>() == 2);
    }

    public static async Task GivenAnIdWithForbiddenLetters_WhenAnInstanceIsStarted_ThenTheClientIsRefused(Stage stage)
    {
        foreach (var id in new[] { "@me", "a/b", @"a\b", "a#b", "a?b", "a\nb", new string('a', 257) })
            await Assert.ThrowsAsync<ArgumentException>(() => stage.StartAsync(nameof(Calls.Chain), 0, new(id)));
    }

    public static async Task GivenAnInstanceThatIsNotThere_WhenItIsAskedForAnything_ThenTheClientIsTold(Stage stage)
    {
        Assert.Null(await stage.Client.GetInstanceAsync("nobody"));
        foreach (var ask in new Func<Task>[]
        {
            () => stage.Client.TerminateInstanceAsync("nobody"),
            () => stage.Client.SuspendInstanceAsync("nobody"),
            () => stage.Client.ResumeInstanceAsync("nobody"),
        })
        {
            Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(ask)).StatusCode);
        }
    }
}
