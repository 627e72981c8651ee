using System.Net;
using System.Net.Sockets;
using FunctionsHost;
using FunctionsHost.Azurite;
using Ilnp.Mail;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Local.Running;

/// <summary>The app on this machine: its storage and its host.</summary>
sealed class LocalApp : IAsyncDisposable
{
    readonly IAsyncDisposable storage;
    readonly LocalHost host;

    LocalApp(IAsyncDisposable storage, LocalHost host, Uri address) => (this.storage, this.host, Address) = (storage, host, address);

    /// <summary>Where people and providers reach it, with a slash at the end.</summary>
    public Uri Address { get; }

    public DurableTaskClient Orchestrations => host.Orchestrations;

    /// <summary>Completes when the app's worker has ended by itself, with a sentence on why.</summary>
    public Task<string> Lost => host.WorkerLost;

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts storage, then the host.</summary>
    /// <param name="run">What is run, and where.</param>
    /// <param name="progress">Told of what takes long.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="LocalProblem">The port is in use.</exception>
    public static async Task<LocalApp> StartAsync(LocalRun run, Action<string> progress, CancellationToken cancellation)
    {
        RequireFree(run.Port);
        if (run.Storage is { } account) return await OverAsync(new Elsewhere(), account, run, cancellation);
        var data = run.IsKept ? run.Folder.Azurite : null;
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(data, ProjectFolder.Azurite) { KeepsEveryChange = run.IsReal }, progress, cancellation);
        return await OverAsync(azurite, azurite.ConnectionString, run, cancellation);
    }

    /// <summary>Starts the host over storage that is there; it ends with the app, or when the host does not start.</summary>
    public static async Task<LocalApp> OverAsync(IAsyncDisposable storage, string connectionString, LocalRun run, CancellationToken cancellation)
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
                Settings = LocalSettings.Of(run, address, connectionString),
            };
            return new(storage, await LocalHost.StartAsync(run.App, options, cancellation), address);
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Before anything is started, so that this is the only thing said.</summary>
    static void RequireFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new LocalProblem($"Port {port} is in use by another program: end that program, or choose another port with --port.", e);
        }
    }

    /// <summary>A storage account that is not ours to stop.</summary>
    sealed class Elsewhere : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await storage.DisposeAsync();
    }
}
