using System.Net;
using System.Net.Sockets;
using EmbeddedFunctions.Azurite;
using EmbeddedFunctions.Hosting;
using EmbeddedFunctions.Hosting.Settings;
using EmbeddedFunctions.Time;
using Ilnp.Mail;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ilnp.Local.Running;

/// <summary>The app on this machine: its storage and its host, in this process.</summary>
sealed class LocalApp : IAsyncDisposable
{
    readonly AzuriteProcess azurite;
    readonly IHost host;

    LocalApp(AzuriteProcess azurite, IHost host, Uri address) => (this.azurite, this.host, Address) = (azurite, host, address);

    /// <summary>Where people and providers reach it, with a slash at the end.</summary>
    public Uri Address { get; }

    public DurableTaskClient Orchestrations => host.DurableClient();

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts storage, then the host.</summary>
    /// <param name="folder">Where data and mail go.</param>
    /// <param name="port">To listen on.</param>
    /// <param name="secrets">The run's keys.</param>
    /// <param name="time">The clock; real or simulated.</param>
    /// <param name="progress">Told of what takes long.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="LocalProblem">The port is in use.</exception>
    public static async Task<LocalApp> StartAsync(
        RunFolder folder, int port, LocalSecrets secrets, TimeProvider time, Action<string> progress, CancellationToken cancellation)
    {
        RequireFree(port);
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(folder.Azurite, ProjectFolder.Azurite), progress, cancellation);
        try
        {
            var address = new Uri($"http://localhost:{port}/");
            var host = Build(Settings(folder, address, secrets, azurite, isQuiet: time is SimulatedClock), time);
            host.Services.GetRequiredService<LocalMailbox>().DiscardUnfinished();
            await host.StartAsync(cancellation);
            return new(azurite, host, address);
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    static IHost Build(IEnumerable<KeyValuePair<string, string>> settings, TimeProvider time) =>
        Ilnp.Program.CreateBuilder([.. settings.Select(setting => $"--{setting.Key}={setting.Value}")]).UseClock(time).Build();

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

    static IEnumerable<KeyValuePair<string, string>> Settings(RunFolder folder, Uri address, LocalSecrets secrets, AzuriteProcess azurite, bool isQuiet) =>
    [
        new(EmbeddedHostSettings.Storage, azurite.ConnectionString),
        new(EmbeddedHostSettings.Urls, address.ToString().TrimEnd('/')),
        new("Web:PublicUrl", address.ToString()),
        new("Mail:Sender", "mailbox"),
        new("Mail:MailboxFolder", folder.Mail),
        .. secrets.Settings(),
        .. isQuiet ? Quiet : [],
    ];

    /// <summary>Warnings only: a whole cohort in a minute would write a line for each of its ten thousand requests.</summary>
    static readonly KeyValuePair<string, string>[] Quiet =
        [.. new[] { "Default", "Function", "Host", "Microsoft" }.Select(category => KeyValuePair.Create($"Logging:LogLevel:{category}", "Warning"))];

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await azurite.DisposeAsync();
    }
}
