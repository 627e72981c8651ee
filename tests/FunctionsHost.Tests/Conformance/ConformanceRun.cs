using System.Reflection;
using System.Runtime.CompilerServices;
using FunctionsHost.Azurite;
using FunctionsHost.Settings;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;
using Microsoft.Extensions.Logging;
using Simulation.Time;

namespace FunctionsHost.Tests.Conformance;

/// <summary>
/// All cases on one engine: begun when the first is asked for, many at a time, since an engine that polls makes each of
/// them wait for much the same.
/// </summary>
public abstract class ConformanceRun(EngineKind engine) : IAsyncLifetime
{
    const int AtOnce = 12;

    static readonly MethodInfo[] Methods =
    [
        .. typeof(ConformanceRun).Assembly.GetTypes()
            .Where(type => !type.IsNested && type.Namespace == $"{typeof(ConformanceRun).Namespace}.Cases")
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)),
    ];

    static readonly Type[] Functions =
        [.. typeof(ConformanceRun).Assembly.GetTypes().Where(type => !type.IsNested && type.Namespace == $"{typeof(ConformanceRun).Namespace}.Functions")];

    readonly SimulatedClock clock = At(2020);
    readonly string hostJson = Path.GetTempFileName();
    AzuriteProcess? azurite;
    LocalHost? host;
    Dictionary<string, Task> running = [];

    public static IEnumerable<string> Names => Methods.Select(method => method.Name).Order(StringComparer.Ordinal);

    public Task CaseAsync(string name) => running[name];

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(new(null, AzuriteFolder()));
        await File.WriteAllTextAsync(hostJson, HostJson);
        host = await LocalHost.StartAsync(new FunctionsApp.InProcess(typeof(ConformanceRun).Assembly, CreateBuilder) { Types = Functions }, new()
        {
            Engine = engine,
            Clock = engine == EngineKind.Simulation ? clock : TimeProvider.System,
            Logging = logging => logging.SetMinimumLevel(LogLevel.None),
            Settings = new Dictionary<string, string?>
            {
                [HostSettings.Storage] = azurite.ConnectionString,
                [HostSettings.Urls] = "http://127.0.0.1:0",
                [HostSettings.HostJson] = hostJson,
            },
        });
        clock.Start();
        var stage = new Stage(engine, host.Orchestrations, engine == EngineKind.Simulation ? clock : TimeProvider.System);
        var turns = new SemaphoreSlim(AtOnce);
        running = Methods.ToDictionary(method => method.Name, method => PlayAsync(method, stage, turns));
    }

    static async Task PlayAsync(MethodInfo method, Stage stage, SemaphoreSlim turns)
    {
        await turns.WaitAsync();
        try
        {
            await Task.Run(() => (Task)method.Invoke(null, [stage])!);
        }
        finally
        {
            turns.Release();
        }
    }

    public async Task DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        await clock.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
        File.Delete(hostJson);
    }

    static SimulatedClock At(int year) => new(new(year, 3, 2, 8, 0, 0, TimeSpan.Zero));

    static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        new DurableTaskExtensionStartup().Configure(builder);
        return builder;
    }

    public static string AzuriteFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../infra/local/azurite"));

    const string HostJson = """
        {
          "version": "2.0",
          "extensions": {
            "durableTask": {
              "hubName": "Conformance",
              "maxConcurrentOrchestratorFunctions": 32,
              "maxConcurrentActivityFunctions": 32,
              "storageProvider": {
                "partitionCount": 1,
                "maxQueuePollingInterval": "00:00:00.100",
                "controlQueueVisibilityTimeout": "00:00:20",
                "workItemQueueVisibilityTimeout": "00:00:20"
              }
            }
          }
        }
        """;
}

public sealed class SimulationRun() : ConformanceRun(EngineKind.Simulation);

public sealed class AzureStorageRun() : ConformanceRun(EngineKind.AzureStorage);
