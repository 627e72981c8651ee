using Microsoft.Extensions.Hosting;

namespace FunctionsHost.Tests.Timers;

[Collection("host")]
public sealed class TimerFunctionTests(StorageFixture storage)
{
    static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 30, 0, TimeSpan.Zero);

    [Fact(Timeout = 60_000)]
    public async Task GivenARunAtStart_WhenTheHostStarts_ThenItRunsAtOnceAndThenOnSchedule()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(clock, typeof(AtStart));

        await clock.RunUntilIdleAsync(Start.AddHours(2));

        Assert.Equal(["00:30 False", "01:00 False", "02:00 False"], Seen(host));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenARunThatFails_WhenItIsNextDue_ThenItRunsAgain()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(clock, typeof(Failing));

        await clock.RunUntilIdleAsync(Start.AddHours(2));

        Assert.Equal(["01:00", "02:00"], Seen(host));
        Assert.Equal(
            2,
            host.Logs.Count(log =>
                log.Level == LogLevel.Error && log.Text.StartsWith("Function Failing failed", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenStorageThatIsLost_WhenTheStateCannotBeKept_ThenTheScheduleGoesOn()
    {
        await using var clock = new SimulatedClock(Start);
        var azurite = await StorageFixture.StartAsync();
        var setup = Setup(clock) with { Settings = new Dictionary<string, string?> { [HostSettings.Storage] = azurite.ConnectionString } };
        await using var host = await HostUnderTest.StartAsync(storage, setup, typeof(AtStart));
        await azurite.DisposeAsync();

        await clock.RunUntilIdleAsync(Start.AddHours(2));

        Assert.Equal(["00:30 False", "01:00 False", "02:00 False"], Seen(host));
        Assert.Contains(
            host.Logs, line => line.Text.StartsWith("AtStart: the state of its schedule could not be kept", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenALongRun_WhenTheNextOneFallsDue_ThenTheyDoNotOverlap()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(new RunningOn(clock), typeof(Long));

        await clock.RunUntilIdleAsync(Start.AddHours(0.5));
        await Long.Begun.Task;
        await clock.RunUntilIdleAsync(Start.AddHours(3));
        Long.LetGo.SetResult();
        await Long.Ended.Task;

        Assert.Equal(["begins 01:00", "ends 03:30"], Seen(host));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenRetries_WhenARunFails_ThenItIsTriedAgainAfterItsDelaysAndTheScheduleGoesOn()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(clock, typeof(Retried));

        await clock.RunUntilIdleAsync(Start.AddHours(2));

        Assert.Equal(
            ["fixed 01:00:00 0/2", "fixed 01:00:30 1/2", "fixed 01:01:00 2/2", "fixed 02:00:00 0/2"],
            Seen(host).Where(entry => entry.StartsWith("fixed", StringComparison.Ordinal)));
        Assert.Equal(
            ["growing 01:15:00 0/4", "growing 01:15:10 1/4", "growing 01:15:30 2/4", "growing 01:16:00 3/4", "growing 01:16:30 4/4"],
            Seen(host).Where(entry => entry.StartsWith("growing", StringComparison.Ordinal)).Take(5));
        Assert.Equal(
            1,
            host.Logs.Count(log =>
                log.Level == LogLevel.Error && log.Text.StartsWith("Function Growing failed", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenSchedulesWithAndWithoutMonitor_WhenTheyRun_ThenTheirStatusIsToldOrNot()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(clock, typeof(Told));

        await clock.RunUntilIdleAsync(Start.AddHours(1.5));

        Assert.Equal(
            [
                "kept: last 0001-01-01 00:00, next 2026-03-01 01:00, updated 2026-03-01 00:30",
                "kept: last 2026-03-01 01:00, next 2026-03-01 02:00, updated 2026-03-01 01:00",
            ],
            Seen(host).Where(entry => entry.StartsWith("kept", StringComparison.Ordinal)));
        Assert.Equal(["free: none"], Seen(host).Where(entry => entry.StartsWith("free", StringComparison.Ordinal)).Distinct());
        Assert.Equal(["frequent: none"], Seen(host).Where(entry => entry.StartsWith("frequent", StringComparison.Ordinal)).Distinct());
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenATimeZone_WhenASettingNamesIt_ThenSchedulesAreReadInIt()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(
            clock, typeof(InZone), ("WEBSITE_TIME_ZONE", "Tokyo Standard Time"), ("Daily", "0 30 11 * * *"));

        await clock.RunUntilIdleAsync(Start.AddDays(1));

        Assert.Equal(["02:30"], Seen(host));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAWorkerThatIsLostInARun_WhenTheHostStartsAgain_ThenTheRunIsMadeUpFor()
    {
        await using var clock = new SimulatedClock(Start);
        var setup = Setup(clock);
        await using (var first = await HostUnderTest.StartAsync(storage, setup, typeof(CutOff)))
        {
            await clock.RunUntilIdleAsync(Start.AddHours(1)); // the run at 01:00 is cut off
            Assert.Equal("The app stopped itself.", await first.Host.WorkerLost);
        }

        await using var second = await HostUnderTest.StartAsync(storage, setup, typeof(CutOff));
        await clock.RunUntilIdleAsync(Start.AddHours(1));

        Assert.Equal(["01:30 True"], Seen(second));
    }

    [Theory(Timeout = 60_000)] // a machine's clock goes on while it sleeps, and what its timers count does not
    [InlineData("0 0 8 * * *", 8, 1, "08:31")]
    [InlineData("0 0 * * * *", -5, 30, "20:00")]
    public async Task GivenAClockThatJumps_WhenARunFallsDueByIt_ThenItRunsWithinAMinute(string schedule, int hours, int minutes, string run)
    {
        await using var clock = new SimulatedClock(Start);
        var wall = new RunningOn(clock);
        await using var host = await StartAsync(wall, typeof(InZone), ("Daily", schedule));

        wall.Ahead = TimeSpan.FromHours(hours);
        await clock.RunUntilIdleAsync(Start.AddMinutes(minutes));

        Assert.Equal(run, await host.Get<TaskCompletionSource<string>>().Task);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenASimulatedClock_WhenARunIsFarOff_ThenNothingWakesItBefore()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(clock, typeof(InZone), ("Daily", "0 0 8 * * *"));

        Assert.Equal(Start.AddHours(7.5), clock.NextDue);
    }

    Task<HostUnderTest> StartAsync(TimeProvider clock, Type functions, params (string Name, string Value)[] settings)
    {
        var given = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        return HostUnderTest.StartAsync(storage, Setup(clock) with { Settings = given }, functions);
    }

    static HostSetup Setup(TimeProvider clock) => new()
    {
        Clock = clock,
        Configure = builder => builder.Services.AddSingleton<ConcurrentQueue<string>>()
            .AddSingleton(_ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously)),
    };

    static IEnumerable<string> Seen(HostUnderTest host) => host.Get<ConcurrentQueue<string>>();

    public sealed class CutOff(ConcurrentQueue<string> seen, TimeProvider time, IHostApplicationLifetime app)
    {
        static bool isSecond;

        [Function("CutOff")]
        public async Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken stopping)
        {
            seen.Enqueue($"{time.GetUtcNow():HH:mm} {timer.IsPastDue}");
            if (isSecond) return;
            isSecond = true;
            app.StopApplication();
            // longer than its worker lives
            await Task.Delay(TimeSpan.FromSeconds(5), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public sealed class AtStart(ConcurrentQueue<string> seen, TimeProvider time)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer) =>
            seen.Enqueue($"{time.GetUtcNow():HH:mm} {timer.IsPastDue}");
    }

    public sealed class Failing(ConcurrentQueue<string> seen, TimeProvider time)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("0 0 * * * *", UseMonitor = false)] TimerInfo timer)
        {
            seen.Enqueue($"{time.GetUtcNow():HH:mm}");
            throw new InvalidOperationException("not this time");
        }
    }

    public sealed class Retried(ConcurrentQueue<string> seen, TimeProvider time)
    {
        [Function("Fixed")]
        [FixedDelayRetry(2, "00:00:30")]
        public void Fixed([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context)
        {
            seen.Enqueue($"fixed {time.GetUtcNow():HH:mm:ss} {context.RetryContext.RetryCount}/{context.RetryContext.MaxRetryCount}");
            if (time.GetUtcNow().Hour == 1 && context.RetryContext.RetryCount < 2) throw new InvalidOperationException("not this time");
        }

        [Function("Growing")]
        [ExponentialBackoffRetry(4, "00:00:10", "00:00:30")]
        public void Growing([TimerTrigger("0 15 1 * * *")] TimerInfo timer, FunctionContext context)
        {
            seen.Enqueue($"growing {time.GetUtcNow():HH:mm:ss} {context.RetryContext.RetryCount}/{context.RetryContext.MaxRetryCount}");
            throw new InvalidOperationException("never");
        }
    }

    public sealed class Told(ConcurrentQueue<string> seen)
    {
        [Function("Kept")]
        public void Kept([TimerTrigger("0 0 * * * *")] TimerInfo timer) => seen.Enqueue($"kept: {Text(timer.ScheduleStatus)}");

        [Function("Free")]
        public void Free([TimerTrigger("0 0 * * * *", UseMonitor = false)] TimerInfo timer) =>
            seen.Enqueue($"free: {Text(timer.ScheduleStatus)}");

        [Function("Frequent")]
        public void Frequent([TimerTrigger("0,30 * * * * *")] TimerInfo timer) => seen.Enqueue($"frequent: {Text(timer.ScheduleStatus)}");

        static string Text(ScheduleStatus? status) =>
            status is null
                ? "none"
                : $"last {status.Last:yyyy-MM-dd HH:mm}, next {status.Next:yyyy-MM-dd HH:mm}, updated "
                    + $"{status.LastUpdated:yyyy-MM-dd HH:mm}";
    }

    public sealed class InZone(ConcurrentQueue<string> seen, TaskCompletionSource<string> first, TimeProvider time)
    {
        [Function("InZone")]
        public void Run([TimerTrigger("%Daily%")] TimerInfo timer)
        {
            seen.Enqueue($"{time.GetUtcNow():HH:mm}");
            first.TrySetResult($"{time.GetUtcNow():HH:mm}");
        }
    }

    /// <summary>Goes on while a function runs, as real time does, and can be set.</summary>
    sealed class RunningOn(SimulatedClock clock) : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Ahead;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }

    public sealed class Long(ConcurrentQueue<string> seen, TimeProvider time)
    {
        public static readonly TaskCompletionSource Begun = new();
        public static readonly TaskCompletionSource LetGo = new();
        public static readonly TaskCompletionSource Ended = new();

        [Function("Long")]
        public async Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            seen.Enqueue($"begins {time.GetUtcNow():HH:mm}");
            Begun.TrySetResult();
            await LetGo.Task;
            seen.Enqueue($"ends {time.GetUtcNow():HH:mm}");
            Ended.TrySetResult();
        }
    }
}
