using Azure.Storage.Blobs;

namespace Ilnp.Usage.Cost;

/// <summary>What a storage account holds in blobs.</summary>
public static class BlobBytes
{
    public static async Task<long> HeldAsync(this BlobServiceClient account, CancellationToken cancellation = default)
    {
        var bytes = 0L;
        await foreach (var container in account.GetBlobContainersAsync(cancellationToken: cancellation))
            await foreach (var blob in account.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: cancellation))
                bytes += blob.Properties.ContentLength ?? 0;
        return bytes;
    }
}
