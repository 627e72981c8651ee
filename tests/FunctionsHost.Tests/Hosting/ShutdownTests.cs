using System.Diagnostics;

namespace FunctionsHost.Tests.Hosting;

[Collection("host")]
public sealed class ShutdownTests(StorageFixture storage)
{
    readonly Gates gates = new();

    [Fact(Timeout = 60_000)]
    public async Task GivenARequestUnderWay_WhenTheHostStops_ThenItIsAnsweredFirstAndMayStillStartOrchestrations()
    {
        await using var host = await StartAsync(new());
        var request = host.Client.GetStringAsync("/slow");
        await gates.Begun.WaitAsync();

        var stop = host.Host.DisposeAsync().AsTask();
        Assert.False(stop.IsCompleted);
        gates.LetGo.Release();

        Assert.Equal("started", await request);
        await stop;
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAnActivityUnderWay_WhenTheHostStops_ThenItEndsFirst()
    {
        await using var host = await StartAsync(new());
        await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Long));
        await gates.Begun.WaitAsync();

        var stop = host.Host.DisposeAsync().AsTask();
        Assert.False(stop.IsCompleted);
        gates.LetGo.Release();
        await stop;

        Assert.Equal(["work"], gates.Done);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenATimerRunUnderWay_WhenTheHostStops_ThenItIsToldAndWaitedFor()
    {
        await using var clock = new SimulatedClock(new(2026, 3, 1, 0, 30, 0, TimeSpan.Zero));
        await using var host = await StartAsync(new() { Clock = clock });
        clock.Start();
        await gates.Begun.WaitAsync();

        await host.Host.DisposeAsync().AsTask();

        Assert.Equal(["timer cancelled"], gates.Done);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenNothingUnderWay_WhenTheHostStops_ThenThatIsQuickAndASecondTimeHarmless()
    {
        await using var host = await StartAsync(new());
        await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync(
            nameof(Functions.Waiting), null, new StartOrchestrationOptions("waiting"));
        await host.Orchestrations.WaitForInstanceStartAsync("waiting");
        Assert.Equal("well", await host.Client.GetStringAsync("/quick"));
        var began = Stopwatch.GetTimestamp();

        await host.Host.DisposeAsync();

        // hundreds of milliseconds, on an idle machine
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await host.Host.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => host.Client.GetStringAsync("/quick"));
    }

    Task<HostUnderTest> StartAsync(HostSetup setup) => HostUnderTest.StartAsync(
        storage,
        setup with { Configure = builder => builder.Services.AddSingleton(gates) },
        setup.Clock == TimeProvider.System ? typeof(Functions) : typeof(Timers));

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
        public async Task<IActionResult> Slow(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow")] HttpRequest request,
            [DurableClient] DurableTaskClient client)
        {
            gates.Begun.Release();
            await gates.LetGo.WaitAsync();
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(Waiting));
            return new ContentResult { Content = "started" };
        }

        [Function("Quick")]
        public static IActionResult Quick([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "quick")] HttpRequest request) =>
            new ContentResult { Content = "well" };

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
