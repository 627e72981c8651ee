using EmbeddedFunctions.Engine.Orchestrations;
using Microsoft.DurableTask;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class RetryTests
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    readonly TestHub hub = new();

    [Theory]
    [InlineData(3, 2.0, 12.0, null, "0 1 3")]
    [InlineData(3, 2.0, null, null, "0 1 2")]
    [InlineData(5, 2.0, 3.0, null, "0 1 3 6 9")]
    [InlineData(10, 1.0, null, 3.0, "0 1 2 3")]
    [InlineData(1, 1.0, null, null, "0")]
    public async Task GivenAPolicy_WhenEveryAttemptFails_ThenAttemptsComeAtItsTimes(int attempts, double backOff, double? mostHours, double? timeoutHours, string expected)
    {
        var times = new List<double>();
        var start = hub.Clock.GetUtcNow();
        var policy = new RetryPolicy(attempts, Hour, backOff, mostHours * Hour, timeoutHours * Hour);
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Retries", context => context.CallActivityAsync("Fails", options: TaskOptions.FromRetryPolicy(policy)))
            .AddActivityFunc("Fails", _ =>
            {
                times.Add((hub.Clock.GetUtcNow() - start).TotalHours);
                throw new InvalidOperationException("again");
            }), options => options.ReplayEveryStep = true);
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Retries");

        Assert.Equal("again", end.FailureDetails!.InnerFailure!.ErrorMessage);
        Assert.Equal(expected, string.Join(' ', times));
    }

    [Fact]
    public async Task GivenAPolicyForOneFailure_WhenAnotherComes_ThenItIsNotRepeated()
    {
        var runs = 0;
        var policy = new RetryPolicy(9, Hour) { HandleFailure = failure => failure.IsCausedBy<TimeoutException>() };
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Retries", context => context.CallActivityAsync("Fails", options: TaskOptions.FromRetryPolicy(policy)))
            .AddActivityFunc("Fails", _ => throw (++runs < 3 ? new TimeoutException("slow") : new InvalidOperationException("broken"))));
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Retries");

        Assert.Equal((3, "broken"), (runs, end.FailureDetails!.InnerFailure!.ErrorMessage));
    }

    [Fact]
    public async Task GivenAHandler_WhenItWaitsAndAgrees_ThenTheCallIsRepeated()
    {
        var runs = 0;
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Retries", async context =>
            {
                var seen = new List<string>();
                var result = await context.CallActivityAsync<string>("Third", options: TaskOptions.FromRetryHandler(async retry =>
                {
                    seen.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime.TotalHours}");
                    await retry.OrchestrationContext.CreateTimer(Hour * retry.LastAttemptNumber, CancellationToken.None);
                    return true;
                }));
                return $"{result}: {string.Join(", ", seen)}";
            })
            .AddActivityFunc("Third", _ => ++runs < 3 ? throw new InvalidOperationException("no") : "yes"), options => options.ReplayEveryStep = true);
        hub.Clock.Start();

        Assert.Equal("yes: 1 no 0, 2 no 1", (await host.Client.RunAsync("Retries")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(0, 1, 1.0, null, null)]
    [InlineData(1, 0, 1.0, null, null)]
    [InlineData(1, 1, 0.5, null, null)]
    [InlineData(1, 2, 1.0, 1, null)]
    [InlineData(1, 2, 1.0, null, 1)]
    public void GivenAValueOutOfRange_WhenAPolicyIsMade_ThenItIsRefused(int attempts, int firstSeconds, double backOff, int? mostSeconds, int? timeoutSeconds)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(
            attempts, TimeSpan.FromSeconds(firstSeconds), backOff,
            mostSeconds is { } most ? TimeSpan.FromSeconds(most) : null,
            timeoutSeconds is { } timeout ? TimeSpan.FromSeconds(timeout) : null));

    [Fact]
    public void GivenHugeBackOff_WhenPausesGrow_ThenTheyStayWithinTheMaximum()
        => Assert.Equal(TimeSpan.FromHours(1), Retries.PauseAfter(new RetryPolicy(10_000, TimeSpan.FromSeconds(1), 10), 5_000, TimeSpan.Zero));
}
