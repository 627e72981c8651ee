using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;

namespace FunctionsHost.Tests.Conformance;

/// <summary>The real worker in this process, with functions of the tests.</summary>
static class OneWorker
{
    /// <param name="functions">The types that have them.</param>
    /// <param name="engine">Keeps the orchestrations.</param>
    /// <param name="clock">All time.</param>
    /// <param name="storage">Connection string.</param>
    /// <param name="hostJson">Path of the file; null for the defaults.</param>
    public static Task<LocalHost> StartAsync(
        IReadOnlyList<Type> functions, EngineKind engine, TimeProvider clock, string storage, string? hostJson = null) =>
        LocalHost.StartAsync(new FunctionsApp.InProcess(typeof(OneWorker).Assembly, CreateBuilder) { Types = functions }, new()
        {
            Engine = engine,
            Clock = clock,
            Logging = logging => logging.SetMinimumLevel(LogLevel.None),
            Settings = new Dictionary<string, string?>
            {
                [HostSettings.Storage] = storage,
                [HostSettings.Urls] = "http://127.0.0.1:0",
                [HostSettings.HostJson] = hostJson,
            },
        });

    /// <summary>Polls often, and gives the work of a process that was killed to the next one soon.</summary>
    /// <param name="visibilitySeconds">How soon.</param>
    public static string HostJson(int visibilitySeconds) => $$"""
        {
          "version": "2.0",
          "extensions": {
            "durableTask": {
              "hubName": "Tests",
              "maxConcurrentOrchestratorFunctions": 32,
              "maxConcurrentActivityFunctions": 32,
              "storageProvider": {
                "partitionCount": 1,
                "maxQueuePollingInterval": "00:00:00.100",
                "controlQueueVisibilityTimeout": "00:00:{{visibilitySeconds:00}}",
                "workItemQueueVisibilityTimeout": "00:00:{{visibilitySeconds:00}}"
              }
            }
          }
        }
        """;

    static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        new DurableTaskExtensionStartup().Configure(builder);
        return builder;
    }
}
