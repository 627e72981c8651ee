using System.Collections.Concurrent;
using EmbeddedFunctions.Hosting;
using EmbeddedFunctions.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Tests.Hosting;

[Collection("host")]
public sealed class ShutdownTests(StorageFixture storage)
{
    readonly Gates gates = new();

    [Fact]
    public async Task GivenARequestUnderWay_WhenTheHostStops_ThenItIsAnsweredFirstAndMayStillStartOrchestrations()
    {
        await using var host = await StartAsync(HostUnderTest.NewHub());
        var request = host.Client.GetStringAsync("/slow");
        await gates.Begun.WaitAsync();

        var stop = host.Host.StopAsync();
        Assert.False(stop.IsCompleted);
        gates.LetGo.Release();

        Assert.Equal("started", await request);
        await stop;
    }

    [Fact]
    public async Task GivenAnActivityUnderWay_WhenTheHostStops_ThenItEndsFirstAndDoesNotRunAgain()
    {
        var hub = HostUnderTest.NewHub();
        await using (var host = await StartAsync(hub))
        {
            await host.Host.DurableClient().ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Long), null, new StartOrchestrationOptions("long"));
            await gates.Begun.WaitAsync();

            var stop = host.Host.StopAsync();
            Assert.False(stop.IsCompleted);
            gates.LetGo.Release();
            await stop;
            Assert.Equal(["work"], gates.Done);
        }

        await using var again = await StartAsync(hub);
        var ended = await again.Host.DurableClient().WaitForInstanceCompletionAsync("long", true);

        Assert.Equal("well", ended.ReadOutputAs<string>());
        Assert.Equal(["work"], gates.Done);
    }

    [Fact]
    public async Task GivenATimerRunUnderWay_WhenTheHostStops_ThenItIsToldAndWaitedFor()
    {
        await using var clock = new SimulatedClock(new(2026, 3, 1, 0, 30, 0, TimeSpan.Zero));
        await using var host = await StartAsync(HostUnderTest.NewHub(), clock);
        clock.Start();
        await gates.Begun.WaitAsync();

        await host.Host.StopAsync();

        Assert.Equal(["timer cancelled"], gates.Done);
    }

    [Fact]
    public async Task GivenAHostAtWork_WhenAnotherStartsOnItsHub_ThenItWaitsUntilTheFirstHasStopped()
    {
        var hub = HostUnderTest.NewHub();
        var first = await StartAsync(hub);
        var starting = StartAsync(hub);
        await first.Host.DurableClient().ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Waiting), null, new StartOrchestrationOptions("waiting"));
        await first.Host.DurableClient().WaitForInstanceStartAsync("waiting");
        Assert.False(starting.IsCompleted);

        await first.DisposeAsync();

        await using var second = await starting;
        await second.Host.DurableClient().RaiseEventAsync("waiting", "Go", 5);
        Assert.Equal(5, (await second.Host.DurableClient().WaitForInstanceCompletionAsync("waiting", true)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task GivenAHostAtWork_WhenAnotherHasToWaitForIt_ThenTheLogSaysForWhat()
    {
        var hub = HostUnderTest.NewHub();
        var first = await StartAsync(hub);
        var recorder = new HostUnderTest();
        var builder = HostUnderTest.Builder(storage, hub: hub).ServeOnly(typeof(Timers));
        builder.Services.AddSingleton(gates);
        builder.Logging.AddProvider(recorder);
        using var second = builder.Build();

        var starting = second.StartAsync();
        while (!Said() && !starting.IsCompleted) await Task.WhenAny(starting, Task.Delay(50));
        await first.DisposeAsync();
        await starting;

        Assert.True(Said());
        await second.StopAsync();

        bool Said() => recorder.Logs.Any(log => log.Text.StartsWith($"Still waiting for the task hub {hub}: another process serves it", StringComparison.Ordinal));
    }

    Task<HostUnderTest> StartAsync(string hub, TimeProvider? clock = null)
    {
        var builder = HostUnderTest.Builder(storage, hub: hub);
        builder.Services.AddSingleton(gates);
        if (clock is null) return HostUnderTest.StartAsync(builder, typeof(Functions));
        return HostUnderTest.StartAsync(builder.UseClock(clock), typeof(Timers));
    }

    public sealed class Gates
    {
        public SemaphoreSlim Begun { get; } = new(0);

        public SemaphoreSlim LetGo { get; } = new(0);

        public ConcurrentQueue<string> Done { get; } = [];
    }

    public sealed class Timers(Gates gates)
    {
        [Function("Hourly")]
        public async Task Hourly([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken stopping)
        {
            gates.Begun.Release();
            await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            gates.Done.Enqueue("timer cancelled");
        }
    }

    public sealed class Functions(Gates gates)
    {
        [Function("Slow")]
        public async Task<IActionResult> Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow")] HttpRequest request, [DurableClient] DurableTaskClient client)
        {
            gates.Begun.Release();
            await gates.LetGo.WaitAsync();
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(Waiting));
            return new ContentResult { Content = "started" };
        }

        [Function(nameof(Long))]
        public static async Task<string> Long([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync(nameof(Work));
            return "well";
        }

        [Function(nameof(Waiting))]
        public static Task<int> Waiting([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<int>("Go");

        [Function(nameof(Work))]
        public async Task Work([ActivityTrigger] FunctionContext context)
        {
            gates.Begun.Release();
            await gates.LetGo.WaitAsync();
            gates.Done.Enqueue("work");
        }
    }
}
