using EmbeddedFunctions.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Tests.Engine.Testing;

/// <summary>The real package's test host: tests written for it run here, without any storage.</summary>
public sealed class TestHostTests
{
    [Fact]
    public async Task GivenFunctions_WhenDrivenThroughTheTestHost_ThenTheyRun()
    {
        await using var host = await DurableTaskTestHost.StartAsync(tasks =>
        {
            tasks.AddOrchestratorFunc<string, string>("Greet", async (context, name) =>
                await context.CallActivityAsync<string>("Hello", name) + await context.WaitForExternalEvent<string>("Sign"));
            tasks.AddActivityFunc<string, string>("Hello", (_, name) => $"Hello {name}");
        });
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Greet", "Ana");
        await host.Client.WaitForInstanceStartAsync(id);
        await host.Client.RaiseEventAsync(id, "Sign", "!");

        var end = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "Hello Ana!"), (end.RuntimeStatus, end.ReadOutputAs<string>()));
        Assert.Equal(1, (await host.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
    }

    [Fact]
    public async Task GivenServicesAndAClock_WhenConfigured_ThenClassesGetThem()
    {
        var clock = new SimulatedClock(new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero));
        await using var host = await DurableTaskTestHost.StartAsync(
            tasks => tasks.AddOrchestrator<Reminder>().AddActivity<Shout>(),
            new DurableTaskTestHostOptions { ConfigureServices = services => services.AddSingleton<TimeProvider>(clock).AddSingleton(new Voice("!!")) });
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Reminder), "late");
        clock.Start();

        var end = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);

        Assert.Equal("LATE!! on 2020-04-01", end.ReadOutputAs<string>());
        Assert.Equal("!!", host.Services.GetRequiredService<Voice>().Mark);
    }

    [Fact]
    public async Task GivenAHostOfOnesOwn_WhenAnEngineInMemoryIsAdded_ThenItsClientIsThere()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(new Voice("?"));
        builder.Services.AddInMemoryDurableTask(tasks => tasks
            .AddOrchestratorFunc<string, string>("Ask", (context, word) => context.CallActivityAsync<string>(nameof(Shout), word))
            .AddActivity<Shout>());
        using var host = builder.Build();
        await host.StartAsync();
        var client = host.Services.GetRequiredService<DurableTaskClient>();

        var id = await client.ScheduleNewOrchestrationInstanceAsync("Ask", "who");

        Assert.Equal("WHO?", (await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true)).ReadOutputAs<string>());
        await host.StopAsync();
    }

    [Fact]
    public async Task GivenTwoTestHosts_WhenBothRun_ThenNeitherSeesTheOthersInstances()
    {
        await using var first = await DurableTaskTestHost.StartAsync(tasks => tasks.AddOrchestratorFunc<int>("One", _ => 1));
        await using var second = await DurableTaskTestHost.StartAsync(tasks => tasks.AddOrchestratorFunc<int>("One", _ => 2));
        var options = new StartOrchestrationOptions("same");
        await first.Client.ScheduleNewOrchestrationInstanceAsync("One", null, options);
        await second.Client.ScheduleNewOrchestrationInstanceAsync("One", null, options);

        Assert.Equal(1, (await first.Client.WaitForInstanceCompletionAsync("same", getInputsAndOutputs: true)).ReadOutputAs<int>());
        Assert.Equal(2, (await second.Client.WaitForInstanceCompletionAsync("same", getInputsAndOutputs: true)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task GivenAnOrchestrationThatWaits_WhenTheHostIsDisposed_ThenThatIsQuick()
    {
        var host = await DurableTaskTestHost.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None)));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await host.Client.WaitForInstanceStartAsync(id);

        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => host.Client.RaiseEventAsync(id, "Any"));
    }

    sealed record Voice(string Mark);

    sealed class Shout(Voice voice) : TaskActivity<string, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, string input) => Task.FromResult(input.ToUpperInvariant() + voice.Mark);
    }

    sealed class Reminder : TaskOrchestrator<string, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, string input)
        {
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            return $"{await context.CallActivityAsync<string>(nameof(Shout), input)} on {context.CurrentUtcDateTime:yyyy-MM-dd}";
        }
    }
}
