using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>Steps that are larger than one transaction of table storage may be: 100 rows, 4 MB, 64 KB a text.</summary>
public abstract class LargeStepTests
{
    const int Many = 250;

    readonly TestHub hub;

    private protected LargeStepTests(TestHub hub) => this.hub = hub;

    static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<int, List<int>>("Collect", async (context, count) =>
        {
            var heard = new List<int>();
            while (heard.Count < count) heard.Add(await context.WaitForExternalEvent<int>("Number"));
            return heard;
        })
        .AddOrchestratorFunc<string, int>("Spread", async (context, text) =>
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => context.CallActivityAsync<string>("Echo", text)));
            return answers.Sum(answer => answer.Length);
        })
        .AddOrchestratorFunc("Tell", context =>
        {
            for (var i = 0; i < Many; i++) context.SendEvent("listener", "Number", i);
            return Task.CompletedTask;
        })
        .AddOrchestratorFunc<int, List<int>>("Again", async (context, round) =>
        {
            await context.WaitForExternalEvent<bool>("Go");
            if (round == 0) context.ContinueAsNew(1);
            if (round == 0) return [];
            var heard = new List<int>();
            while (heard.Count < Many) heard.Add(await context.WaitForExternalEvent<int>("Number"));
            return heard;
        })
        .AddOrchestratorFunc<int>("Statuses", async context =>
        {
            context.SetCustomStatus(new string('x', 50_000));
            await context.WaitForExternalEvent<bool>("Go");
            context.SetCustomStatus("short");
            await context.WaitForExternalEvent<bool>("Go");
            return 1;
        })
        .AddActivityFunc<string, string>("Echo", (_, text) => text);

    Task<DurableTaskTestHost> StartAsync() => hub.StartAsync(Tasks, options => options.LeaseDuration = TimeSpan.FromSeconds(1));

    async Task<DurableTaskTestHost> CrashAsync(DurableTaskTestHost host)
    {
        await host.Engine.CrashAsync();
        await host.DisposeAsync();
        return await StartAsync();
    }

    [Fact]
    public async Task GivenManyEventsBeforeAScheduledStart_WhenItsTimeComes_ThenAllArriveInOrder()
    {
        await using var host = await StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Collect", Many, new StartOrchestrationOptions(StartAt: hub.Clock.GetUtcNow().AddDays(1)));
        for (var i = 0; i < Many; i++) await host.Client.RaiseEventAsync(id, "Number", i);
        hub.Clock.Start();

        Assert.Equal(Enumerable.Range(0, Many), (await host.Client.EndAsync(id)).ReadOutputAs<List<int>>()!);
        await AssertNoMessagesAsync(host, id);
    }

    [Fact]
    public async Task GivenManyEventsBeforeAScheduledStart_WhenItIsTerminatedFirst_ThenNothingIsLeft()
    {
        await using var host = await StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Collect", Many, new StartOrchestrationOptions(StartAt: hub.Clock.GetUtcNow().AddDays(1)));
        for (var i = 0; i < Many; i++) await host.Client.RaiseEventAsync(id, "Number", i);
        await host.Client.TerminateInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.Client.EndAsync(id)).RuntimeStatus);
        await AssertNoMessagesAsync(host, id);
    }

    [Fact]
    public async Task GivenManyUndeliveredEvents_WhenTheEngineIsStartedAgain_ThenAllArriveInOrder()
    {
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Collect", Many, new StartOrchestrationOptions(StartAt: hub.Clock.GetUtcNow().AddDays(1)));
        for (var i = 0; i < Many; i++) await first.Client.RaiseEventAsync(id, "Number", i);

        await using var second = await CrashAsync(first);
        hub.Clock.Start();

        Assert.Equal(Enumerable.Range(0, Many), (await second.Client.EndAsync(id)).ReadOutputAs<List<int>>()!);
        await AssertNoMessagesAsync(second, id);
    }

    [Fact]
    public async Task GivenAStepOfManyMegabytes_WhenItIsTakenAndPurged_ThenItIsWholeAndThenGone()
    {
        await using var host = await StartAsync();
        var end = await host.Client.RunAsync("Spread", new string('é', 20_000));

        Assert.Equal(Many * 20_000, end.ReadOutputAs<int>());
        Assert.NotEqual(0, await hub.BlobsAsync(host, end.InstanceId));
        Assert.Equal(1, (await host.Client.PurgeInstanceAsync(end.InstanceId)).PurgedInstanceCount);
        Assert.Equal((0, 0), (await hub.BlobsAsync(host, end.InstanceId), await hub.HistoryRowsAsync(host, end.InstanceId)));
    }

    [Fact]
    public async Task GivenManyEventsSentInOneStep_WhenDelivered_ThenEachArrivesOnce()
    {
        await using var host = await StartAsync();
        var listener = await host.Client.ScheduleNewOrchestrationInstanceAsync("Collect", Many, new StartOrchestrationOptions("listener"));
        await host.Client.RunAsync("Tell");

        Assert.Equal(Enumerable.Range(0, Many), (await host.Client.EndAsync(listener)).ReadOutputAs<List<int>>()!.Order());
        await AssertNoMessagesAsync(host, listener);
    }

    [Fact]
    public async Task GivenManyUnprocessedEvents_WhenTheOrchestrationContinuesAsNew_ThenTheyAreKept()
    {
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Again", 0);
        for (var i = 0; i < Many; i++) await first.Client.RaiseEventAsync(id, "Number", i);
        await first.Client.RaiseEventAsync(id, "Go", true);
        await hub.Clock.RunUntilIdleAsync(hub.Clock.GetUtcNow());

        await using var second = await CrashAsync(first);
        await second.Client.RaiseEventAsync(id, "Go", true);

        Assert.Equal(Enumerable.Range(0, Many), (await second.Client.EndAsync(id)).ReadOutputAs<List<int>>()!);
    }

    [Fact]
    public async Task GivenALongCustomStatusAndThenAShortOne_WhenTheEngineIsStartedAgain_ThenTheShortOneIsKnown()
    {
        var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Statuses");
        await first.Client.WaitForInstanceStartAsync(id);
        await first.Client.RaiseEventAsync(id, "Go", true);
        await hub.Clock.RunUntilIdleAsync(hub.Clock.GetUtcNow());

        await using var second = await CrashAsync(first);

        Assert.Equal("short", (await second.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task GivenTagsThatNoRowCanHold_WhenAnInstanceIsStarted_ThenThatIsAnArgumentError()
    {
        await using var host = await StartAsync();
        var tags = Enumerable.Range(0, 100).ToDictionary(i => $"tag{i}", _ => new string('x', 400));

        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Collect", 0, new StartOrchestrationOptions("tagged") { Tags = tags }));

        Assert.Null(await host.Client.GetInstanceAsync("tagged"));
    }

    static async Task AssertNoMessagesAsync(DurableTaskTestHost host, string instanceId)
    {
        var dispatcher = await host.Engine.DispatcherAsync(CancellationToken.None);
        await dispatcher.Work.IdleAsync();
        var key = InstanceKey.Of(instanceId);
        Assert.Empty(await dispatcher.Hub.KeysAsync(key, RowKeys.MessagesOf(key), CancellationToken.None));
    }
}

public sealed class LargeStepOnAzuriteTests() : LargeStepTests(new TestHub());

/// <summary>Memory refuses what an account would; Azurite does not in all cases.</summary>
public sealed class LargeStepInMemoryTests() : LargeStepTests(new TestHub { Memory = new() });
