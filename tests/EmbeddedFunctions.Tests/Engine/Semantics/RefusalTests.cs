using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>What a client is told of an instance that cannot be steered.</summary>
public sealed class RefusalTests
{
    readonly TestHub hub = new();

    static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("Go"))
        .AddOrchestratorFunc("Quick", _ => { });

    static Task Steer(DurableTaskClient client, string command, string id) => command switch
    {
        "raise" => client.RaiseEventAsync(id, "Go", "on"),
        "terminate" => client.TerminateInstanceAsync(id),
        "suspend" => client.SuspendInstanceAsync(id, "holiday"),
        _ => client.ResumeInstanceAsync(id),
    };

    [Theory]
    [InlineData("raise", "The orchestration instance with the provided instance id is not running.")]
    [InlineData("terminate", "Cannot terminate the orchestration instance done because instance is in the Completed state.")]
    [InlineData("suspend", "Cannot suspend the orchestration instance done because instance is in the Completed state.")]
    [InlineData("resume", "Cannot resume the orchestration instance done because instance is in the Completed state.")]
    public async Task GivenAFinishedInstance_WhenSteered_ThenTheCallerIsTold(string command, string expected)
    {
        await using var host = await hub.StartAsync(Tasks);
        await host.Client.RunAsync("Quick", null, new StartOrchestrationOptions("done"));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => Steer(host.Client, command, "done"));

        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
        Assert.Contains(expected, refusal.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raise")]
    [InlineData("terminate")]
    [InlineData("suspend")]
    [InlineData("resume")]
    public async Task GivenNoInstance_WhenSteered_ThenTheCallerIsTold(string command)
    {
        await using var host = await hub.StartAsync(Tasks);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => Steer(host.Client, command, "nobody"));

        Assert.Equal((StatusCode.NotFound, "No instance with ID 'nobody' was found."), (refusal.StatusCode, refusal.Status.Detail));
    }

    [Fact]
    public async Task GivenARunningAndASuspendedInstance_WhenResumedAndSuspendedAgain_ThenTheCallerIsTold()
    {
        await using var host = await hub.StartAsync(Tasks);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await host.Client.UntilAsync(id, OrchestrationRuntimeStatus.Running);
        var running = await Assert.ThrowsAsync<RpcException>(() => Steer(host.Client, "resume", id));
        await host.Client.SuspendInstanceAsync(id);
        await host.Client.UntilAsync(id, OrchestrationRuntimeStatus.Suspended);

        var suspended = await Assert.ThrowsAsync<RpcException>(() => Steer(host.Client, "suspend", id));

        Assert.Contains("because instance is in the Running state", running.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("because instance is in the Suspended state", suspended.Status.Detail, StringComparison.Ordinal);
        await host.Client.TerminateInstanceAsync(id, "enough");
        Assert.Equal("enough", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenARunningInstance_WhenRestarted_ThenOnlyANewIdIsPossible()
    {
        await using var host = await hub.StartAsync(Tasks);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RestartAsync(id));
        var other = await host.Client.RestartAsync(id, restartWithNewInstanceId: true);

        Assert.Contains($"An orchestration with the instanceId {id} cannot be restarted", refusal.Message, StringComparison.Ordinal);
        await host.Client.RaiseEventAsync(other, "Go", "on");
        Assert.Equal("on", (await host.Client.EndAsync(other)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAFailedInstance_WhenFetchedWithoutOutputs_ThenItsFailureIsNotShown()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc("Fails", _ => throw new InvalidOperationException("at once")));
        var end = await host.Client.RunAsync("Fails");

        var bare = (await host.Client.GetInstanceAsync(end.InstanceId))!;

        Assert.Equal(OrchestrationRuntimeStatus.Failed, bare.RuntimeStatus);
        Assert.Null(bare.FailureDetails);
        Assert.EndsWith(", FailureDetails: 'System.InvalidOperationException - at once']", end.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenNoSuchInstance_WhenItsStartOrEndIsAwaited_ThenTheCallerCanGiveUp()
    {
        await using var host = await hub.StartAsync(Tasks);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Client.WaitForInstanceStartAsync("nobody", soon.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Client.WaitForInstanceCompletionAsync("nobody", soon.Token));
    }
}
