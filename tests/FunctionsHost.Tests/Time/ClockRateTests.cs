using System.Diagnostics;

namespace FunctionsHost.Tests.Time;

/// <summary>A simulated clock at a rate, paused and resumed.</summary>
public sealed class ClockRateTests
{
    static readonly DateTimeOffset Start = new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero);

    SimulatedClock Clock { get; } = new(Start);

    [Fact(Timeout = 60_000)]
    public async Task GivenARate_WhenTimeGoesOn_ThenItIsSeenToFlowAndTakesItsShareOfRealTime()
    {
        var between = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var clock = new SimulatedClock(Start) { Moving = moment => between.TrySetResult(moment) };
        var arrival = clock.WaitUntilAsync(Start.AddDays(1));
        clock.Start(TimeSpan.FromHours(1));
        Assert.InRange(await between.Task, Start.AddTicks(1), Start.AddDays(1).AddTicks(-1));

        clock.Start(TimeSpan.FromDays(4));
        var started = Stopwatch.GetTimestamp();
        var from = clock.GetUtcNow();
        using var hold = await arrival;

        Assert.Equal(Start.AddDays(1), clock.GetUtcNow());
        Assert.True(Stopwatch.GetElapsedTime(started) >= (clock.GetUtcNow() - from) / 4.5 / 86400);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenARateAndNothingDue_WhenTimeGoesOn_ThenItFlowsAllTheSameUntilItIsPaused()
    {
        var moves = 0;
        var flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var clock = new SimulatedClock(Start)
        {
            Moving = _ =>
            {
                if (++moves == 3) flowing.TrySetResult();
            },
        };
        clock.Start(TimeSpan.FromDays(1));
        await flowing.Task;

        clock.Pause();
        var paused = clock.GetUtcNow();
        Assert.True(paused > Start);
        var due = clock.WaitUntilAsync(paused.AddHours(1));
        await Settling.ThreadPoolAsync();
        Assert.Equal(paused, clock.GetUtcNow());

        clock.Resume();
        using var hold = await due;
        Assert.Equal(paused.AddHours(1), clock.GetUtcNow());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAPauseWhileSomebodyWaits_WhenTimeIsResumed_ThenTheWaitEndsAtItsMomentAndNotBefore()
    {
        var hold = Clock.HoldStill();
        using var first = Clock.CreateTimer(_ => Clock.Pause(), null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
        var idle = Clock.RunUntilIdleAsync(Start.AddDays(5));
        hold.Dispose();
        await WaitForTimersAsync(0);
        await Settling.ThreadPoolAsync();
        Assert.False(idle.IsCompleted);
        Assert.Equal(Start.AddDays(1), Clock.GetUtcNow());

        Clock.Resume();
        await idle;

        Assert.Equal(Start.AddDays(5), Clock.GetUtcNow());
        Assert.Null(Clock.NextDue);
    }

    async Task WaitForTimersAsync(int count)
    {
        while (Clock.Due != count) await Task.Yield();
    }
}
