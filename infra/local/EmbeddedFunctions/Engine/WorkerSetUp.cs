using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmbeddedFunctions.Engine;

/// <summary>What an app has set up by <c>AddDurableTaskWorker</c> and <c>AddDurableTaskClient</c>, in place of what the host has chosen.</summary>
static class WorkerSetUp
{
    public static void Apply(IServiceProvider services, DurableEngineOptions engine)
    {
        var worker = services.GetRequiredService<IOptionsMonitor<DurableTaskWorkerOptions>>().CurrentValue;
        var client = services.GetRequiredService<IOptionsMonitor<DurableTaskClientOptions>>().CurrentValue;
        engine.DataConverter = worker.ChosenDataConverter ?? client.ChosenDataConverter ?? engine.DataConverter;
        engine.MaximumTimerInterval = worker.ChosenTimerInterval ?? engine.MaximumTimerInterval;
        engine.MaxConcurrentActivities = worker.Concurrency.ChosenActivities ?? engine.MaxConcurrentActivities;
        if (worker.IsVersioningSet) engine.Versioning = worker.Versioning;
        if (client.DefaultVersion.Length > 0) engine.ClientDefaultVersion = client.DefaultVersion;
#pragma warning disable CS0618 // experimental, but part of the options
        engine.OrchestrationFilter = services.GetService<IOrchestrationFilter>() ?? worker.OrchestrationFilter;
#pragma warning restore CS0618
    }

    /// <summary>The host's orchestrators and activities, and those added to the worker.</summary>
    public static DurableTaskRegistry Tasks(IServiceProvider services)
    {
        var registry = services.GetService<DurableTaskRegistry>() ?? new();
        foreach (var added in services.GetServices<IConfigureOptions<DurableTaskRegistry>>()) added.Configure(registry);
        return registry;
    }
}
