using DurableTask.Core;
using DurableTask.Core.Middleware;
using DurableTask.Core.Settings;
using FunctionsHost.Durable.Dispatch;
using FunctionsHost.Durable.Hub;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Durable.Engines;

/// <summary>A provider of DurableTask.Core, and how this host uses it.</summary>
/// <param name="Service">Keeps instances and hands out work.</param>
/// <param name="Client">Takes what clients ask.</param>
/// <param name="Sessions">What the worker remembers between steps.</param>
/// <param name="Before">Middleware that the engine itself needs before each step of an orchestration; null for none.</param>
/// <param name="RewindAsync">How a failed instance is let go on, by id and reason.</param>
sealed record Engine(
    IOrchestrationService Service, IOrchestrationServiceClient Client, WorkerSessions Sessions,
    Func<DispatchMiddlewareContext, Func<Task>, Task>? Before, Func<string, string?, Task> RewindAsync)
{
    /// <summary>How one waits for an instance to begin.</summary>
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    public TaskHub Hub(string? defaultVersion, IReadOnlyList<OrchestrationStatus> unreplaceable) =>
        new(Client, new(defaultVersion ?? "", unreplaceable, RewindAsync, BegunAsync));

    /// <summary>Begins to dispatch to whoever has the code.</summary>
    /// <param name="runner">Has it.</param>
    /// <param name="recordIn">A folder that gets the histories of what ends; null for none.</param>
    /// <param name="loggers">The host's.</param>
    /// <param name="versioning">Which versions run here; null for all.</param>
    public async Task<RunningEngine> StartAsync(
        ITaskRunner runner, string? recordIn, ILoggerFactory loggers, VersioningSettings? versioning = null)
    {
        await Service.CreateIfNotExistsAsync();
        var worker = new TaskHubWorker(Service, versioning, loggers) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        var orchestrators = new OrchestratorDispatch(
            runner, Sessions, recordIn is null ? null : new ExecutionRecorder(recordIn), loggers.CreateLogger("Host.Orchestrations"));
        if (Before is not null) worker.AddOrchestrationDispatcherMiddleware(Before);
        worker.AddOrchestrationDispatcherMiddleware(orchestrators.RunAsync);
        worker.AddActivityDispatcherMiddleware(new ActivityDispatch(runner).RunAsync);
        await worker.StartAsync();
        return new(worker);
    }

    static async Task<OrchestrationState> BegunAsync(TaskHub hub, string instanceId, CancellationToken cancellation)
    {
        while (true)
        {
            if (await hub.FindAsync(instanceId) is { OrchestrationStatus: not OrchestrationStatus.Pending } begun) return begun;
            await Task.Delay(LookAgain, cancellation); // real time: the engines have no way to be told
        }
    }
}

/// <summary>An engine that dispatches.</summary>
sealed class RunningEngine(TaskHubWorker worker) : IAsyncDisposable
{
    /// <summary>Waits for what runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(isForced: false);
        worker.Dispose();
    }
}
