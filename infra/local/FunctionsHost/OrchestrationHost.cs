using FunctionsHost.Durable.Dispatch;
using FunctionsHost.Durable.Engines;
using FunctionsHost.Durable.Hub;
using FunctionsHost.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FunctionsHost;

/// <summary>Orchestrations without a functions app: an engine, and code that is given to it. For tests of single orchestrators.</summary>
public sealed class OrchestrationHost : IAsyncDisposable
{
    readonly RunningEngine engine;
    readonly WorkerServer server;

    OrchestrationHost(RunningEngine engine, WorkerServer server, DurableTaskClient client) =>
        (this.engine, this.server, Client) = (engine, server, client);

    public DurableTaskClient Client { get; }

    /// <summary>Starts on the simulation engine; each step begins with a replay of the whole history, as after a restart.</summary>
    /// <param name="tasks">The code.</param>
    /// <param name="clock">All time.</param>
    /// <param name="data">How the client writes and reads inputs and outputs.</param>
    /// <param name="recordIn">A folder that gets the histories of what ends; null for none.</param>
    /// <param name="loggers">For the host's log.</param>
    public static async Task<OrchestrationHost> StartAsync(
        ITaskRunner tasks, TimeProvider clock, DataConverter data, string? recordIn = null, ILoggerFactory? loggers = null)
    {
        loggers ??= NullLoggerFactory.Instance;
        var engine = SimulationEngine.Create(clock, replayEveryStep: true);
        var token = new HubToken();
        var running = await engine.StartAsync(tasks, recordIn, loggers);
        var server = await WorkerServer.StartAsync(
            null, new TaskHubService(engine.Hub(null, OrchestrationStates.Unfinished), token), loggers, default);
        return new(running, server, HubClient.Create(server.Address, token, data));
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await engine.DisposeAsync();
        await server.DisposeAsync();
    }
}
