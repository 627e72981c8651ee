using EmbeddedFunctions.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.DurableTask.Testing;

/// <summary>Adds an engine in memory to a host of the test's own.</summary>
public static class DurableTaskTestExtensions
{
    /// <summary>Adds an engine that runs these orchestrators and activities with the host's services, and its <see cref="Client.DurableTaskClient"/>.</summary>
    public static IServiceCollection AddInMemoryDurableTask(
        this IServiceCollection services, Action<DurableTaskRegistry> configureTasks, InMemoryDurableTaskOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configureTasks);
        var tasks = new DurableTaskRegistry();
        configureTasks(tasks);
        var memory = new HubMemory();
        return services.AddLogging().AddSingleton(tasks).AddDurableEngine(engine =>
        {
            engine.Memory = memory;
            engine.ReplayEveryStep = true; // as the real test host: a replay that goes wrong shows at the next step
        });
    }
}
