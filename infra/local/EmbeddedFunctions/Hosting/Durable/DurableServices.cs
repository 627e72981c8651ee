using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>The durable engine as a service of the host.</summary>
static class DurableServices
{
    public static void Add(IServiceCollection services, EmbeddedHostSettings settings, HostJson hostJson)
    {
        services.AddSingleton(provider => DurableFunctions.Register(
            provider.GetRequiredService<IReadOnlyList<ServedFunction>>(),
            provider.GetRequiredService<FunctionPipeline>(),
            provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddDurableEngine(_ => { });
        services.Replace(ServiceDescriptor.Singleton(provider => Options(provider, settings, hostJson)));
        services.AddSingleton<ManagementLinks>();
        services.AddSingleton<InstanceHistory>();
    }

    static DurableEngineOptions Options(IServiceProvider provider, EmbeddedHostSettings settings, HostJson hostJson)
    {
        var engine = new DurableEngineOptions
        {
            HubName = hostJson.HubName,
            ConnectionString = settings.StorageConnection,
            DataConverter = WorkerDataConverter.Of(provider),
            Versioning = VersioningOf(hostJson),
            RecordHistoriesIn = settings.HistoriesFolder,
        };
        engine.DefaultVersion = hostJson.DefaultVersion ?? engine.DefaultVersion;
        engine.MaxConcurrentActivities = hostJson.MaxConcurrentActivities ?? engine.MaxConcurrentActivities;
        return engine;
    }

    static DurableTaskWorkerOptions.VersioningOptions? VersioningOf(HostJson hostJson) => hostJson.DefaultVersion is not { } version ? null : new()
    {
        Version = version,
        DefaultVersion = version,
        MatchStrategy = hostJson.VersionMatchStrategy,
        FailureStrategy = hostJson.VersionFailureStrategy,
    };
}
