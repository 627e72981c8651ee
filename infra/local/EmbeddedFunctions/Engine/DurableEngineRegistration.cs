using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Engine;

/// <summary>Adds the engine to an app.</summary>
public static class DurableEngineRegistration
{
    /// <summary>
    /// Adds the engine as a hosted service, its <see cref="DurableTaskClient"/> and its <see cref="EngineStatistics"/>. What it runs
    /// comes from the <see cref="Microsoft.DurableTask.DurableTaskRegistry"/> among the services and from what the app adds to its
    /// worker, its time from <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddDurableEngine(this IServiceCollection services, Action<DurableEngineOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<EngineStatistics>();
        services.AddSingleton(_ =>
        {
            var options = new DurableEngineOptions();
            configure(options);
            return options;
        });
        services.AddSingleton(provider =>
        {
            WorkerSetUp.Apply(provider, provider.GetRequiredService<DurableEngineOptions>());
            return ActivatorUtilities.CreateInstance<DurableEngine>(provider, WorkerSetUp.Tasks(provider));
        });
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<DurableEngine>());
        services.AddSingleton<DurableTaskClient, EngineClient>();
        services.AddSingleton<IDurableTaskClientProvider, EngineClientProvider>();
        return services;
    }
}

/// <summary>There is one client, whatever name is asked for.</summary>
sealed class EngineClientProvider(DurableTaskClient client) : IDurableTaskClientProvider
{
    public DurableTaskClient GetClient(string? name = null) => client;
}
