namespace FunctionsHost.Tests.Time;

public sealed class ClockTests
{
    static readonly DateTimeOffset Start = new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero);

    SimulatedClock Clock { get; } = new(Start);

    [Fact(Timeout = 60_000)]
    public async Task GivenTimersAtTwoMoments_WhenTimeGoesOn_ThenTheyFireInOrderAtTheirMoments()
    {
        var fired = new List<string>();
        using var late = Clock.CreateTimer(
            _ => fired.Add($"late {Clock.GetUtcNow() - Start}"), null, TimeSpan.FromDays(2), Timeout.InfiniteTimeSpan);
        using var first = Clock.CreateTimer(
            _ => fired.Add($"first {Clock.GetUtcNow() - Start}"), null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
        using var second = Clock.CreateTimer(
            _ => fired.Add($"second {Clock.GetUtcNow() - Start}"), null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);

        await Clock.RunUntilIdleAsync(Start.AddDays(3));

        Assert.Equal(["first 1.00:00:00", "second 1.00:00:00", "late 2.00:00:00"], fired);
        Assert.Equal(Start.AddDays(3), Clock.GetUtcNow());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAPeriodicTimer_WhenAWeekPasses_ThenItFiresDaily()
    {
        var fired = 0;
        using var timer = Clock.CreateTimer(_ => fired++, null, TimeSpan.FromDays(1), TimeSpan.FromDays(1));

        await Clock.RunUntilIdleAsync(Start.AddDays(7));

        Assert.Equal(7, fired);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAHold_WhenSomethingIsDue_ThenTimeStandsStillUntilItIsLetGo()
    {
        var hold = Clock.HoldStill();
        var due = Task.Delay(TimeSpan.FromHours(1), Clock);
        var idle = Clock.RunUntilIdleAsync(Start.AddHours(2));
        Assert.False(due.IsCompleted);
        Assert.False(idle.IsCompleted);

        hold.Dispose();
        hold.Dispose(); // a second time changes nothing
        await idle;

        Assert.True(due.IsCompletedSuccessfully);
        Assert.Equal(0, Clock.Holds);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenWorkThatFollowsADelay_WhenItTakesAHold_ThenTheNextMomentWaitsForIt()
    {
        var seen = new List<TimeSpan>();
        var work = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromDays(1), Clock);
            using var hold = Clock.HoldStill();
            for (var i = 0; i < 100; i++) await Task.Yield();
            lock (seen) seen.Add(Clock.GetUtcNow() - Start);
        });
        using var next = Clock.CreateTimer(_ =>
        {
            lock (seen) seen.Add(Clock.GetUtcNow() - Start);
        }, null, TimeSpan.FromDays(2), Timeout.InfiniteTimeSpan);
        await WaitForTimersAsync(2);

        await Clock.RunUntilIdleAsync(Start.AddDays(2));
        await work;

        Assert.Equal([TimeSpan.FromDays(1), TimeSpan.FromDays(2)], seen);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenWaitUntil_WhenTheMomentComes_ThenTimeIsHeldForTheWaiter()
    {
        Clock.Start();

        using (await Clock.WaitUntilAsync(Start.AddDays(30)))
        {
            Assert.Equal(Start.AddDays(30), Clock.GetUtcNow());
            Assert.Equal(1, Clock.Holds);
        }

        using var again = await Clock.WaitUntilAsync(Start); // past
        Assert.Equal(Start.AddDays(30), Clock.GetUtcNow());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenACancelledWait_WhenTimeGoesOn_ThenNothingIsHeld()
    {
        using var cancelled = new CancellationTokenSource();
        var wait = Clock.WaitUntilAsync(Start.AddDays(1), cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        await Clock.RunUntilIdleAsync(Start.AddDays(2));
        Assert.Equal(0, Clock.Holds);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAClockThatRanUntilAMoment_WhenMoreIsDueLater_ThenItStandsThereAndTellsWhen()
    {
        using var later = Clock.CreateTimer(_ => { }, null, TimeSpan.FromDays(3), Timeout.InfiniteTimeSpan);

        await Clock.RunUntilIdleAsync(Start.AddDays(1));

        Assert.Equal((Start.AddDays(1), Start.AddDays(3)), (Clock.GetUtcNow(), Clock.NextDue));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenACallbackThatThrows_WhenItIsDue_ThenEverybodyWhoWaitsIsTold()
    {
        var clock = new SimulatedClock(Start);
        using var failing = clock.CreateTimer(
            _ => throw new InvalidOperationException("as it must"), null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
        var arrival = clock.WaitUntilAsync(Start.AddDays(2));
        var idle = clock.RunUntilIdleAsync(Start.AddDays(3));

        Assert.Equal("as it must", (await Assert.ThrowsAsync<InvalidOperationException>(() => idle)).InnerException?.Message);
        Assert.Equal("as it must", (await Assert.ThrowsAsync<InvalidOperationException>(() => arrival)).InnerException?.Message);
        Assert.Equal("as it must", Assert.Throws<InvalidOperationException>(() => clock.Start()).InnerException?.Message);
        Assert.Equal("as it must", (await Assert.ThrowsAsync<InvalidOperationException>(() => clock.DisposeAsync().AsTask())).Message);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenATimerThatIsDisposed_WhenItsMomentComes_ThenItNeitherFiresNorCanBeArmedAgain()
    {
        var fired = new List<string>();
        ITimer? second = null;
        using var first = Clock.CreateTimer(_ => second!.Dispose(), null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
        second = Clock.CreateTimer(_ => fired.Add("second"), null, TimeSpan.FromDays(1), TimeSpan.FromDays(1));

        await Clock.RunUntilIdleAsync(Start.AddDays(3));

        Assert.Empty(fired);
        Assert.False(second.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        Assert.Equal(0, Clock.Due);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenATimer_WhenItFires_ThenItsCallbackSeesTheContextInWhichItWasMade()
    {
        var seen = new List<string?>();
        var local = new AsyncLocal<string?> { Value = "maker" };
        using var timer = Clock.CreateTimer(_ => seen.Add(local.Value), null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
        local.Value = "starter";

        await Clock.RunUntilIdleAsync(Start.AddDays(1));

        Assert.Equal(["maker"], seen);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenManyWaitersOfOneMoment_WhenEachHoldsInTurn_ThenAllSeeThatMoment()
    {
        var waits = Enumerable.Range(0, 200).Select(async _ =>
        {
            using var hold = await Clock.WaitUntilAsync(Start.AddDays(1));
            await Task.Yield();
            return Clock.GetUtcNow();
        }).ToList();
        using var later = Clock.CreateTimer(_ => { }, null, TimeSpan.FromDays(1.5), Timeout.InfiniteTimeSpan);
        Clock.Start();

        Assert.All(await Task.WhenAll(waits), seen => Assert.Equal(Start.AddDays(1), seen));
    }

    async Task WaitForTimersAsync(int count)
    {
        while (Clock.Due != count) await Task.Yield();
    }
}
