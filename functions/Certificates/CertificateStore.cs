using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Ilnp.Certificates;

/// <summary>Certificates as blobs: container <c>certificates</c>, <c>&lt;cohort&gt;/&lt;person&gt;.pdf</c>. A later one replaces the earlier.</summary>
public sealed class CertificateStore(BlobServiceClient service)
{
    /// <summary>Name of the container.</summary>
    public const string Container = "certificates";

    readonly BlobContainerClient certificates = service.GetBlobContainerClient(Container);

    /// <summary>Name of one person's certificate in it.</summary>
    public static string BlobName(string cohortId, string personId) => $"{cohortId}/{personId}.pdf";

    public async Task PutAsync(string cohortId, string personId, byte[] pdf, CancellationToken cancellation = default)
    {
        await certificates.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await Blob(cohortId, personId).UploadAsync(BinaryData.FromBytes(pdf), new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/pdf" } }, cancellation);
    }

    /// <summary>The file, or null when none was issued.</summary>
    public async Task<byte[]?> FindAsync(string cohortId, string personId, CancellationToken cancellation = default)
    {
        try
        {
            return (await Blob(cohortId, personId).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (Azure.RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Whether one was issued.</summary>
    public async Task<bool> IsThereAsync(string cohortId, string personId, CancellationToken cancellation = default) =>
        await Blob(cohortId, personId).ExistsAsync(cancellation);

    /// <summary>The ids of those who have one, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string cohortId, CancellationToken cancellation = default)
    {
        await certificates.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var people = new List<string>();
        await foreach (var blob in certificates.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{cohortId}/" }, cancellation))
            people.Add(Path.GetFileNameWithoutExtension(blob.Name));
        return people;
    }

    /// <summary>For erasure; nothing happens when there is none.</summary>
    public Task DeleteAsync(string cohortId, string personId, CancellationToken cancellation = default) =>
        Blob(cohortId, personId).DeleteIfExistsAsync(cancellationToken: cancellation);

    BlobClient Blob(string cohortId, string personId) => certificates.GetBlobClient(BlobName(cohortId, personId));
}
