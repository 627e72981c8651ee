using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>A text that is either at hand or in a blob.</summary>
readonly record struct Payload(string? Text, string? Blob)
{
    public static readonly Payload None;

    public bool IsNone => Text is null && Blob is null;
}

/// <summary>Texts that are too long for a table's property go to blobs, one each, under the instance's key.</summary>
/// <param name="threshold">The longest text, in characters, that stays in the table.</param>
sealed class Payloads(BlobContainerClient container, int threshold, EngineStatistics statistics)
{
    public async ValueTask<Payload> WriteAsync(InstanceKey key, string? text, CancellationToken cancellation)
    {
        if (text is null || text.Length <= threshold) return new(text, null);
        var name = $"{key}/{Guid.NewGuid():N}";
        await StorageTrouble.SitOutAsync(() => statistics.Counting(
            container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellation)));
        return new(null, name);
    }

    public async ValueTask<string?> ReadAsync(Payload payload, CancellationToken cancellation)
    {
        if (payload.Blob is null) return payload.Text;
        var content = await StorageTrouble.SitOutAsync(() => statistics.Counting(container.GetBlobClient(payload.Blob).DownloadContentAsync(cancellation)));
        return content.Value.Content.ToString();
    }

    /// <summary>Deletes everything an instance has put here.</summary>
    public async Task DeleteAllAsync(InstanceKey key, CancellationToken cancellation)
    {
        statistics.CountTransaction();
        await foreach (var blob in container.GetBlobsAsync(new() { Prefix = $"{key}/" }, cancellation))
        {
            await StorageTrouble.SitOutAsync(() => statistics.Counting(container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation)));
        }
    }

    public static void Put(TableEntity row, string column, Payload payload)
    {
        row[column] = payload.Text;
        row[column + "Blob"] = payload.Blob;
    }

    public static Payload Get(TableEntity row, string column) => new(row.GetString(column), row.GetString(column + "Blob"));
}
