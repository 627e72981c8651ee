using System.Collections.Concurrent;
using EmbeddedFunctions.Hosting;
using EmbeddedFunctions.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Tests.Hosting;

[Collection("host")]
public sealed class TimerFunctionTests(StorageFixture storage)
{
    static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task GivenARunAtStart_WhenTheHostStarts_ThenItRunsAtOnceAndThenOnSchedule()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(clock, typeof(AtStart));

        await clock.RunUntilIdleAsync(Start.AddHours(2));

        Assert.Equal(["00:30 False", "01:00 False", "02:00 False"], Seen(host));
    }

    [Fact]
    public async Task GivenARunThatFails_WhenItIsNextDue_ThenItRunsAgain()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(clock, typeof(Failing));

        await clock.RunUntilIdleAsync(Start.AddHours(2));

        Assert.Equal(["01:00", "02:00"], Seen(host));
        Assert.Equal(2, host.Logs.Count(log => log.Level == LogLevel.Error && log.Text.StartsWith("Failing failed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GivenALongRun_WhenTheNextOneFallsDue_ThenTheyDoNotOverlap()
    {
        await using var clock = new SimulatedClock(Start);
        await using var host = await StartAsync(new RunningOn(clock), typeof(Long));

        await clock.RunUntilIdleAsync(Start.AddHours(3));
        Assert.Equal(["begins 01:00"], Seen(host));
        Long.LetGo.SetResult();
        await Long.Ended.Task;

        Assert.Equal(["begins 01:00", "ends 03:30"], Seen(host));
    }

    Task<HostUnderTest> StartAsync(TimeProvider clock, Type functions)
    {
        var builder = HostUnderTest.Builder(storage).UseClock(clock);
        builder.Services.AddSingleton<ConcurrentQueue<string>>();
        return HostUnderTest.StartAsync(builder, functions);
    }

    static IEnumerable<string> Seen(HostUnderTest host) => host.Host.Services.GetRequiredService<ConcurrentQueue<string>>();

    public sealed class AtStart(ConcurrentQueue<string> seen, TimeProvider time)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer) => seen.Enqueue($"{time.GetUtcNow():HH:mm} {timer.IsPastDue}");
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

    /// <summary>Goes on while a function runs, as real time does.</summary>
    sealed class RunningOn(SimulatedClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }

    public sealed class Long(ConcurrentQueue<string> seen, TimeProvider time)
    {
        public static readonly TaskCompletionSource LetGo = new();
        public static readonly TaskCompletionSource Ended = new();

        [Function("Long")]
        public async Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            seen.Enqueue($"begins {time.GetUtcNow():HH:mm}");
            await LetGo.Task;
            seen.Enqueue($"ends {time.GetUtcNow():HH:mm}");
            Ended.TrySetResult();
        }
    }
}
