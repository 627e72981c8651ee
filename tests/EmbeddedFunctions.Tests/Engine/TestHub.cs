using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using EmbeddedFunctions.Azurite;
using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Engine.Storage;
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

    /// <summary>Keeps the hub in process memory instead of on the tests' Azurite.</summary>
    public HubMemory? Memory { get; init; }

    /// <summary>Simulated; stands still until a test lets it go on.</summary>
    public SimulatedClock Clock { get; } = new(new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public string Name { get; } = $"Test{Environment.ProcessId}x{Interlocked.Increment(ref hubs)}";

    public RecordedLogs Logs { get; } = new();

    public static async Task<string> StorageAsync() => (await Azurite.Value).ConnectionString;

    /// <summary>Starts an engine on this hub.</summary>
    public async Task<DurableTaskTestHost> StartAsync(
        Action<DurableTaskRegistry> registry, Action<DurableEngineOptions>? options = null, Action<IServiceCollection>? services = null)
    {
        var storage = Memory is null ? await StorageAsync() : null;
        return await DurableTaskTestHost.StartAsync(registry, configured =>
        {
            (configured.ConnectionString, configured.Memory, configured.HubName) = (storage, Memory, Name);
            options?.Invoke(configured);
        }, collection =>
        {
            collection.AddSingleton<TimeProvider>(Clock).AddLogging(logging => logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Information));
            services?.Invoke(collection);
        });
    }

    /// <summary>How many steps storage has of an instance, of whichever execution, once the engine has nothing to do.</summary>
    public async Task<int> HistoryRowsAsync(DurableTaskTestHost host, string instanceId)
    {
        var dispatcher = await host.Engine.DispatcherAsync(CancellationToken.None);
        await dispatcher.Work.IdleAsync();
        var key = InstanceKey.Of(instanceId);
        return (await dispatcher.Hub.KeysAsync(key, RowKeys.History(key), CancellationToken.None)).Count;
    }

    /// <summary>How many blobs an instance has.</summary>
    public async Task<int> BlobsAsync(DurableTaskTestHost host, string instanceId)
    {
        if (Memory is not null) return Memory.Hub(Name).Texts.Keys.Count(name => name.StartsWith($"{InstanceKey.Of(instanceId)}/", StringComparison.Ordinal));
        var container = new BlobServiceClient(await StorageAsync()).GetBlobContainerClient($"{Name.ToLowerInvariant()}-payloads");
        return await container.GetBlobsAsync(new() { Prefix = $"{InstanceKey.Of(instanceId)}/" }).CountAsync();
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

    /// <summary>Waits until a sub-orchestration has come into being and begun.</summary>
    public static async Task WaitForChildAsync(this DurableTaskClient client, string instanceId)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await client.GetInstanceAsync(instanceId, patience.Token) is null) await Task.Yield();
        await client.WaitForInstanceStartAsync(instanceId, patience.Token);
    }

    /// <summary>Waits until an instance is in a state.</summary>
    public static async Task UntilAsync(this DurableTaskClient client, string instanceId, OrchestrationRuntimeStatus status)
    {
        using var patience = new CancellationTokenSource(Patience);
        while ((await client.GetInstanceAsync(instanceId, patience.Token))?.RuntimeStatus != status) await Task.Yield();
    }
}
