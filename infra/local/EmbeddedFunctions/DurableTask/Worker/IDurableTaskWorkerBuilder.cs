using EmbeddedFunctions.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.DurableTask.Worker;

/// <summary>Sets a worker up.</summary>
public interface IDurableTaskWorkerBuilder
{
    string Name { get; }

    IServiceCollection Services { get; }

    /// <summary>Not asked here: the engine in this process is the worker.</summary>
    Type? BuildTarget { get; set; }

    IHostedService Build(IServiceProvider serviceProvider);
}

/// <inheritdoc/>
public class DefaultDurableTaskWorkerBuilder(string? name, IServiceCollection services) : IDurableTaskWorkerBuilder
{
    public string Name { get; } = name ?? Extensions.Options.Options.DefaultName;

    public IServiceCollection Services { get; } = services;

    public Type? BuildTarget { get; set; }

    public IHostedService Build(IServiceProvider serviceProvider) => serviceProvider.GetRequiredService<DurableEngine>();
}
