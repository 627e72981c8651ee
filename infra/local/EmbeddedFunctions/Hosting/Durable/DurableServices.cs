using System.Text.Json;
using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>The durable engine as a service of the host.</summary>
static class DurableServices
{
    /// <summary>In Functions the worker's serializer writes the data: no fields (so no tuples), names read without regard to case.</summary>
    static readonly JsonDataConverter AsTheWorkerWrites = new(new JsonSerializerOptions { PropertyNameCaseInsensitive = true });

    public static void Add(IServiceCollection services, EmbeddedHostSettings settings, HostJson hostJson)
    {
        services.AddSingleton(provider => DurableFunctions.Register(
            provider.GetRequiredService<IReadOnlyList<ServedFunction>>(),
            provider.GetRequiredService<FunctionPipeline>(),
            provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddDurableEngine(engine =>
        {
            engine.HubName = hostJson.HubName;
            engine.ConnectionString = settings.StorageConnection;
            engine.DataConverter = AsTheWorkerWrites;
            engine.DefaultVersion = hostJson.DefaultVersion ?? engine.DefaultVersion;
            engine.Versioning = VersioningOf(hostJson);
            engine.RecordHistoriesIn = settings.HistoriesFolder;
            engine.MaxConcurrentActivities = hostJson.MaxConcurrentActivities ?? engine.MaxConcurrentActivities;
        });
    }

    static DurableTaskWorkerOptions.VersioningOptions? VersioningOf(HostJson hostJson) => hostJson.DefaultVersion is not { } version ? null : new()
    {
        Version = version,
        DefaultVersion = version,
        MatchStrategy = hostJson.VersionMatchStrategy,
        FailureStrategy = hostJson.VersionFailureStrategy,
    };
}
