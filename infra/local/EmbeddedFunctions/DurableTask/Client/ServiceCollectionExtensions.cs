using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask.Client;

/// <summary>Sets up the client of the engine in this process; a host already has one, to which this adds.</summary>
public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddDurableTaskClient(this IServiceCollection services, Action<IDurableTaskClientBuilder> configure)
        => services.AddDurableTaskClient(Extensions.Options.Options.DefaultName, configure);

    /// <param name="name">There is one client here, whatever the name; options are those of the client without one.</param>
    public static IServiceCollection AddDurableTaskClient(this IServiceCollection services, string name, Action<IDurableTaskClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(services.AddDurableTaskClient(name));
        return services;
    }

    public static IDurableTaskClientBuilder AddDurableTaskClient(this IServiceCollection services, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new DefaultDurableTaskClientBuilder(name, services.AddOptions());
    }
}
