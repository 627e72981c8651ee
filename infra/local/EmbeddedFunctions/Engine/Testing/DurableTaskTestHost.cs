using EmbeddedFunctions.Engine;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.DurableTask.Testing;

/// <summary>An engine in process memory, for tests of orchestrators and activities: no storage, and nothing outlives it.</summary>
public sealed class DurableTaskTestHost : IAsyncDisposable
{
    readonly IHost host;

    DurableTaskTestHost(IHost host) => this.host = host;

    public DurableTaskClient Client => Services.GetRequiredService<DurableTaskClient>();

    /// <summary>What activities and orchestrators are made from.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Starts an engine with these orchestrators and activities. It is ready when this returns.</summary>
    public static async Task<DurableTaskTestHost> StartAsync(
        Action<DurableTaskRegistry> registry, DurableTaskTestHostOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        if (options?.LoggerFactory is { } loggers) builder.Services.AddSingleton(loggers);
        options?.ConfigureServices?.Invoke(builder.Services);
        builder.Services.AddInMemoryDurableTask(registry);
        var host = new DurableTaskTestHost(builder.Build());
        try
        {
            await host.host.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops at once: what still runs is given up.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(new CancellationToken(canceled: true));
        await Services.GetRequiredService<DurableEngine>().DisposeAsync();
        host.Dispose();
    }
}
