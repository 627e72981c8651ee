using System.Collections.Concurrent;
using EmbeddedFunctions.Engine;
using Microsoft.DurableTask;

namespace EmbeddedFunctions.Tests.Engine;

/// <summary>What an engine finds when it starts on a hub that another one left, in good order or not.</summary>
public abstract class RecoveryTests
{
    readonly TestHub hub;
    readonly ConcurrentDictionary<string, int> runs = new();
    readonly TaskCompletionSource blocked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile bool block;

    private protected RecoveryTests(TestHub hub) => this.hub = hub;

    void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string>("Timer", async context =>
        {
            await context.CallActivityAsync("Work", "before");
            await context.CreateTimer(TimeSpan.FromDays(90), CancellationToken.None);
            await context.CallActivityAsync("Work", "after");
            return $"{context.CurrentUtcDateTime:yyyy-MM-dd}";
        })
        .AddOrchestratorFunc<string>("Event", async context => await context.WaitForExternalEvent<string>("First") + await context.WaitForExternalEvent<string>("Second"))
        .AddOrchestratorFunc<string, string>("Call", (context, input) => context.CallActivityAsync<string>("Work", input))
        .AddOrchestratorFunc<string, string>("Parent", async (context, input)
            => "child: " + await context.CallSubOrchestratorAsync<string>("Call", input, new SubOrchestrationOptions(instanceId: context.InstanceId + "-child")))
        .AddActivityFunc<string, string>("Work", async (_, input) =>
        {
            runs.AddOrUpdate(input, 1, (_, count) => count + 1);
            if (block) await blocked.Task;
            return input + " done";
        });

    Task<DurableTaskTestHost> StartAsync() => hub.StartAsync(Tasks, options => options.LeaseDuration = TimeSpan.FromSeconds(1));

    static async Task LeaveAsync(DurableTaskTestHost host, bool crash)
    {
        if (crash) await host.Engine.CrashAsync();
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenAWaitingTimer_WhenTheEngineIsStartedAgain_ThenItFiresAtItsTime(bool crash)
    {
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Timer");
        await hub.Clock.RunUntilIdleAsync(hub.Clock.GetUtcNow().AddDays(1));
        await LeaveAsync(first, crash);

        await using var second = await StartAsync();
        hub.Clock.Start();

        Assert.Equal("2020-05-31", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(1, runs["before"]);
    }

    [Fact]
    public async Task GivenATimerThatFellDueMeanwhile_WhenTheEngineIsStartedAgain_ThenItFiresAtOnce()
    {
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Timer");
        await hub.Clock.RunUntilIdleAsync(hub.Clock.GetUtcNow().AddDays(1));
        await LeaveAsync(first, crash: false);
        await hub.Clock.RunUntilIdleAsync(hub.Clock.GetUtcNow().AddDays(200));

        await using var second = await StartAsync();

        Assert.Equal($"{hub.Clock.GetUtcNow():yyyy-MM-dd}", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenUndeliveredEvents_WhenTheEngineIsStartedAgain_ThenTheyAreThereInOrder(bool crash)
    {
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Event");
        await first.Client.RaiseEventAsync(id, "Second", "2");
        await LeaveAsync(first, crash);

        await using var second = await StartAsync();
        await second.Client.RaiseEventAsync(id, "First", "1");

        Assert.Equal("12", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAStartedActivity_WhenTheEngineCrashes_ThenItRunsAgain()
    {
        block = true;
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Call", "letter");
        while (!runs.ContainsKey("letter")) await Task.Yield();
        await LeaveAsync(first, crash: true);
        block = false;

        await using var second = await StartAsync();

        Assert.Equal("letter done", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(2, runs["letter"]);
        blocked.SetResult();
    }

    [Fact]
    public async Task GivenAStartedActivity_WhenTheEngineStops_ThenItsResultIsKept()
    {
        block = true;
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Call", "letter");
        while (!runs.ContainsKey("letter")) await Task.Yield();
        var leaving = LeaveAsync(first, crash: false);
        blocked.SetResult();
        await leaving;

        await using var second = await StartAsync();

        Assert.Equal("letter done", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(1, runs["letter"]);
    }

    [Fact]
    public async Task GivenAParentAndItsChild_WhenTheEngineCrashes_ThenBothGoOn()
    {
        block = true;
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Parent", "letter");
        while (!runs.ContainsKey("letter")) await Task.Yield();
        await LeaveAsync(first, crash: true);
        block = false;

        await using var second = await StartAsync();

        Assert.Equal("child: letter done", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
        blocked.SetResult();
    }

    [Fact]
    public async Task GivenAScheduledStart_WhenTheEngineIsStartedAgain_ThenItBeginsAtItsTime()
    {
        var at = hub.Clock.GetUtcNow().AddDays(5);
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Call", "later", new StartOrchestrationOptions(StartAt: at));
        await LeaveAsync(first, crash: true);

        await using var second = await StartAsync();
        await hub.Clock.RunUntilIdleAsync(at.AddDays(-1));
        Assert.Empty(runs);
        hub.Clock.Start();

        Assert.Equal("later done", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAFinishedInstance_WhenTheEngineIsStartedAgain_ThenItIsStillKnown()
    {
        var first = await StartAsync();
        var end = await first.Client.RunAsync("Call", "letter");
        await LeaveAsync(first, crash: true);

        await using var second = await StartAsync();

        Assert.Equal("letter done", (await second.Client.EndAsync(end.InstanceId)).ReadOutputAs<string>());
        Assert.Equal(0, second.Engine.Unfinished);
    }
}

public sealed class RecoveryOnAzuriteTests() : RecoveryTests(new TestHub());

public sealed class RecoveryInMemoryTests() : RecoveryTests(new TestHub { Memory = new() });
