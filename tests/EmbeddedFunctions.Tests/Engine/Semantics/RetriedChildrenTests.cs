using Microsoft.DurableTask;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>Instances that take the place of a finished one of the same generated id: its history is not theirs.</summary>
public sealed class RetriedChildrenTests
{
    readonly TestHub hub = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenASubOrchestrationThatFailsLate_WhenItIsCalledAgain_ThenItBeginsAnewAndGoesAnotherWay(bool replayEveryStep)
    {
        var attempts = 0;
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Parent", context => context.CallSubOrchestratorAsync<string>("Child", options: new TaskOptions(new RetryPolicy(3, TimeSpan.FromHours(1)))))
            .AddOrchestratorFunc<string>("Child", async context =>
            {
                var attempt = await context.CallActivityAsync<int>("Count");
                for (var i = 0; i < 10 - attempt; i++) await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                return attempt < 3 ? throw new InvalidOperationException("late") : $"attempt {attempt} of {context.InstanceId}";
            })
            .AddActivityFunc("Count", (TaskActivityContext _) => ++attempts), options => options.ReplayEveryStep = replayEveryStep);
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Parent");

        Assert.StartsWith("attempt 3 of ", end.ReadOutputAs<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenAnInstanceOfAGeneratedId_WhenItIsRestarted_ThenItRunsAnewUnderThatId(bool replayEveryStep)
    {
        var runs = 0;
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int>("Short", async context =>
            {
                var run = await context.CallActivityAsync<int>("Count");
                if (run == 1) await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                return await context.CallActivityAsync<int>("Count");
            })
            .AddActivityFunc("Count", (TaskActivityContext _) => ++runs), options => options.ReplayEveryStep = replayEveryStep);
        hub.Clock.Start();
        var first = await host.Client.RunAsync("Short");

        Assert.Equal(first.InstanceId, await host.Client.RestartAsync(first.InstanceId));

        Assert.Equal(4, (await host.Client.EndAsync(first.InstanceId)).ReadOutputAs<int>());
    }
}
