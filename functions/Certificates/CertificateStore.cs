using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Ilnp.Certificates;

/// <summary>
/// Certificates as blobs: container <c>certificates</c>, <c>&lt;cohort&gt;/&lt;person&gt;.pdf</c>. A later one replaces the earlier.
/// </summary>
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
        await Blob(cohortId, personId).UploadAsync(
            BinaryData.FromBytes(pdf), new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/pdf" } }, cancellation);
    }

    /// <summary>The file, or null when none was issued, or it was erased.</summary>
    public async Task<byte[]?> FindAsync(string cohortId, string personId, CancellationToken cancellation = default)
    {
        try
        {
            return (await Blob(cohortId, personId).DownloadContentAsync(cancellation)).Value.Content.ToArray() is { Length: > 0 } pdf
                ? pdf
                : null;
        }
        catch (Azure.RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The ids of those who have one, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string cohortId, CancellationToken cancellation = default)
    {
        await certificates.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var people = new List<string>();
        await foreach (var blob in certificates.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{cohortId}/" }, cancellation))
            people.Add(Path.GetFileNameWithoutExtension(blob.Name));
        return people;
    }

    /// <summary>That there was one is left; nothing happens when there was none.</summary>
    public async Task EraseAsync(string cohortId, string personId, CancellationToken cancellation = default)
    {
        if (await FindAsync(cohortId, personId, cancellation) is not null) await PutAsync(cohortId, personId, [], cancellation);
    }

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public async Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default)
    {
        var first = (await ListAsync(cohortId, cancellation)).Take(most).ToList();
        foreach (var person in first) await Blob(cohortId, person).DeleteIfExistsAsync(cancellationToken: cancellation);
        return first.Count;
    }

    BlobClient Blob(string cohortId, string personId) => certificates.GetBlobClient(BlobName(cohortId, personId));
}
