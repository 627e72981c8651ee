using DurableTask.Core;
using DurableTask.Core.Middleware;
using Microsoft.Extensions.Logging.Abstractions;
using Simulation.Orchestrations;

namespace FunctionsHost.Tests.Simulated;

/// <summary>The simulation with DurableTask.Core alone: no host, no worker of Functions.</summary>
sealed class CoreHub : IAsyncDisposable
{
    static readonly DateTimeOffset Monday = new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero);

    readonly SimulatedTaskHub hub;
    readonly TaskHubWorker worker;

    CoreHub(TimeProvider? clock)
    {
        hub = new(clock ?? Clock);
        worker = new(hub, NullLoggerFactory.Instance) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        Client = new(hub);
    }

    public SimulatedClock Clock { get; } = new(Monday);

    public TaskHubClient Client { get; }

    /// <param name="step">Stands before each step of an orchestration.</param>
    /// <param name="activity">Stands before each activity.</param>
    /// <param name="clock">Instead of the simulated one.</param>
    public static async Task<CoreHub> StartAsync(
        Func<DispatchMiddlewareContext, Func<Task>, Task>? step = null,
        Func<DispatchMiddlewareContext, Func<Task>, Task>? activity = null,
        TimeProvider? clock = null)
    {
        var started = new CoreHub(clock);
        started.worker.AddOrchestrationDispatcherMiddleware(started.hub.TellTimeAsync);
        if (step is not null) started.worker.AddOrchestrationDispatcherMiddleware(step);
        if (activity is not null) started.worker.AddActivityDispatcherMiddleware(activity);
        await started.worker.AddTaskOrchestrations(typeof(Reminder)).AddTaskActivities(typeof(Ask)).StartAsync();
        return started;
    }

    public Task<OrchestrationInstance> RemindAsync(string id, string whom) =>
        Client.CreateOrchestrationInstanceAsync(typeof(Reminder), id, whom, []);

    public Task<OrchestrationState> EndAsync(OrchestrationInstance instance) =>
        Client.WaitForOrchestrationAsync(instance, TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(isForced: true);
        worker.Dispose();
        await Clock.DisposeAsync();
    }
}
