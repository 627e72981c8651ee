using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>What an app says about its worker and client, beside what the host says.</summary>
public sealed class WorkerSetUpTests
{
    readonly TestHub hub = new();

    [Fact]
    public async Task GivenTasksAddedToTheWorker_WhenStarted_ThenTheyRunBesideTheHosts()
    {
        await using var host = await hub.StartAsync(
            tasks => tasks.AddOrchestratorFunc<int>("OfTheHost", context => context.CallActivityAsync<int>("OfTheWorker")),
            services: services => services.AddDurableTaskWorker(worker => worker.AddTasks(tasks => tasks.AddActivityFunc("OfTheWorker", _ => 7))));

        Assert.Equal(7, (await host.Client.RunAsync("OfTheHost")).ReadOutputAs<int>());
        Assert.Same(host.Client, host.Services.GetRequiredService<IDurableTaskClientProvider>().GetClient());
    }

    [Fact]
    public async Task GivenAMaximumTimerInterval_WhenATimerIsLonger_ThenItIsMadeOfSeveral()
    {
        await using var host = await hub.StartAsync(
            tasks => tasks.AddOrchestratorFunc<DateTime>("Long", async context =>
            {
                await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
                return context.CurrentUtcDateTime;
            }),
            services: services => services.AddDurableTaskWorker(worker => worker.Configure(options => options.MaximumTimerInterval = TimeSpan.FromDays(3))));
        var start = hub.Clock.GetUtcNow();
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Long");

        Assert.Equal(start.AddDays(7).UtcDateTime, end.ReadOutputAs<DateTime>());
        Assert.Equal(4, await hub.HistoryRowsAsync(host, end.InstanceId)); // the start, and one each for 3, 3 and 1 days
    }

    [Fact]
    public async Task GivenALongTimerMadeOfSeveral_WhenItIsCancelledBetween_ThenTheOrchestrationEndsThen()
    {
        await using var host = await hub.StartAsync(
            tasks => tasks.AddOrchestratorFunc<bool>("Long", async context =>
            {
                using var cancel = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromDays(30), cancel.Token);
                await context.CreateTimer(TimeSpan.FromDays(4), CancellationToken.None);
                cancel.Cancel();
                return timer.IsCanceled;
            }),
            options => options.MaximumTimerInterval = TimeSpan.FromDays(3));
        hub.Clock.Start();

        var end = await host.Client.RunAsync("Long");

        Assert.True(end.ReadOutputAs<bool>());
        Assert.Equal(4, (end.LastUpdatedAt - end.CreatedAt).TotalDays);
    }

#pragma warning disable CS0618 // experimental in the real library, too
    [Fact]
    public async Task GivenAFilter_WhenItRefusesAnInstance_ThenThatRestsUntilItIsLetThrough()
    {
        var filter = new Filter();
        await using var host = await hub.StartAsync(
            tasks => tasks.AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("Go")),
            services: services => services.AddDurableTaskWorker(worker => worker.UseOrchestrationFilter(filter)));
        var tagged = new StartOrchestrationOptions { Tags = new Dictionary<string, string> { ["held"] = "yes" } };
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Waits", null, tagged);
        await host.Client.RaiseEventAsync(id, "Go", "on");
        await (await host.Engine.DispatcherAsync(CancellationToken.None)).Work.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);

        filter.LetsThrough = true;
        await host.Client.RaiseEventAsync(id, "Anything");

        Assert.Equal("on", (await host.Client.EndAsync(id)).ReadOutputAs<string>());
    }

    sealed class Filter : IOrchestrationFilter
    {
        public bool LetsThrough { get; set; }

        public ValueTask<bool> IsOrchestrationValidAsync(OrchestrationFilterParameters info, CancellationToken cancellationToken = default)
            => ValueTask.FromResult(LetsThrough || info.Name != "Waits" || !info.Tags!.ContainsKey("held"));
    }
#pragma warning restore CS0618
}
