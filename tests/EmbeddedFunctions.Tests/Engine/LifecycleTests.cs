using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class LifecycleTests
{
    readonly TestHub hub = new();

    static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("Go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input)
        .AddOrchestratorFunc("Fails", _ => throw new InvalidOperationException("at once"));

    [Fact]
    public async Task GivenAnOrchestratorThatThrowsBeforeItAwaits_WhenStarted_ThenItFailsWithTheException()
    {
        await using var host = await hub.StartAsync(Tasks);

        var end = await host.Client.RunAsync("Fails");

        Assert.Equal((OrchestrationRuntimeStatus.Failed, "System.InvalidOperationException: at once"), (end.RuntimeStatus, end.FailureDetails!.ToString()));
    }

    [Fact]
    public async Task GivenAnUnknownOrchestrator_WhenStarted_ThenTheInstanceFails()
    {
        await using var host = await hub.StartAsync(Tasks);

        var end = await host.Client.RunAsync("Nowhere");

        Assert.Equal("OrchestratorTaskNotFound", end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task GivenAnInputOfTheWrongType_WhenStarted_ThenTheInstanceFails()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Number", (_, n) => n));

        Assert.Equal("System.Text.Json.JsonException", (await host.Client.RunAsync("Number", "seven")).FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task GivenASuspendedInstance_WhenEventsComeAndItIsResumed_ThenItGoesOnWithThem()
    {
        await using var host = await hub.StartAsync(Tasks);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await host.Client.SuspendInstanceAsync(id, "holiday");
        await host.Client.RaiseEventAsync(id, "Go", "on");
        await host.Client.UntilAsync(id, OrchestrationRuntimeStatus.Suspended);

        await host.Client.ResumeInstanceAsync(id);

        Assert.Equal("on", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenASuspendedInstance_WhenItsTimerIsDue_ThenItFiresAfterTheResumption()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<DateTime>("Timer", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return context.CurrentUtcDateTime;
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Timer");
        await host.Client.SuspendInstanceAsync(id);
        var start = hub.Clock.GetUtcNow();
        await hub.Clock.RunUntilIdleAsync(start.AddDays(5));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);

        await host.Client.ResumeInstanceAsync(id);
        hub.Clock.Start();

        Assert.Equal(start.AddDays(6).UtcDateTime, (await host.Client.EndAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task GivenARunningInstance_WhenTerminated_ThenItEndsWithTheOutputGiven()
    {
        await using var host = await hub.StartAsync(Tasks);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits");

        await host.Client.TerminateInstanceAsync(id, "cancelled by the committee");

        var end = await host.Client.EndAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "cancelled by the committee"), (end.RuntimeStatus, end.ReadOutputAs<string>()));
        Assert.Equal(StatusCode.FailedPrecondition, (await Assert.ThrowsAsync<RpcException>(() => host.Client.TerminateInstanceAsync(id))).StatusCode);
    }

    [Fact]
    public async Task GivenAnIdInUse_WhenStartedAgain_ThenOnlyAFinishedOneIsReplaced()
    {
        await using var host = await hub.StartAsync(Tasks);
        var once = new StartOrchestrationOptions("cohort-2020");
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits", once);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Waits", once));
        await host.Client.RaiseEventAsync("cohort-2020", "Go", "first");
        await host.Client.EndAsync("cohort-2020");

        Assert.Equal("second", (await host.Client.RunAsync("Echo", "second", once)).ReadOutputAs<string>());
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo", "third", once.WithDedupeStatuses(OrchestrationRuntimeStatus.Completed)));
    }

    [Fact]
    public async Task GivenARunningInstance_WhenNoStatusStandsInTheWay_ThenItIsReplaced()
    {
        await using var host = await hub.StartAsync(Tasks);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions("again"));

        var end = await host.Client.RunAsync("Echo", "new", new StartOrchestrationOptions("again").WithDedupeStatuses());

        Assert.Equal(("Echo", "new"), (end.Name, end.ReadOutputAs<string>()));
    }

    [Fact]
    public async Task GivenAnUnknownInstance_WhenWaitedFor_ThenItsAppearanceAndEndAreSeen()
    {
        await using var host = await hub.StartAsync(Tasks);
        var waiting = host.Client.EndAsync("to-come");

        await host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "here", new StartOrchestrationOptions("to-come"));

        Assert.Equal("here", (await waiting).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenManyStartsOfOneId_WhenTheyRace_ThenOneWins()
    {
        await using var host = await hub.StartAsync(Tasks);

        var starts = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits", i, new StartOrchestrationOptions("one"));
                return 1;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, starts.Sum());
    }

    [Theory]
    [InlineData("@entity")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    public async Task GivenAForbiddenInstanceId_WhenStarted_ThenThatIsAnArgumentError(string id)
    {
        await using var host = await hub.StartAsync(Tasks);

        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", new StartOrchestrationOptions(id)));
    }

    [Theory]
    [InlineData("it's %20 100% \"quoted\" & a!b ~1")]
    [InlineData("команда-2020-王-عبد")]
    public async Task GivenAnUnusualInstanceId_WhenStarted_ThenItIsFoundUnderIt(string id)
    {
        await using var host = await hub.StartAsync(Tasks);

        await host.Client.RunAsync("Echo", "here", new StartOrchestrationOptions(id));

        Assert.Equal(id, (await host.Client.GetInstanceAsync(id))!.InstanceId);
        Assert.Equal(id, (await host.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: id[..3])).ToListAsync()).Single().InstanceId);
    }

    [Fact]
    public async Task GivenAFinishedInstance_WhenRestarted_ThenItRunsAgainWithItsInput()
    {
        await using var host = await hub.StartAsync(Tasks);
        var end = await host.Client.RunAsync("Echo", "input", new StartOrchestrationOptions("first"));

        Assert.Equal("first", await host.Client.RestartAsync("first"));
        Assert.Equal("input", (await host.Client.EndAsync("first")).ReadOutputAs<string>());
        var other = await host.Client.RestartAsync(end.InstanceId, restartWithNewInstanceId: true);
        Assert.NotEqual("first", other);
        Assert.Equal("input", (await host.Client.EndAsync(other)).ReadOutputAs<string>());
        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.RestartAsync("nobody"));
    }

    [Fact]
    public async Task GivenATagsAndStatus_WhenAskedFor_ThenTheyAreShown()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Status", context =>
        {
            context.SetCustomStatus(new { Phase = "Matching", Pairs = 47 });
            return context.WaitForExternalEvent<string>("Go");
        }));
        var tags = new Dictionary<string, string> { ["cohort"] = "2020" };
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Status", "in", new StartOrchestrationOptions { Tags = tags });
        await host.Client.WaitForInstanceStartAsync(id).WaitAsync(TimeSpan.FromSeconds(30));

        var shown = (await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!;

        Assert.Equal("""{"Phase":"Matching","Pairs":47}""", shown.SerializedCustomStatus);
        Assert.Equal(("in", "2020"), (shown.ReadInputAs<string>(), shown.Tags["cohort"]));
        var bare = (await host.Client.GetInstanceAsync(id))!;
        Assert.Null(bare.SerializedInput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadInputAs<string>());
        Assert.Null(await host.Client.GetInstanceAsync("nobody"));
    }
}
