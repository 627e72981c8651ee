using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace FunctionsHost.Keys;

/// <summary>Keeps the keys in the storage account, in the container that the real host uses, one blob for each hub.</summary>
sealed class KeyStore(BlobServiceClient storage, string hubName)
{
    readonly BlobContainerClient container = storage.GetBlobContainerClient("azure-webjobs-secrets");

    /// <summary>The stored keys, with those made that are missing; processes that start together end up with the same ones.</summary>
    /// <param name="functions">Names of the functions that take keys of their own.</param>
    /// <exception cref="RequestFailedException">The storage account does not answer or refuses.</exception>
    public async Task<FunctionKeys> LoadAsync(IReadOnlyCollection<string> functions, CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var blob = container.GetBlobClient($"{hubName.ToLowerInvariant()}/keys.json");
        while (true)
        {
            var (stored, version) = await ReadAsync(blob, cancellation);
            var complete = Complete(stored, functions);
            if (stored is not null && complete.Functions.Count == stored.Functions.Count) return stored;
            if (await TryWriteAsync(blob, complete, version, cancellation)) return complete;
        }
    }

    static async Task<(FunctionKeys? Keys, ETag? Version)> ReadAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var content = (await blob.DownloadContentAsync(cancellation)).Value;
            return (content.Content.ToObjectFromJson<FunctionKeys>(), content.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return (null, null);
        }
    }

    /// <summary>False when another process was first.</summary>
    static async Task<bool> TryWriteAsync(BlobClient blob, FunctionKeys keys, ETag? version, CancellationToken cancellation)
    {
        var conditions = version is { } known
            ? new BlobRequestConditions { IfMatch = known }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await blob.UploadAsync(BinaryData.FromObjectAsJson(keys), new BlobUploadOptions { Conditions = conditions }, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    static FunctionKeys Complete(FunctionKeys? stored, IEnumerable<string> functions)
    {
        var own = new Dictionary<string, string>(stored?.Functions ?? new Dictionary<string, string>());
        foreach (var function in functions) own.TryAdd(function, NewKey());
        return stored is null ? new(NewKey(), NewKey(), NewKey(), own) : stored with { Functions = own };
    }

    static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
