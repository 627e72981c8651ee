using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Http;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Settings;
using EmbeddedFunctions.Hosting.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Hosting;

/// <summary>Tells, once all is up, what is served and where.</summary>
sealed class StartReport(
    IReadOnlyList<ServedFunction> functions,
    FunctionSelection selection,
    IReadOnlyList<TimerFunction> timers,
    BoundAddresses addresses,
    HostJson hostJson,
    ILoggerFactory loggers) : IHostedLifecycleService
{
    readonly ILogger logger = loggers.CreateLogger("Host");

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var function in functions)
        {
            if (function.Declaration.Trigger is HttpTrigger http)
            {
                logger.LogInformation(
                    "{Function}: {Methods} /{Route}",
                    function.Declaration.Name, http.Methods.Count == 0 ? "any method" : string.Join(",", http.Methods), FunctionRoute.Of(http, hostJson.RoutePrefix));
            }
        }

        foreach (var timer in timers) logger.LogInformation("{Function}: next run {Next:yyyy-MM-dd HH:mm:ss} UTC", timer.Name, timer.Next);
        logger.LogInformation("Orchestrators: {Orchestrators}", Names<OrchestrationTrigger>());
        logger.LogInformation("Activities: {Activities}", Names<ActivityTrigger>());
        if (selection.Disabled.Count > 0) logger.LogInformation("Disabled: {Functions}", string.Join(", ", selection.Disabled));
        logger.LogInformation("Listening on {Addresses}, task hub {Hub}", string.Join(", ", addresses.All), hostJson.HubName);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    string Names<T>()
        where T : FunctionTrigger
    {
        var names = functions.Where(function => function.Declaration.Trigger is T).Select(function => function.Declaration.Name).ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }
}
