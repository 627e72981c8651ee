using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmbeddedFunctions.Azurite;
using EmbeddedFunctions.Engine;
using Ilnp.Local.Running;

namespace Ilnp.Local.Bench.Engine;

/// <summary>Where the measured engines keep their hubs: in this process, or on an Azurite of the bench's own.</summary>
sealed class BenchStorage : IAsyncDisposable
{
    readonly AzuriteProcess? azurite;
    readonly DirectoryInfo? folder;
    HubMemory memory = new();
    int hubs;

    BenchStorage(AzuriteProcess? azurite, DirectoryInfo? folder) => (this.azurite, this.folder) = (azurite, folder);

    /// <summary>Null when hubs are in process memory, which has no requests.</summary>
    public string? ConnectionString => azurite?.ConnectionString;

    /// <summary>What the storage's process has used; nothing when that is this process.</summary>
    public TimeSpan ProcessorTime => azurite?.ProcessorTime ?? TimeSpan.Zero;

    /// <param name="kind">process, memory or disk.</param>
    public static async Task<BenchStorage> StartAsync(string kind, Action<string> tell, CancellationToken cancellation)
    {
        if (kind == "process") return new(null, null);
        var folder = kind == "disk" ? Directory.CreateTempSubdirectory("ilnp-bench-") : null;
        return new(await AzuriteProcess.StartAsync(new(folder?.FullName, ProjectFolder.Azurite), tell, cancellation), folder);
    }

    public string NextHub() => $"Bench{++hubs}";

    public Task<DurableTaskTestHost> StartEngineAsync(string hub) => DurableTaskTestHost.StartAsync(EngineWorkloads.Register, options =>
    {
        (options.HubName, options.ConnectionString) = (hub, ConnectionString);
        if (azurite is null) options.Memory = memory;
    });

    /// <summary>Deletes all hubs, so that one measurement does not pay for the rows of those before it.</summary>
    public async Task ClearAsync(CancellationToken cancellation)
    {
        memory = new();
        if (ConnectionString is null) return;
        var tables = new TableServiceClient(ConnectionString);
        foreach (var table in await tables.QueryAsync(cancellationToken: cancellation).ToListAsync(cancellation)) await tables.DeleteTableAsync(table.Name, cancellation);
        var blobs = new BlobServiceClient(ConnectionString);
        foreach (var container in await blobs.GetBlobContainersAsync(cancellationToken: cancellation).ToListAsync(cancellation))
            await blobs.DeleteBlobContainerAsync(container.Name, cancellationToken: cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
        folder?.Delete(recursive: true);
    }
}
