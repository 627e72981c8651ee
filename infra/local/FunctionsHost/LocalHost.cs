using FunctionsHost.Durable;
using FunctionsHost.Durable.Dispatch;
using FunctionsHost.Durable.Engines;
using FunctionsHost.Durable.Hub;
using FunctionsHost.Durable.Management;
using FunctionsHost.Functions;
using FunctionsHost.Http;
using FunctionsHost.Keys;
using FunctionsHost.Settings;
using FunctionsHost.Timers;
using FunctionsHost.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Simulation.Time;

namespace FunctionsHost;

/// <summary>A Functions host on this machine, with one app: its worker, its orchestrations, its HTTP functions and timers.</summary>
public sealed class LocalHost : IAsyncDisposable
{
    /// <summary>What has been started, last first.</summary>
    readonly Stack<IAsyncDisposable> started;
    readonly IRunningWorker worker;

    LocalHost(
        Stack<IAsyncDisposable> started, IRunningWorker worker, WorkerChannel channel,
        Uri address, FunctionKeys keys, DurableTaskClient orchestrations)
    {
        (this.started, this.worker, Address, Keys, Orchestrations) = (started, worker, address, keys, orchestrations);
        (WorkerLost, Functions) = (channel.Lost, [.. channel.Functions.Select(function => function.Name)]);
    }

    /// <summary>Where the host listens, without a slash at the end.</summary>
    public Uri Address { get; }

    public FunctionKeys Keys { get; }

    /// <summary>The client that functions get.</summary>
    public DurableTaskClient Orchestrations { get; }

    /// <summary>Names of the functions that are served.</summary>
    public IReadOnlyList<string> Functions { get; }

    /// <summary>Completes when the worker has ended by itself, with a sentence on why; the host serves nothing from then on.</summary>
    public Task<string> WorkerLost { get; }

    /// <summary>The app's services.</summary>
    /// <exception cref="InvalidOperationException">The app runs in a process of its own.</exception>
    public IServiceProvider Services =>
        worker.Services ?? throw new InvalidOperationException("The app runs in a process of its own: its services are not here.");

    /// <summary>Starts the app, and returns when it can be called. Simulated time stands still meanwhile.</summary>
    /// <exception cref="FunctionsHostStartException">It cannot start; the message names everything that is wrong, a line each.</exception>
    public static async Task<LocalHost> StartAsync(FunctionsApp app, LocalHostOptions options, CancellationToken cancellation = default)
    {
        using var still = options.Clock.HoldStill();
        var started = new Stack<IAsyncDisposable>();
        try
        {
            return await new HostStart(app, options, started).RunAsync(cancellation);
        }
        catch (Exception e)
        {
            await EndAsync(started);
            if (StartFailure.Explain(e) is { } explained) throw new FunctionsHostStartException(explained, e);
            throw;
        }
    }

    /// <summary>Stops in good order: no new work, then the end of what runs, then the worker.</summary>
    public async ValueTask DisposeAsync() => await EndAsync(started);

    static async Task EndAsync(Stack<IAsyncDisposable> started)
    {
        while (started.TryPop(out var part)) await part.DisposeAsync();
    }

    /// <summary>One start, in the order in which its parts need each other.</summary>
    sealed class HostStart(FunctionsApp app, LocalHostOptions options, Stack<IAsyncDisposable> started)
    {
        readonly StartErrors errors = new();

        public async Task<LocalHost> RunAsync(CancellationToken cancellation)
        {
            var configuration = HostConfiguration.Read(app.Folder, options.Settings);
            var settings = HostSettings.Read(configuration, errors);
            var hostJson = HostJsonFile.Read(settings.HostJsonPath, app.Folder, configuration, errors);
            var storage = HostStorage.Open(settings, errors);
            errors.ThrowIfAny();
            var loggers = Begun(new LogOutput(options.Logging, hostJson.LogLevels, configuration)).Factory;
            var logger = loggers.CreateLogger("Host");

            var engine = options.Engine == EngineKind.Simulation
                ? SimulationEngine.Create(options.Clock)
                : AzureStorageEngine.Create(
                    hostJson.Engine with { ConnectionString = settings.StorageConnection, HubName = hostJson.HubName }, loggers);
            var hub = engine.Hub(hostJson.DefaultVersion, hostJson.ReplacesUnfinished ? [] : OrchestrationStates.Unfinished);
            var token = new HubToken();
            var channel = new WorkerChannel(new WorkerLogs(loggers), logger);
            var expected = new ExpectedWorker(channel);
            var server = Begun(await WorkerServer.StartAsync(expected, new TaskHubService(hub, token), loggers, cancellation));
            var keys = new KeyRing();
            var links = new ManagementLinks(keys, hostJson);
            Front? front = null;
            var inputs = new DurableClientBinding(
                hostJson.HubName, token, () => ($"{front!.Address.ToString().TrimEnd('/')}{ManagementApi.Root}", links.ClientQuery))
            {
                Hub = server.Address,
            };

            var worker = await BeginWorkerAsync();
            FunctionSelection.Check(channel.Functions, channel.LeftOut, hostJson, errors);
            var client = Begun(HubClient.Create(server.Address, token, WorkerData.Of(worker.Services)));

            var triggers = HttpTrigger.Of(channel.Functions, hostJson.RoutePrefix).ToList();
            var tasks = new WorkerTasks(channel, inputs);
            front = Begun(Front.Create(
                settings, hostJson, triggers,
                trigger => new(
                    trigger, channel, inputs, worker.Door, keys, options.Clock, loggers.CreateLogger($"Function.{trigger.Function.Name}")),
                services => services.AddSingleton(hub).AddSingleton(client).AddSingleton(keys).AddSingleton(links).AddSingleton(hostJson)
                    .AddSingleton<ITaskRunner>(tasks).AddSingleton(options.Clock),
                loggers, errors));
            var timers = TimerService.Create(
                channel, inputs, options.KeepsSchedules ? new TimerStore(storage!, hostJson.HubName) : null,
                configuration, options.Clock, loggers, errors);
            errors.ThrowIfAny();

            var withKeys = triggers.Where(trigger => trigger.Level is "function" or "user")
                .Select(trigger => trigger.Function.Name).ToList();
            keys.Keys = GivenKeys.Over(await new KeyStore(storage!, hostJson.HubName).LoadAsync(withKeys, cancellation), configuration);
            await front.StartAsync(cancellation);
            if (app is FunctionsApp.Published) Begun(new EngineTraces());
            Begun(await engine.StartAsync(tasks, settings.HistoriesFolder, loggers, hostJson.Versioning));
            Begun(timers);
            await timers.StartAsync(cancellation);
            if (channel.Lost.IsCompleted) throw new WorkerLostException(await channel.Lost);
            StartReport.Write(logger, triggers, timers.Timers, channel, front.Address, hostJson.HubName);
            return new(started, worker, channel, front.Address, keys.Keys, client);

            async Task<IRunningWorker> BeginWorkerAsync()
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                limit.CancelAfter(settings.StartLimit);
                try
                {
                    var running = Begun(await RunningWorker.StartAsync(
                        app, settings, configuration, server.Address, expected, channel, options.Clock, logger, limit.Token));
                    await channel.BeginAsync(
                        app.Folder, function => FunctionSelection.IsServed(function, hostJson, configuration), limit.Token);
                    await running.OpenAsync(limit.Token);
                    return running;
                }
                catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
                {
                    throw new FunctionsHostStartException(
                        $"The app's worker was not ready after {settings.StartLimit.TotalSeconds:0} seconds.", e);
                }
            }
        }

        T Begun<T>(T part) where T : IAsyncDisposable
        {
            started.Push(part);
            return part;
        }
    }
}
