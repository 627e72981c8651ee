using FunctionsHost;
using Ilnp.Mail;
using Ilnp.Operations.Telemetry;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Ilnp.Local.Running;

/// <summary>The app on this machine: its storage and its host.</summary>
sealed class LocalApp : IAsyncDisposable
{
    readonly LocalRun run;
    readonly LocalStorage storage;
    readonly LocalHost host;

    /// <summary>The app sends its own, and the engine's where that is in its process.</summary>
    readonly TracerProvider? engineSpans;

    LocalApp(LocalRun run, LocalStorage storage, LocalHost host, Uri address) =>
        (this.run, this.storage, this.host, Address, engineSpans) = (run, storage, host, address, EngineSpansOf(run));

    /// <summary>Where people and providers reach it, with a slash at the end.</summary>
    public Uri Address { get; }

    public DurableTaskClient Orchestrations => host.Orchestrations;

    /// <summary>Completes when the app's worker or its storage has ended by itself, with a sentence on why.</summary>
    public Task<string> Lost => Task.WhenAny(host.WorkerLost, storage.Lost).Unwrap();

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts storage, then the host.</summary>
    /// <param name="run">What is run, and where.</param>
    /// <param name="progress">Told of what takes long, and later of what happens to storage.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="LocalProblem">The port is in use.</exception>
    public static async Task<LocalApp> StartAsync(LocalRun run, Action<string> progress, CancellationToken cancellation)
    {
        LoopbackPort.RequireFree(run.Port);
        return await OverAsync(await LocalStorage.StartAsync(run, progress, cancellation), run, cancellation);
    }

    /// <summary>Starts the host over storage that is there; it ends with the app, or when the host does not start.</summary>
    public static async Task<LocalApp> OverAsync(LocalStorage storage, LocalRun run, CancellationToken cancellation)
    {
        try
        {
            new LocalMailbox(run.Folder.Mail).DiscardUnfinished();
            var address = new Uri($"http://localhost:{run.Port}/");
            var options = new LocalHostOptions
            {
                Clock = run.Clock,
                Engine = run.Engine,
                KeepsSchedules = run.IsKept,
                Settings = LocalSettings.Of(run, address, storage.ConnectionString),
            };
            return new(run, storage, await LocalHost.StartAsync(run.App, options, cancellation), address);
        }
        catch
        {
            await storage.Ends.DisposeAsync();
            throw;
        }
    }

    static TracerProvider? EngineSpansOf(LocalRun run) =>
        run.App is FunctionsApp.Published ? EngineSpans.Send(new ConfigurationBuilder().AddEnvironmentVariables().Build()) : null;

    /// <summary>On simulated time storage is in nobody's way: the engine is in memory.</summary>
    public async ValueTask DisposeAsync()
    {
        var ending = host.DisposeAsync().AsTask();
        if (run.IsReal) await OrderlyEnd.WaitAsync(ending, storage);
        else await ending;
        engineSpans?.Dispose();
        await storage.Ends.DisposeAsync();
    }
}
