using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake;

/// <summary>
/// Messages as they came: blob container <c>intake-raw</c>, <c>{cohort}/{application}</c>, with the day until which they are kept.
/// </summary>
/// <param name="service">The app's storage.</param>
/// <param name="name">The container's: others keep messages in the same way.</param>
public sealed class RawMessageStore(BlobServiceClient service, string name = "intake-raw")
{
    const string ProviderKey = "provider";
    const string ReceivedKey = "received";

    /// <summary>Last day of keeping, UTC, as <c>yyyy-MM-dd</c>; the purge reads it.</summary>
    const string RetainKey = "retainuntil";

    /// <summary>There on messages that were erased.</summary>
    const string ErasedKey = "erased";

    /// <summary>Of uploaded files, whatever they are; single rows of files are messages of their own.</summary>
    public const string FileType = "text/csv";

    readonly BlobContainerClient container = service.GetBlobContainerClient(name);
    readonly Lock gate = new();
    Task? created;

    /// <summary>Keeps a message; false when it was kept before, which then stays.</summary>
    public async Task<bool> TryKeepAsync(string cohortId, string id, RawMessage message, CancellationToken cancellation)
    {
        await ReadyAsync();
        var options = new BlobUploadOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All },
            HttpHeaders = new() { ContentType = message.Body.ContentType },
            Metadata = Metadata(message.Provider, message.ReceivedAt, message.RetainUntil),
        };
        foreach (var (key, value) in message.Notes) options.Metadata[key] = value;
        try
        {
            await container.GetBlobClient($"{cohortId}/{id}").UploadAsync(BinaryData.FromBytes(message.Body.Bytes), options, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>The message.</summary>
    /// <exception cref="KeyNotFoundException">There is none: purged since.</exception>
    public async Task<RawMessage> ReadAsync(string cohortId, string id, CancellationToken cancellation) =>
        await FindAsync(cohortId, id, cancellation)
            ?? throw new KeyNotFoundException($"The message {id} of cohort {cohortId} is not kept any more.");

    /// <summary>The message, or null when there is none.</summary>
    public async Task<RawMessage?> FindAsync(string cohortId, string id, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult blob = await container.GetBlobClient($"{cohortId}/{id}").DownloadContentAsync(cancellation);
            var metadata = blob.Details.Metadata;
            var body = new ReceivedBody(blob.Content.ToArray(), blob.Details.ContentType);
            return new(metadata[ProviderKey], Moment(metadata[ReceivedKey]), body, DayOf(metadata))
            {
                IsErased = metadata.ContainsKey(ErasedKey),
            };
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>
    /// Leaves an empty message in its place, by which the same one is known when it comes again; nothing happens when there is none.
    /// </summary>
    public async Task EraseAsync(string cohortId, string id, CancellationToken cancellation)
    {
        if (await FindAsync(cohortId, id, cancellation) is not { IsErased: false } message) return;
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = message.Body.ContentType },
            Metadata = Metadata(message.Provider, Day(message.ReceivedAt), message.RetainUntil),
        };
        options.Metadata[ErasedKey] = "1";
        await container.GetBlobClient($"{cohortId}/{id}").UploadAsync(BinaryData.FromBytes(Array.Empty<byte>()), options, cancellation);
    }

    /// <summary>Uploaded files that are kept, with when they came.</summary>
    public async Task<IReadOnlyList<(string Id, DateTimeOffset ReceivedAt)>> FilesAsync(string cohortId, CancellationToken cancellation)
    {
        var files = new List<(string, DateTimeOffset)>();
        await foreach (var blob in ListAsync($"{cohortId}/", cancellation))
            if (blob.Properties.ContentType == FileType && !blob.Metadata.ContainsKey(ErasedKey))
                files.Add((blob.Name[(cohortId.Length + 1)..], Moment(blob.Metadata[ReceivedKey])));
        return files;
    }

    /// <summary>Deletes the first messages of a cohort whose last day of keeping has passed; gives how many.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="today">UTC.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<int> PurgeAsync(string cohortId, DateOnly today, int most, CancellationToken cancellation)
    {
        var deleted = 0;
        await foreach (var blob in ListAsync($"{cohortId}/", cancellation))
        {
            if (deleted == most) break;
            if (DayOf(blob.Metadata) >= today) continue;
            await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation);
            deleted++;
        }

        return deleted;
    }

    /// <summary>Deletes the first messages of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        PurgeAsync(cohortId, DateOnly.MaxValue, most, cancellation);

    /// <summary>Those whose names begin so, in the order of names.</summary>
    internal async IAsyncEnumerable<BlobItem> ListAsync(
        string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await ReadyAsync();
        await foreach (var blob in container.GetBlobsAsync(
            new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = prefix }, cancellation))
            yield return blob;
    }

    static Dictionary<string, string> Metadata(string provider, DateTimeOffset receivedAt, DateOnly retainUntil) => new()
    {
        [ProviderKey] = provider,
        [ReceivedKey] = receivedAt.ToString("O", CultureInfo.InvariantCulture),
        [RetainKey] = retainUntil.ToString("O", CultureInfo.InvariantCulture),
    };

    /// <summary>A message that was listed.</summary>
    internal BlobClient BlobOf(BlobItem listed) => container.GetBlobClient(listed.Name);

    /// <summary>When a listed message came, UTC, from which provider, and the last day of its keeping.</summary>
    internal static (string Provider, DateTimeOffset ReceivedAt, DateOnly RetainUntil) Of(BlobItem listed) =>
        (listed.Metadata[ProviderKey], Moment(listed.Metadata[ReceivedKey]), DayOf(listed.Metadata));

    static DateTimeOffset Moment(string written) => DateTimeOffset.Parse(written, CultureInfo.InvariantCulture);

    static DateTimeOffset Day(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);

    static DateOnly DayOf(IDictionary<string, string> metadata) =>
        DateOnly.ParseExact(metadata[RetainKey], "O", CultureInfo.InvariantCulture);

    /// <summary>When a message that is kept came in, UTC.</summary>
    /// <exception cref="KeyNotFoundException">There is none: purged since.</exception>
    public async Task<DateTimeOffset> ReceivedAsync(string cohortId, string id, CancellationToken cancellation)
    {
        try
        {
            var properties = await container.GetBlobClient($"{cohortId}/{id}").GetPropertiesAsync(cancellationToken: cancellation);
            return Moment(properties.Value.Metadata[ReceivedKey]);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            throw new KeyNotFoundException($"The message {id} of cohort {cohortId} is not kept any more.", e);
        }
    }

    /// <summary>A failed creation is tried again by the next caller.</summary>
    Task ReadyAsync()
    {
        lock (gate)
        {
            if (created is null or { IsFaulted: true } or { IsCanceled: true }) created = container.CreateIfNotExistsAsync();
            return created;
        }
    }
}

/// <summary>A message as it came.</summary>
/// <param name="Provider">Name of the form provider.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="Body">Empty when it was erased.</param>
/// <param name="RetainUntil">The last day of keeping, UTC.</param>
public sealed record RawMessage(string Provider, DateTimeOffset ReceivedAt, ReceivedBody Body, DateOnly RetainUntil)
{
    public bool IsErased { get; init; }

    /// <summary>What else is noted beside it, in letters of ASCII; not read back with the message.</summary>
    internal IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();
}
