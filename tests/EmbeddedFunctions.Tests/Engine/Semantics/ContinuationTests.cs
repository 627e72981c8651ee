namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>What passes from one execution to the next.</summary>
public sealed class ContinuationTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenMoreCodeAfterContinueAsNew_WhenItRuns_ThenItsCallsAreMadeAndTheNextExecutionWaitsForThem()
    {
        var calls = new List<string>();
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, string>("Twice", async (context, run) =>
            {
                if (run == 2) return "end";
                context.ContinueAsNew(run + 1);
                await context.CallActivityAsync("Note", "awaited");
                _ = context.CallActivityAsync("Note", "not awaited");
                return "not this";
            })
            .AddActivityFunc<string>("Note", (_, word) =>
            {
                lock (calls) calls.Add(word);
            }));

        Assert.Equal("end", (await host.Client.RunAsync("Twice", 1)).ReadOutputAs<string>());
        Assert.Equal(["awaited", "not awaited"], calls);
    }

    [Fact]
    public async Task GivenContinueAsNewTwice_WhenTheCodeReturns_ThenTheLaterInputCounts()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Twice", (context, run) =>
        {
            if (run > 1) return run;
            context.ContinueAsNew(2);
            context.ContinueAsNew(3);
            return 0;
        }));

        Assert.Equal(3, (await host.Client.RunAsync("Twice", 1)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task GivenContinueAsNew_WhenTheCodeThrowsAfterwards_ThenTheInstanceFails()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc("Fails", context =>
        {
            context.ContinueAsNew();
            throw new InvalidOperationException("after all");
        }));

        Assert.Equal("after all", (await host.Client.RunAsync("Fails")).FailureDetails!.ErrorMessage);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenEventsThatComeAfterContinueAsNew_WhenEarlierOnesAreDropped_ThenTheLaterOnesAreKept(bool replayEveryStep)
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Drops", async (context, run) =>
        {
            if (run == 2) return await context.WaitForExternalEvent<string>("Word");
            await context.WaitForExternalEvent<bool>("Go");
            context.ContinueAsNew(2, preserveUnprocessedEvents: false);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return "not this";
        }), options => options.ReplayEveryStep = replayEveryStep);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Drops", 1);
        await host.Client.RaiseEventAsync(id, "Word", "early");
        await host.Client.RaiseEventAsync(id, "Go", true);
        await host.Client.RaiseEventAsync(id, "Word", "late");
        await (await host.Engine.DispatcherAsync(CancellationToken.None)).Work.IdleAsync();
        hub.Clock.Start();

        Assert.Equal("late", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenTenEvents_WhenEachExecutionTakesOne_ThenNoneIsLost(bool replayEveryStep)
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<List<int>, List<int>>("Takes", async (context, soFar) =>
        {
            soFar.Add(await context.WaitForExternalEvent<int>("Number"));
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            if (soFar.Count < 10) context.ContinueAsNew(soFar);
            return soFar;
        }), options => options.ReplayEveryStep = replayEveryStep);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Takes", new List<int>());
        foreach (var number in Enumerable.Range(0, 10)) await host.Client.RaiseEventAsync(id, "Number", number);

        Assert.Equal(Enumerable.Range(0, 10), (await host.Client.EndAsync(id)).ReadOutputAs<List<int>>()!);
    }

    [Theory]
    [InlineData(false, "one")]
    [InlineData(true, null)]
    public async Task GivenACustomStatus_WhenTheNextExecutionSetsNone_ThenItIsShownUntilThatOnesSecondStep(bool secondStep, string? expected)
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Status", async (context, run) =>
        {
            if (run == 1)
            {
                context.SetCustomStatus("one");
                context.ContinueAsNew(2);
            }
            else if (secondStep)
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            }

            return run;
        }));
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Status", 1);

        Assert.Equal((2, expected), (end.ReadOutputAs<int>(), end.ReadCustomStatusAs<string>()));
    }

    [Fact]
    public async Task GivenACustomStatus_WhenSetToNull_ThenNoneIsShown()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc("Status", async context =>
        {
            context.SetCustomStatus("one");
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            context.SetCustomStatus(null);
        }));

        Assert.Null((await host.Client.RunAsync("Status")).SerializedCustomStatus);
    }
}
