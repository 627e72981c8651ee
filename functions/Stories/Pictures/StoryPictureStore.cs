using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ilnp.Storage;

namespace Ilnp.Stories.Pictures;

/// <summary>
/// Pictures beside words for others: table <c>StoryPictures</c>, partition cohort, row person, and the file as
/// <c>&lt;cohort&gt;/&lt;person&gt;/&lt;picture&gt;.jpg</c> in the container <c>story-pictures</c>. A file is never changed: another
/// picture is another file.
/// </summary>
public sealed class StoryPictureStore(TableServiceClient tables, BlobServiceClient blobs)
{
    public const string Table = "StoryPictures", Container = "story-pictures";

    readonly RecordTable<StoryPicture> pictures = new(tables, Table);
    readonly BlobContainerClient files = blobs.GetBlobContainerClient(Container);

    public async Task<StoryPicture?> FindAsync(string cohortId, string personId, CancellationToken cancellation = default) =>
        (await pictures.FindAsync(cohortId, personId, cancellation))?.Value;

    public async Task<IReadOnlyList<StoryPicture>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await pictures.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>The file as JPEG; null when it is not there any more.</summary>
    public async Task<byte[]?> FileAsync(string cohortId, StoryPicture picture, CancellationToken cancellation = default)
    {
        try
        {
            return (await Blob(cohortId, picture).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>In the place of what was there, whose file is deleted; the file first, so that none is told of that is not there.</summary>
    public async Task PutAsync(string cohortId, StoryPicture picture, byte[] jpeg, CancellationToken cancellation = default)
    {
        await files.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await Blob(cohortId, picture).UploadAsync(
            BinaryData.FromBytes(jpeg), new BlobUploadOptions { HttpHeaders = new() { ContentType = "image/jpeg" } }, cancellation);
        if (await ReplaceAsync(cohortId, picture, cancellation) is { } former && former.Id != picture.Id)
            await Blob(cohortId, former).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>Gives what was there; null for nothing.</summary>
    async Task<StoryPicture?> ReplaceAsync(string cohortId, StoryPicture picture, CancellationToken cancellation)
    {
        while (true)
        {
            if (await pictures.FindAsync(cohortId, picture.PersonId, cancellation) is not { } last)
            {
                if (await pictures.TryAddAsync(cohortId, picture.PersonId, picture, cancellation)) return null;
            }
            else if (await pictures.TryReplaceAsync(last, picture, cancellation))
            {
                return last.Value;
            }
        }
    }

    /// <summary>Says in other words what can be seen on exactly this file; null when it is not there any more.</summary>
    public async Task<StoryPicture?> DescribeAsync(
        string cohortId, StoryPicture picture, string description, DateTimeOffset now, CancellationToken cancellation = default) =>
        await pictures.UpdateAsync(
            cohortId, picture.PersonId,
            last => last.Id != picture.Id || last.Description == description ? last : last with { Description = description, At = now },
            cancellation) is { } described && described.Id == picture.Id ? described : null;

    /// <summary>The record, so that nobody is shown it, and all files of the person: also one whose record was never written.</summary>
    public async Task EraseAsync(string cohortId, string personId, CancellationToken cancellation = default)
    {
        await pictures.DeleteAsync(cohortId, personId, cancellation);
        await DeleteFilesAsync($"{cohortId}/{personId}/", int.MaxValue, cancellation);
    }

    /// <returns>How many were deleted, records and files.</returns>
    public async Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation)
    {
        var records = await pictures.DeleteFirstAsync(cohortId, most, cancellation);
        return records + await DeleteFilesAsync($"{cohortId}/", most - records, cancellation);
    }

    async Task<int> DeleteFilesAsync(string prefix, int most, CancellationToken cancellation)
    {
        if (most == 0) return 0;
        await files.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var deleted = 0;
        await foreach (var blob in files.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
        {
            await files.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
            if (++deleted == most) break;
        }

        return deleted;
    }

    BlobClient Blob(string cohortId, StoryPicture picture) => files.GetBlobClient($"{cohortId}/{picture.PersonId}/{picture.Id}.jpg");
}
