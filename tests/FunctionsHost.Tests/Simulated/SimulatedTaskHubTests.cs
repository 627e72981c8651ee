using DurableTask.Core;

namespace FunctionsHost.Tests.Simulated;

public sealed class SimulatedTaskHubTests
{
    static readonly DateTimeOffset Monday = new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The README's example.</summary>
    [Fact(Timeout = 30_000)]
    public async Task GivenNoReply_WhenAWeekHasPassed_ThenItIsAskedAgain()
    {
        await using var hub = await CoreHub.StartAsync();
        var reminder = await hub.RemindAsync("reminder", "Ada");
        await hub.Clock.RunUntilIdleAsync(Monday.AddDays(9));
        await hub.Client.RaiseEventAsync(reminder, "Answer", "yes");
        await hub.Clock.RunUntilIdleAsync(Monday.AddDays(30));

        var end = await hub.EndAsync(reminder);
        Assert.Equal((OrchestrationStatus.Completed, "2"), (end.OrchestrationStatus, end.Output));
        Assert.Equal(Monday.AddDays(14).UtcDateTime, end.LastUpdatedTime);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true, "")]
    [InlineData(false, "Activity")]
    public async Task GivenWorkThatCannotBeDone_WhenItWasTriedTenTimes_ThenTheInstanceFailsAndTimeGoesOn(bool isStep, string named)
    {
        var attempts = 0;
        Task Refuse()
        {
            attempts++;
            throw new NotSupportedException("what is this?");
        }

        await using var hub = await CoreHub.StartAsync(
            step: (_, next) => isStep ? Refuse() : next(), activity: (_, next) => isStep ? next() : Refuse());
        hub.Clock.Start();

        var end = await hub.EndAsync(await hub.RemindAsync("poisoned", "Ada"));
        Assert.Equal((OrchestrationStatus.Failed, 10), (end.OrchestrationStatus, attempts));
        Assert.Contains("what is this?", end.Output, StringComparison.Ordinal);
        Assert.Contains(named, end.Output, StringComparison.Ordinal);
        await hub.Clock.RunUntilIdleAsync(Monday.AddDays(1));
    }

    [Fact(Timeout = 30_000)]
    public async Task GivenAnActivityOfAReplacedInstance_WhenItEnds_ThenNobodyHearsOfIt()
    {
        var called = new TaskCompletionSource();
        await using var hub = await CoreHub.StartAsync(activity: (_, next) =>
        {
            called.TrySetResult();
            return next();
        });
        var (first, second) = (Ask.Gates["first"] = new(), Ask.Gates["second"] = new());
        var former = await hub.RemindAsync("replaced", "first");
        await called.Task;
        var latter = await hub.RemindAsync("replaced", "second");
        first.SetResult();
        second.SetResult();
        await hub.Client.RaiseEventAsync(latter, "Answer", "yes");
        hub.Clock.Start();

        var end = await hub.EndAsync(latter);
        Assert.Equal(("\"second\"", "1"), (end.Input, end.Output));
        Assert.NotEqual(former.ExecutionId, end.OrchestrationInstance.ExecutionId);
    }

    [Fact(Timeout = 30_000)]
    public async Task GivenRealTime_WhenAnInstanceIsToBeginInMonths_ThenItWaits()
    {
        await using var hub = await CoreHub.StartAsync(clock: TimeProvider.System);
        var instance = await hub.Client.CreateScheduledOrchestrationInstanceAsync(typeof(Reminder), "Ada", DateTime.UtcNow.AddMonths(4));

        Assert.Equal(OrchestrationStatus.Pending, (await hub.Client.GetOrchestrationStateAsync(instance)).OrchestrationStatus);
    }
}
