using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask.Worker;

/// <summary>Sets up the worker that runs in this process; a host already has one, to which this adds.</summary>
public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddDurableTaskWorker(this IServiceCollection services, Action<IDurableTaskWorkerBuilder> configure)
        => services.AddDurableTaskWorker(Extensions.Options.Options.DefaultName, configure);

    /// <param name="name">The engine here takes the worker without a name; others are not run.</param>
    public static IServiceCollection AddDurableTaskWorker(this IServiceCollection services, string name, Action<IDurableTaskWorkerBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(services.AddDurableTaskWorker(name));
        return services;
    }

    public static IDurableTaskWorkerBuilder AddDurableTaskWorker(this IServiceCollection services, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new DefaultDurableTaskWorkerBuilder(name, services.AddOptions());
    }
}
