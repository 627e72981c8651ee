using Azure;
using Azure.Storage.Blobs;

namespace FunctionsHost.Timers;

/// <summary>Keeps the schedules' states where the real extension keeps them.</summary>
sealed class TimerStore(BlobServiceClient storage, string hubName)
{
    readonly BlobContainerClient container = storage.GetBlobContainerClient("azure-webjobs-hosts");

    public async Task PrepareAsync(CancellationToken cancellation) =>
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);

    /// <summary>Null before the first run.</summary>
    public async Task<TimerState?> ReadAsync(string function, CancellationToken cancellation)
    {
        try
        {
            return (await Blob(function).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson<TimerState>();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task WriteAsync(string function, TimerState state, CancellationToken cancellation) =>
        await Blob(function).UploadAsync(BinaryData.FromObjectAsJson(state), overwrite: true, cancellation);

    BlobClient Blob(string function) => container.GetBlobClient($"timers/{hubName.ToLowerInvariant()}/{function}/status");
}
