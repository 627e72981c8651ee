using Azure.Storage.Blobs;
using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Durable;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Keys;
using EmbeddedFunctions.Hosting.Settings;
using EmbeddedFunctions.Hosting.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Hosting;

/// <summary>The host's own services, added after the app's so that they start after them.</summary>
static class HostServices
{
    public static void Add(
        WebApplicationBuilder web,
        EmbeddedHostSettings settings,
        HostJson hostJson,
        IReadOnlyList<ServedFunction> functions,
        FunctionPipeline pipeline,
        StartErrors errors)
    {
        var schedules = Schedules(web, functions, errors);
        var storage = Storage(settings, errors); // null with an error: then nothing of this is ever made
        HostLogging.AddLevels(web, hostJson);
        var services = web.Services;
        services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.ShutdownLimit);
        services.AddSingleton(hostJson);
        services.AddSingleton(pipeline);
        services.AddSingleton(functions);
        services.AddSingleton<BoundAddresses>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton(_ => new KeyStore(storage!, hostJson.HubName));
        services.AddHostedService<KeyService>();
        DurableServices.Add(services, settings, hostJson);
        services.AddSingleton(_ => new TimerStore(storage!, hostJson.HubName));
        services.AddSingleton<IReadOnlyList<TimerFunction>>(provider => Timers(schedules, provider));
        services.AddHostedService<TimerService>();
        services.AddHostedService<StartReport>();
    }

    /// <summary>A few seconds for a storage account that is coming up; then the start says that there is none.</summary>
    static BlobClientOptions Patience => new() { Retry = { MaxRetries = 4, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(2) } };

    static BlobServiceClient? Storage(EmbeddedHostSettings settings, StartErrors errors)
    {
        try
        {
            return settings.StorageConnection.Length == 0 ? null : new(settings.StorageConnection, Patience);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            errors.Add($"The setting {EmbeddedHostSettings.Storage} is no connection string of a storage account: {e.Message}");
            return null;
        }
    }

    static List<(ServedFunction Function, TimerSchedule Schedule)> Schedules(WebApplicationBuilder web, IEnumerable<ServedFunction> functions, StartErrors errors)
    {
        List<(ServedFunction, TimerSchedule)> schedules = [];
        var zone = TimerZone.Of(web.Configuration, errors);
        foreach (var function in functions)
        {
            if (function.Declaration.Trigger is not TimerTrigger trigger) continue;
            var name = function.Declaration.Name;
            var text = SettingReferences.Resolve(trigger.Schedule, web.Configuration, $"The schedule of function {name}", errors);
            if (text is not null && TimerSchedule.Parse(text, zone, name, errors) is { } schedule) schedules.Add((function, schedule));
        }

        return schedules;
    }

    static List<TimerFunction> Timers(IEnumerable<(ServedFunction Function, TimerSchedule Schedule)> schedules, IServiceProvider provider) =>
        schedules.Select(timer =>
        {
            var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger($"Function.{timer.Function.Declaration.Name}");
            var run = ActivatorUtilities.CreateInstance<TimerRun>(provider, timer.Function, logger);
            return ActivatorUtilities.CreateInstance<TimerFunction>(provider, timer.Function, timer.Schedule, run, logger);
        }).ToList();
}
