using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class SubOrchestrationTests
{
    readonly TestHub hub = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenNestedSubOrchestrations_WhenAllSucceed_ThenResultsComeUp(bool replayEveryStep)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, int>("Sum", async (context, depth) => depth == 0
                ? await context.CallActivityAsync<int>("One")
                : (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => context.CallSubOrchestratorAsync<int>("Sum", depth - 1)))).Sum())
            .AddActivityFunc("One", _ => 1), options => options.ReplayEveryStep = replayEveryStep);

        Assert.Equal(27, (await host.Client.RunAsync("Sum", 3)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task GivenAFailureDeepDown_WhenNobodyCatchesIt_ThenTheDetailsNameEveryLevel()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Top", context => context.CallSubOrchestratorAsync("Middle"))
            .AddOrchestratorFunc("Middle", context => context.CallActivityAsync("Fails"))
            .AddActivityFunc("Fails", _ => throw new InvalidDataException("broken row")));

        var failure = (await host.Client.RunAsync("Top")).FailureDetails!;

        Assert.Equal(typeof(TaskFailedException).FullName, failure.ErrorType);
        Assert.Contains("Middle", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(typeof(TaskFailedException).FullName, failure.InnerFailure!.ErrorType);
        Assert.Contains("Fails", failure.InnerFailure.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("System.IO.InvalidDataException: broken row", failure.InnerFailure.InnerFailure!.ToString());
    }

    [Fact]
    public async Task GivenAnUnknownOrchestrator_WhenCalledWithRetries_ThenItFailsAtOnce()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc("Top", context
            => context.CallSubOrchestratorAsync("Nowhere", options: TaskOptions.FromRetryPolicy(new(3, TimeSpan.FromDays(1))))));

        var end = await host.Client.RunAsync("Top");

        Assert.Equal("OrchestratorTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task GivenAChosenInstanceId_WhenRetried_ThenEachAttemptRunsUnderIt()
    {
        var attempts = 0;
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Top", context => context.CallSubOrchestratorAsync<string>(
                "Child", null, new SubOrchestrationOptions(new RetryPolicy(3, TimeSpan.FromHours(1)), "child-of-" + context.InstanceId)))
            .AddOrchestratorFunc<string>("Child", async context => $"{context.InstanceId} {context.Parent!.InstanceId} {await context.CallActivityAsync<int>("Third")}")
            .AddActivityFunc("Third", _ => Interlocked.Increment(ref attempts) < 3 ? throw new InvalidOperationException("not yet") : attempts));
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Top");

        Assert.Equal($"child-of-{end.InstanceId} {end.InstanceId} 3", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAChildIdThatIsRunning_WhenCalled_ThenTheCallFails()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Waits", context => context.WaitForExternalEvent<string>("Never"))
            .AddOrchestratorFunc("Top", context => context.CallSubOrchestratorAsync("Waits", new SubOrchestrationOptions(instanceId: "taken"))));
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions("taken"));

        var end = await host.Client.RunAsync("Top");

        Assert.Contains("already", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenAChild_WhenTheParentIsTerminated_ThenTheChildEndsOnlyIfThatIsWished(bool recursive)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Top", context => context.CallSubOrchestratorAsync("Middle", new SubOrchestrationOptions(instanceId: "m" + recursive)))
            .AddOrchestratorFunc("Middle", context => context.CallSubOrchestratorAsync("Waits", new SubOrchestrationOptions(instanceId: "w" + recursive)))
            .AddOrchestratorFunc("Waits", context => context.WaitForExternalEvent<string>("Go")));
        var top = await host.Client.ScheduleNewOrchestrationInstanceAsync("Top");
        await host.Client.WaitForChildAsync("w" + recursive);

        await host.Client.TerminateInstanceAsync(top, new TerminateInstanceOptions("enough", recursive));

        Assert.Equal("enough", (await host.Client.EndAsync(top)).ReadOutputAs<string>());
        if (!recursive) await host.Client.RaiseEventAsync("w" + recursive, "Go", "on");
        var child = await host.Client.EndAsync("w" + recursive);
        Assert.Equal(recursive ? OrchestrationRuntimeStatus.Terminated : OrchestrationRuntimeStatus.Completed, child.RuntimeStatus);
        Assert.Equal(child.RuntimeStatus, (await host.Client.EndAsync("m" + recursive)).RuntimeStatus);
    }
}
