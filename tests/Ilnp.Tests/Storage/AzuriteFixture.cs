using System.Collections.Concurrent;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsHost.Azurite;
using Ilnp.Local.Running;

namespace Ilnp.Tests.Storage;

/// <summary>
/// An Azurite in memory for a class of tests, alone in it while they run: <c>IClassFixture&lt;AzuriteFixture&gt;</c>. The next class takes
/// it over as it is, so they keep apart by cohort ids of their own; there are as many as classes that run side by side.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    /// <summary>They end with this process.</summary>
    static readonly ConcurrentBag<AzuriteProcess> Free = [];

    AzuriteProcess? azurite;

    /// <summary>Whether nobody used it before or will, for what looks at all cohorts at once.</summary>
    public bool IsFresh { get; init; }

    public string ConnectionString => azurite!.ConnectionString;

    public TableServiceClient Tables => new(ConnectionString);

    public BlobServiceClient Blobs => new(ConnectionString, new(BlobClientOptions.ServiceVersion.V2026_06_06));

    public async Task InitializeAsync() =>
        azurite = !IsFresh && Free.TryTake(out var one)
            ? one
            : await AzuriteProcess.StartAsync(new(DataFolder: null, ProjectFolder.Azurite));

    public async Task DisposeAsync()
    {
        if (IsFresh) await azurite!.DisposeAsync();
        else Free.Add(azurite!);
    }
}
