using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask.Client;

/// <summary>Sets a client up.</summary>
public interface IDurableTaskClientBuilder
{
    string Name { get; }

    IServiceCollection Services { get; }

    /// <summary>Not asked here: the client of the engine in this process is what is built.</summary>
    Type? BuildTarget { get; set; }

    DurableTaskClient Build(IServiceProvider serviceProvider);
}

/// <inheritdoc/>
public class DefaultDurableTaskClientBuilder(string? name, IServiceCollection services) : IDurableTaskClientBuilder
{
    public string Name { get; } = name ?? Extensions.Options.Options.DefaultName;

    public IServiceCollection Services { get; } = services;

    public Type? BuildTarget { get; set; }

    public DurableTaskClient Build(IServiceProvider serviceProvider) => serviceProvider.GetRequiredService<DurableTaskClient>();
}
