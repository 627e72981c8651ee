using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ilnp.Programme;

namespace Ilnp.Announcements;

/// <summary>
/// A cohort's flyers and texts as blobs: container <c>announcements</c>, <c>&lt;cohort&gt;/flyer.&lt;language&gt;.pdf</c> and
/// <c>&lt;cohort&gt;/posts.&lt;language&gt;.txt</c>. Making them again replaces them by the same.
/// </summary>
public sealed class AnnouncementStore(BlobServiceClient service, FlyerRenderer renderer)
{
    readonly BlobContainerClient announcements = service.GetBlobContainerClient("announcements");

    /// <summary>Makes and keeps everything, in all languages.</summary>
    /// <returns>The languages.</returns>
    public async Task<IReadOnlyList<string>> PutAllAsync(CohortSettings cohort, Uri applyUrl, CancellationToken cancellation = default)
    {
        await announcements.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var model = Model(cohort, applyUrl);
        foreach (var language in renderer.Languages)
        {
            await UploadAsync($"{cohort.Id}/flyer.{language}.pdf", renderer.Render(model, language), "application/pdf", cancellation);
            await UploadAsync($"{cohort.Id}/posts.{language}.txt", Encoding.UTF8.GetBytes(renderer.Posts(model, language)), "text/plain; charset=utf-8", cancellation);
        }

        return renderer.Languages;
    }

    /// <summary>The flyer, or null when there is none in the language.</summary>
    public async Task<byte[]?> FindFlyerAsync(string cohortId, string language, CancellationToken cancellation = default)
    {
        try
        {
            return (await announcements.GetBlobClient($"{cohortId}/flyer.{language}.pdf").DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public static FlyerModel Model(CohortSettings cohort, Uri applyUrl) => new()
    {
        Programme = cohort.Name,
        Organiser = cohort.Texts.GetValueOrDefault("organiser") ?? "",
        Deadline = cohort.Dates.ApplicationsClose,
        Months = cohort.Dates.Months,
        ApplyUrl = applyUrl,
        IssuedOn = cohort.Dates.Announce,
    };

    Task UploadAsync(string name, byte[] content, string type, CancellationToken cancellation) =>
        announcements.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = new() { ContentType = type } }, cancellation);
}
