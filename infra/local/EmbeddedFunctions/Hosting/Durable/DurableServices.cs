using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.Extensions.DependencyInjection;

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
        services.AddDurableEngine(engine =>
        {
            engine.HubName = hostJson.HubName;
            engine.ConnectionString = settings.StorageConnection;
            engine.DefaultVersion = hostJson.DefaultVersion ?? engine.DefaultVersion;
            engine.MaxConcurrentActivities = hostJson.MaxConcurrentActivities ?? engine.MaxConcurrentActivities;
        });
    }
}
