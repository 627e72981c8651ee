using Microsoft.DurableTask;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class ContinueAsNewTests
{
    readonly TestHub hub = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenAMonthlyOrchestrator_WhenItContinuesAsNew_ThenEachRunBeginsWithItsInput(bool replayEveryStep)
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Monthly", async (context, month) =>
        {
            context.SetCustomStatus($"month {month}");
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            if (month == 4) return $"{month} months until {context.CurrentUtcDateTime:yyyy-MM-dd}";
            context.ContinueAsNew(month + 1);
            return "not this";
        }), options => options.ReplayEveryStep = replayEveryStep);
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Monthly", 1);

        Assert.Equal("4 months until 2020-06-30", end.ReadOutputAs<string>());
        Assert.Equal("month 4", end.ReadCustomStatusAs<string>());
        Assert.Equal(4, end.ReadInputAs<int>());
    }

    [Theory]
    [InlineData(true, "abc")]
    [InlineData(false, "a")]
    public async Task GivenEventsNobodyAwaited_WhenContinuingAsNew_ThenTheyAreKeptIfWished(bool preserve, string expected)
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string, string>("Letters", async (context, soFar) =>
        {
            if (soFar.Length == 0) await context.WaitForExternalEvent<bool>("Go");
            var letter = await context.WaitForExternalEvent<string>("Letter", TimeSpan.FromDays(1)).ContinueWith(
                task => task.IsCompletedSuccessfully ? task.Result : "", CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            if (letter.Length == 0 || soFar.Length == 2) return soFar + letter;
            context.ContinueAsNew(soFar + letter, preserve);
            return "";
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Letters", "");
        foreach (var letter in new[] { "a", "b", "c" }) await host.Client.RaiseEventAsync(id, "Letter", letter);
        await host.Client.RaiseEventAsync(id, "Go", true);
        hub.Clock.Start();

        Assert.Equal(expected, (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAHundredRuns_WhenFinished_ThenOnlyTheLastOnesHistoryIsStored()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, int>("Count", async (context, n) =>
            {
                await context.CallActivityAsync("Nothing");
                if (n < 100) context.ContinueAsNew(n + 1);
                return n;
            })
            .AddActivityFunc("Nothing", _ => { }));

        var end = await host.Client.RunAsync("Count", 1);

        Assert.Equal(100, end.ReadOutputAs<int>());
        Assert.Equal(2, await hub.HistoryRowsAsync(host, end.InstanceId));
    }

    [Fact]
    public async Task GivenANewVersion_WhenContinuingAsNew_ThenTheNextRunHasIt()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Versioned", context =>
        {
            if (context.CompareVersionTo("2.0") >= 0) return context.Version;
            context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.1" });
            return "";
        }));

        var end = await host.Client.RunAsync("Versioned", null, new StartOrchestrationOptions { Version = "1.9" });

        Assert.Equal("2.1", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenGuidsAndChildren_WhenRunsFollowAtOneMoment_ThenNoneRepeats()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<List<Guid>, List<Guid>>("Guids", (context, soFar) =>
        {
            soFar.AddRange([context.NewGuid(), context.NewGuid()]);
            if (soFar.Count < 10) context.ContinueAsNew(soFar);
            return soFar;
        }));

        var guids = (await host.Client.RunAsync("Guids", new List<Guid>())).ReadOutputAs<List<Guid>>()!;

        Assert.Equal(10, guids.Distinct().Count());
    }
}
