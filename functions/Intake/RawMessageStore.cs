using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake;

/// <summary>Messages as they came: blob container <c>intake-raw</c>, <c>{cohort}/{application}</c>, with the day until which they are kept.</summary>
public sealed class RawMessageStore(BlobServiceClient service)
{
    const string Container = "intake-raw";
    const string ProviderKey = "provider";
    const string ReceivedKey = "received";

    /// <summary>Last day of keeping, UTC, as <c>yyyy-MM-dd</c>; the purge reads it.</summary>
    const string RetainKey = "retainuntil";

    readonly BlobContainerClient container = service.GetBlobContainerClient(Container);
    readonly Lock gate = new();
    Task? created;

    /// <summary>Keeps a message; false when it was kept before, which then stays.</summary>
    public async Task<bool> TryKeepAsync(string cohortId, string id, RawMessage message, DateOnly retainUntil, CancellationToken cancellation)
    {
        await ReadyAsync();
        var options = new BlobUploadOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All },
            HttpHeaders = new() { ContentType = message.Body.ContentType },
            Metadata = new Dictionary<string, string>
            {
                [ProviderKey] = message.Provider,
                [ReceivedKey] = message.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
                [RetainKey] = retainUntil.ToString("O", CultureInfo.InvariantCulture),
            },
        };
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
    public async Task<RawMessage> ReadAsync(string cohortId, string id, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult blob = await container.GetBlobClient($"{cohortId}/{id}").DownloadContentAsync(cancellation);
            var metadata = blob.Details.Metadata;
            var receivedAt = DateTimeOffset.Parse(metadata[ReceivedKey], CultureInfo.InvariantCulture);
            return new(metadata[ProviderKey], receivedAt, new(blob.Content.ToArray(), blob.Details.ContentType));
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            throw new KeyNotFoundException($"The message {id} of cohort {cohortId} is not kept any more.", e);
        }
    }

    /// <summary>When a message that is kept came in, UTC.</summary>
    /// <exception cref="KeyNotFoundException">There is none: purged since.</exception>
    public async Task<DateTimeOffset> ReceivedAsync(string cohortId, string id, CancellationToken cancellation)
    {
        try
        {
            var properties = await container.GetBlobClient($"{cohortId}/{id}").GetPropertiesAsync(cancellationToken: cancellation);
            return DateTimeOffset.Parse(properties.Value.Metadata[ReceivedKey], CultureInfo.InvariantCulture);
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
public sealed record RawMessage(string Provider, DateTimeOffset ReceivedAt, ReceivedBody Body);
