using System.Runtime.CompilerServices;
using EmbeddedFunctions.Azurite;
using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Tests.Engine;

/// <summary>A task hub of its own on the tests' Azurite; engines start and stop on it as a test likes.</summary>
sealed class TestHub
{
    static readonly Lazy<Task<AzuriteProcess>> Azurite = new(() => AzuriteProcess.StartAsync(new(null, AzuriteFolder())));
    static int hubs;

    /// <summary>Simulated; stands still until a test lets it go on.</summary>
    public SimulatedClock Clock { get; } = new(new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public string Name { get; } = $"Test{Environment.ProcessId}x{Interlocked.Increment(ref hubs)}";

    public RecordedLogs Logs { get; } = new();

    public static async Task<string> StorageAsync() => (await Azurite.Value).ConnectionString;

    /// <summary>Starts an engine on this hub.</summary>
    public async Task<DurableTaskTestHost> StartAsync(
        Action<DurableTaskRegistry> registry, Action<DurableEngineOptions>? options = null, Action<IServiceCollection>? services = null)
    {
        var storage = await StorageAsync();
        return await DurableTaskTestHost.StartAsync(registry, configured =>
        {
            (configured.ConnectionString, configured.HubName) = (storage, Name);
            options?.Invoke(configured);
        }, collection =>
        {
            collection.AddSingleton<TimeProvider>(Clock).AddLogging(logging => logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Information));
            services?.Invoke(collection);
        });
    }

    static string AzuriteFolder([CallerFilePath] string here = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../infra/local/azurite"));
}

/// <summary>What the tests ask of a client again and again.</summary>
static class TestClient
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Starts an orchestration and waits, in real time and not for ever, until it is finished.</summary>
    public static async Task<OrchestrationMetadata> RunAsync(this DurableTaskClient client, TaskName name, object? input = null, StartOrchestrationOptions? options = null)
        => await client.EndAsync(await client.ScheduleNewOrchestrationInstanceAsync(name, input, options));

    public static Task<OrchestrationMetadata> EndAsync(this DurableTaskClient client, string instanceId)
        => client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true).WaitAsync(Patience);
}
