using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;

namespace EmbeddedFunctions.Engine;

/// <summary>How an engine stores and runs orchestrations.</summary>
public sealed class DurableEngineOptions
{
    /// <summary>Names the tables and the container: a letter, then letters and digits, 3 to 45 in all.</summary>
    public string HubName { get; set; } = "TaskHub";

    /// <summary>Keeps the hub in this instead of a storage account, and needs none of the three that follow.</summary>
    public HubMemory? Memory { get; set; }

    /// <summary>Of the storage account; not needed when both clients are given.</summary>
    public string? ConnectionString { get; set; }

    public TableServiceClient? Tables { get; set; }

    public BlobServiceClient? Blobs { get; set; }

    /// <summary>How the app's data are written; the worker's serializer in Functions.</summary>
    public DataConverter DataConverter { get; set; } = JsonDataConverter.Default;

    /// <summary>Partitions of a new hub. More of them write in parallel, fewer gather larger transactions.</summary>
    public int Buckets { get; set; } = 4;

    public int MaxConcurrentActivities { get; set; } = 64;

    /// <summary>How many unfinished orchestrations are kept ready to go on without a replay.</summary>
    public int CachedOrchestrations { get; set; } = 1000;

    /// <summary>Longer texts, in characters, go to blobs. A table's property holds 32,768 characters.</summary>
    public int PayloadThreshold { get; set; } = 30_000;

    /// <summary>Real time after which another process may take over from one that is gone.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Of orchestrations started or called without a version, unless the worker or the client has a default of its own.</summary>
    public string DefaultVersion { get; set; } = string.Empty;

    /// <summary>Which versions of orchestrations are run here; null runs all.</summary>
    public DurableTaskWorkerOptions.VersioningOptions? Versioning { get; set; }

    /// <summary>Longer timers are made of several; null cuts none.</summary>
    public TimeSpan? MaximumTimerInterval { get; set; }

    /// <summary>
    /// A folder: each execution that ends is added to <c>histories.ndjson</c> there, a line each, to be replayed against later code
    /// (<see cref="History.RecordedHistory"/>). Null records nothing.
    /// </summary>
    public string? RecordHistoriesIn { get; set; }

    /// <summary>For tests: throws every orchestration away after each step, so that each step begins with a replay.</summary>
    public bool ReplayEveryStep { get; set; }

    internal string? ClientDefaultVersion { get; set; }

#pragma warning disable CS0618 // experimental in the real library, too
    internal IOrchestrationFilter? OrchestrationFilter { get; set; }
#pragma warning restore CS0618

    /// <summary>For tests: stands between the engine and its storage.</summary>
    internal Func<IHubStorage, IHubStorage>? Through { get; set; }

    internal IHubStorage Storage(EngineStatistics statistics)
    {
        IHubStorage storage = Memory is not null ? new MemoryStorage(Memory.Hub(HubName), statistics) : Account(statistics);
        return Through?.Invoke(storage) ?? storage;
    }

    AccountStorage Account(EngineStatistics statistics) => new(
        Tables ?? new TableServiceClient(RequiredConnectionString()), Blobs ?? new BlobServiceClient(RequiredConnectionString()), HubName, statistics);

    string RequiredConnectionString()
        => ConnectionString ?? throw new InvalidOperationException("The engine needs a storage connection string, a table and a blob client, or memory.");
}
