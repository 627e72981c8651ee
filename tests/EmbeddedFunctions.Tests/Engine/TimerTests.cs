using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class TimerTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenATimerOfAMonth_WhenTimeJumps_ThenTheOrchestratorSeesThatMoment()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<DateTime[]>("Wait", async context =>
        {
            var before = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            return [before, context.CurrentUtcDateTime];
        }));
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Wait");

        var start = new DateTime(2020, 3, 2, 8, 0, 0, DateTimeKind.Utc);
        Assert.Equal([start, start.AddDays(30)], end.ReadOutputAs<DateTime[]>()!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task GivenATimerThatIsNotInTheFuture_WhenAwaited_ThenItCompletesAtOnce(int days)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Now", context => context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None)));

        var end = await host.Client.RunAsync("Now"); // the clock stands still

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
    }

    [Fact]
    public async Task GivenACancelledTimer_WhenTheOrchestratorReturns_ThenItEndsWithoutWaitingForIt()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Race", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromDays(365), cancel.Token);
            var winner = await Task.WhenAny(timer, context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None));
            cancel.Cancel(); // not CancelAsync, which leaves the orchestrator's thread
            return winner == timer ? "year" : timer.IsCanceled ? "day" : "still open";
        }));
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Race");

        Assert.Equal("day", end.ReadOutputAs<string>());
        Assert.Equal(1, (hub.Clock.GetUtcNow() - end.CreatedAt).TotalDays);
    }

    [Fact]
    public async Task GivenAnOpenTimer_WhenTheOrchestratorReturns_ThenItIsRunningUntilTheTimerFires()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Early", context =>
        {
            _ = context.CreateTimer(TimeSpan.FromDays(3), CancellationToken.None);
            return "done";
        }));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Early");
        await hub.Clock.RunUntilIdleAsync(hub.Clock.GetUtcNow().AddDays(2));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);

        hub.Clock.Start();

        Assert.Equal("done", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenManyTimersOfOneMoment_WhenItComes_ThenTheyFireInTheOrderOfTheirMaking()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int[]>("Order", async context =>
        {
            var order = new List<int>();
            await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
            {
                await context.CreateTimer(TimeSpan.FromDays(i % 2 + 1), CancellationToken.None);
                order.Add(i);
            }));
            return [.. order];
        }));
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Order");

        Assert.Equal([.. Enumerable.Range(0, 10).Select(i => 2 * i), .. Enumerable.Range(0, 10).Select(i => 2 * i + 1)], end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task GivenAScheduledStart_WhenItsTimeComes_ThenItBegins()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<DateTime>("Later", context => context.CurrentUtcDateTime));
        var at = hub.Clock.GetUtcNow().AddDays(10);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Later", new StartOrchestrationOptions(StartAt: at));
        await hub.Clock.RunUntilIdleAsync(at.AddDays(-1));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);

        hub.Clock.Start();

        Assert.Equal(at.UtcDateTime, (await host.Client.EndAsync(id)).ReadOutputAs<DateTime>());
    }
}
