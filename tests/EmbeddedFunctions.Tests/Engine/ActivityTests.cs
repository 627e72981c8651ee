using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class ActivityTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenAnActivity_WhenCalled_ThenItsResultComesBack()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("Greet", (context, name) => context.CallActivityAsync<string>("Hello", name))
            .AddActivityFunc<string, string>("Hello", (_, name) => $"Hello {name}"));

        var end = await host.Client.RunAsync("Greet", "Ana");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal("Hello Ana", end.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenAThousandCallsAtOnce_WhenAwaitedTogether_ThenAllResultsComeInOrder(bool replayEveryStep)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, int[]>("FanOut", (context, count)
                => Task.WhenAll(Enumerable.Range(0, count).Select(i => context.CallActivityAsync<int>("Square", i))))
            .AddActivityFunc<int, int>("Square", (_, i) => i * i),
            options => options.ReplayEveryStep = replayEveryStep);

        var end = await host.Client.RunAsync("FanOut", 1000);

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i * i), end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task GivenAFailingActivity_WhenCaught_ThenTheDetailsTellWhatFailed()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Careful", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Fails");
                    return "no failure";
                }
                catch (TaskFailedException e)
                {
                    return $"{e.TaskName} {e.FailureDetails.ErrorType} {e.FailureDetails.ErrorMessage} {e.FailureDetails.InnerFailure?.ErrorMessage}"
                        + $" {e.FailureDetails.IsCausedBy<IOException>()} {e.FailureDetails.IsCausedBy<ArgumentException>()}";
                }
            })
            .AddActivityFunc("Fails", _ => throw new FileNotFoundException("no list", new InvalidOperationException("inner"))));

        var end = await host.Client.RunAsync("Careful");

        Assert.Equal("Fails System.IO.FileNotFoundException no list inner True False", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAnUnknownActivity_WhenCalledWithRetries_ThenItFailsAtOnce()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc("Lost", context
            => context.CallActivityAsync("Nowhere", options: TaskOptions.FromRetryPolicy(new(5, TimeSpan.FromDays(1))))));

        var end = await host.Client.RunAsync("Lost");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("ActivityTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
    }
}
