using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Engine;

/// <summary>An engine without a host around it, for tests.</summary>
public sealed class DurableTaskTestHost : IAsyncDisposable
{
    readonly ServiceProvider services;

    DurableTaskTestHost(ServiceProvider services) => this.services = services;

    public DurableTaskClient Client => services.GetRequiredService<DurableTaskClient>();

    public IServiceProvider Services => services;

    public EngineStatistics Statistics => services.GetRequiredService<EngineStatistics>();

    internal DurableEngine Engine => services.GetRequiredService<DurableEngine>();

    /// <summary>Starts an engine with these orchestrators and activities.</summary>
    /// <param name="options">Must name the storage.</param>
    /// <param name="configureServices">What activities need; a <see cref="TimeProvider"/> among them is the engine's clock.</param>
    public static async Task<DurableTaskTestHost> StartAsync(
        Action<DurableTaskRegistry> registry,
        Action<DurableEngineOptions> options,
        Action<IServiceCollection>? configureServices = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var tasks = new DurableTaskRegistry();
        registry(tasks);
        var collection = new ServiceCollection().AddLogging().AddSingleton(tasks);
        configureServices?.Invoke(collection);
        var services = collection.AddDurableEngine(options).BuildServiceProvider();
        try
        {
            await services.GetRequiredService<DurableEngine>().StartAsync(cancellationToken);
            return new(services);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
