using System.Reflection;
using FunctionsHost.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace FunctionsHost.Worker.InProcess;

/// <summary>The unmodified worker, in this process.</summary>
sealed class InProcessWorker : IAsyncDisposable
{
    /// <summary>The worker finds its app by the process's entry assembly and an environment variable, of which there is one each.</summary>
    static readonly SemaphoreSlim OneAtATime = new(1);

    readonly IHost host;

    InProcessWorker(IHost host, CapturedServer server) => (this.host, Door) = (host, server);

    public IHttpDoor Door { get; }

    /// <summary>The app's.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Builds and starts the app; it calls the host's server by itself.</summary>
    /// <param name="app">What is run.</param>
    /// <param name="settings">Its settings, above its own sources.</param>
    /// <param name="endpoint">The host's gRPC server.</param>
    /// <param name="workerId">What it shows there.</param>
    /// <param name="clock">The app's time.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<InProcessWorker> StartAsync(
        FunctionsApp.InProcess app, IConfiguration settings, Uri endpoint, string workerId, TimeProvider clock, CancellationToken cancellation)
    {
        var server = new CapturedServer();
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", app.Folder);
            var host = Build(app, Arguments(settings, endpoint, workerId), server, clock);
            await StartAsync(host, cancellation);
            return new(host, server);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    static async Task StartAsync(IHost host, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(cancellation);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    static IHost Build(FunctionsApp.InProcess app, string[] arguments, CapturedServer server, TimeProvider clock)
    {
        var entry = Assembly.GetEntryAssembly();
        Assembly.SetEntryAssembly(app.Assembly);
        try
        {
            var builder = app.CreateBuilder(arguments);
            builder.Services.Replace(ServiceDescriptor.Singleton<IServer>(server));
            builder.Services.Replace(ServiceDescriptor.Singleton(clock));
            if (app.Types is { } types) builder.Services.Replace(ServiceDescriptor.Singleton<IFunctionMetadataProvider>(new FunctionsOfTypes(types)));
            app.Configure(builder);
            return builder.Build();
        }
        finally
        {
            Assembly.SetEntryAssembly(entry);
        }
    }

    static string[] Arguments(IConfiguration settings, Uri endpoint, string workerId) =>
    [
        .. settings.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}"),
        $"--Functions:Worker:HostEndpoint={endpoint}",
        $"--Functions:Worker:WorkerId={workerId}",
        $"--Functions:Worker:RequestId={Guid.NewGuid():D}",
        $"--Functions:Worker:GrpcMaxMessageLength={int.MaxValue}",
    ];

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        else host.Dispose();
    }
}
