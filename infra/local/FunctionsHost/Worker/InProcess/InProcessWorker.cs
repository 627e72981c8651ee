using System.Reflection;
using FunctionsHost.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace FunctionsHost.Worker.InProcess;

/// <summary>The unmodified worker, in this process.</summary>
sealed class InProcessWorker : IRunningWorker
{
    /// <summary>
    /// The worker finds its app, and later the functions that it is to load, by the process's entry assembly and an environment
    /// variable, of which there is one each: from its start until it is open, no other may begin.
    /// </summary>
    static readonly SemaphoreSlim OneAtATime = new(1);

    const string AppFolder = "FUNCTIONS_APPLICATION_DIRECTORY";

    readonly IHost host;
    readonly WorkerChannel channel;
    int beginning = 1;

    InProcessWorker(IHost host, CapturedServer server, WorkerChannel channel) => (this.host, Door, this.channel) = (host, server, channel);

    public IHttpDoor Door { get; }

    /// <summary>The app's.</summary>
    public IServiceProvider? Services => host.Services;

    /// <summary>Its pipeline was there before it called.</summary>
    public Task OpenAsync(CancellationToken cancellation)
    {
        LetOthersBegin();
        return Task.CompletedTask;
    }

    void LetOthersBegin()
    {
        if (Interlocked.Exchange(ref beginning, 0) == 1) OneAtATime.Release();
    }

    /// <summary>Builds and starts the app; it calls the host's server by itself.</summary>
    /// <param name="app">What is run.</param>
    /// <param name="settings">Its settings, above its own sources.</param>
    /// <param name="endpoint">The host's gRPC server.</param>
    /// <param name="workerId">What it shows there.</param>
    /// <param name="channel">Hears from it.</param>
    /// <param name="hostJsonFolder">Where the worker finds <c>host.json</c>, for the prefix of its routes.</param>
    /// <param name="clock">The app's time.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<InProcessWorker> StartAsync(
        FunctionsApp.InProcess app, IConfiguration settings, Uri endpoint, string workerId, WorkerChannel channel, string hostJsonFolder,
        TimeProvider clock, CancellationToken cancellation)
    {
        var server = new CapturedServer();
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            Environment.SetEnvironmentVariable(AppFolder, app.Folder);
            var host = Build(app, Arguments(settings, endpoint, workerId), server, clock);
            await StartAsync(host, cancellation);
            ReadRoutes(host.Services, hostJsonFolder);
            Environment.SetEnvironmentVariable(AppFolder, app.Folder);
            // An app may end itself, by a background service that fails; in a process of its own it would be gone.
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
                .Register(() => channel.Lose("The app stopped itself."));
            return new(host, server, channel);
        }
        catch
        {
            OneAtATime.Release();
            throw;
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

    /// <summary>The worker would make its routes at the first request, when the variable may name another app.</summary>
    static void ReadRoutes(IServiceProvider services, string hostJsonFolder)
    {
        Environment.SetEnvironmentVariable(AppFolder, hostJsonFolder);
        try
        {
            _ = services.GetService<EndpointDataSource>()?.Endpoints;
        }
        catch (RoutePatternException)
        {
            // The host checks all routes itself, and then names the function.
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
            builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, LifeOfTheHost>());
            if (app.Types is { } types) Serve(types, builder.Services, app.Assembly);
            app.Configure(builder);
            return builder.Build();
        }
        finally
        {
            Assembly.SetEntryAssembly(entry);
        }
    }

    /// <summary>
    /// What the build generated runs its own assembly's functions only; where others are served too, the worker finds them by reflection.
    /// </summary>
    static void Serve(IReadOnlyList<Type> types, IServiceCollection services, Assembly assembly)
    {
        services.Replace(ServiceDescriptor.Singleton<IFunctionMetadataProvider>(new FunctionsOfTypes(types)));
        if (types.All(type => type.Assembly == assembly)) return;
        foreach (var generated in services.Where(service =>
            service.ServiceType == typeof(IFunctionExecutor) && service.ImplementationType?.Assembly == assembly).ToList())
            services.Remove(generated);
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
        LetOthersBegin();
        channel.Lose("The host stops."); // the worker's stream must end before it can
        await host.StopAsync();
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        else host.Dispose();
    }
}
