using EmbeddedFunctions.Engine;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class LeaseTests
{
    readonly TestHub hub = new();

    Task<DurableTaskTestHost> StartAsync(TimeSpan lease) => hub.StartAsync(tasks => tasks
        .AddOrchestratorFunc<string, string>("Echo", async (context, input) =>
        {
            await context.WaitForExternalEvent<bool>("Go");
            return input;
        }), options => options.LeaseDuration = lease);

    [Fact]
    public async Task GivenAnEngineAtWork_WhenAnotherStarts_ThenItWaitsUntilTheFirstHasStopped()
    {
        var first = await StartAsync(TimeSpan.FromMinutes(5));
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "x");
        var starting = StartAsync(TimeSpan.FromMinutes(5));
        await first.Client.RaiseEventAsync(id, "Go", true);
        await first.Client.EndAsync(id);
        Assert.False(starting.IsCompleted);

        await first.DisposeAsync();

        await using var second = await starting;
        Assert.Equal("x", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenALapsedLease_WhenAnotherEngineHasTakenOver_ThenTheFirstWritesNothingMore()
    {
        var first = await StartAsync(TimeSpan.FromSeconds(1));
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "x");
        (await first.Engine.DispatcherAsync(CancellationToken.None)).Hub.Freeze(); // no renewals, as after a long sleep

        await using var second = await StartAsync(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAnyAsync<Exception>(() => first.Client.RaiseEventAsync(id, "Go", true));
        await second.Client.RaiseEventAsync(id, "Go", true);

        Assert.Equal("x", (await second.Client.EndAsync(id)).ReadOutputAs<string>());
        await first.DisposeAsync();
    }
}
