using Azure.Data.Tables;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>A text that is either at hand or in a blob.</summary>
readonly record struct Payload(string? Text, string? Blob)
{
    public static readonly Payload None;

    public bool IsNone => Text is null && Blob is null;
}

/// <summary>Texts that are too long for a table's property go to blobs, one each, under the instance's key.</summary>
/// <param name="threshold">The longest text, in characters, that stays in the table.</param>
sealed class Payloads(IHubStorage storage, int threshold)
{
    public async ValueTask<Payload> WriteAsync(InstanceKey key, string? text, CancellationToken cancellation)
    {
        if (text is null || text.Length <= threshold) return new(text, null);
        var name = $"{key}/{Guid.NewGuid():N}";
        await StorageTrouble.SitOutAsync(() => storage.WriteTextAsync(name, text, cancellation));
        return new(null, name);
    }

    public async ValueTask<string?> ReadAsync(Payload payload, CancellationToken cancellation)
        => payload.Blob is null ? payload.Text : await StorageTrouble.SitOutAsync(() => storage.ReadTextAsync(payload.Blob, cancellation));

    /// <summary>Deletes everything an instance has put here.</summary>
    public Task DeleteAllAsync(InstanceKey key, CancellationToken cancellation)
        => StorageTrouble.SitOutAsync(() => storage.DeleteTextsAsync($"{key}/", cancellation));

    /// <summary>Not null goes to the row. A text at hand hides the blob that was there before it, which a merge would otherwise keep.</summary>
    public static void Put(TableEntity row, string column, Payload payload)
    {
        if (payload.IsNone) return;
        row[column] = payload.Text;
        row[column + "Blob"] = payload.Blob ?? string.Empty;
    }

    public static Payload Get(TableEntity row, string column)
        => row.GetString(column + "Blob") is { Length: > 0 } blob ? new(null, blob) : new(row.GetString(column), null);
}
