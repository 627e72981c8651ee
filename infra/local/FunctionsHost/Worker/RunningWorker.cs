using FunctionsHost.Http;
using FunctionsHost.Settings;
using FunctionsHost.Worker.InProcess;
using FunctionsHost.Worker.Published;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Worker;

/// <summary>A worker that was started, in this process or in its own.</summary>
interface IRunningWorker : IAsyncDisposable
{
    /// <summary>Where HTTP requests go in.</summary>
    IHttpDoor Door { get; }

    /// <summary>The app's; null in another process.</summary>
    IServiceProvider? Services { get; }

    /// <summary>Completes when requests can go in, once the worker has described its functions.</summary>
    Task OpenAsync(CancellationToken cancellation);
}

/// <summary>Starts the worker that an app asks for.</summary>
static class RunningWorker
{
    public static async Task<IRunningWorker> StartAsync(
        FunctionsApp app, HostSettings settings, IConfiguration configuration, Uri endpoint, ExpectedWorker expected, WorkerChannel channel,
        TimeProvider clock, ILogger logger, CancellationToken cancellation) => app switch
        {
            FunctionsApp.InProcess inProcess => await InProcessWorker.StartAsync(
                inProcess, configuration, endpoint, expected.Id, channel,
                HostJsonFile.Folder(settings.HostJsonPath, app.Folder), clock, cancellation),
            FunctionsApp.Published published =>
                PublishedWorker.Start(published, configuration, endpoint, expected.Id, channel, settings.ShutdownLimit, logger),
            _ => throw new ArgumentOutOfRangeException(nameof(app), app, null),
        };
}
