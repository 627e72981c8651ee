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
    /// <summary>Name of the container.</summary>
    public const string Container = "announcements";

    readonly BlobContainerClient announcements = service.GetBlobContainerClient(Container);

    /// <summary>Makes and keeps everything, in all languages.</summary>
    /// <returns>The files.</returns>
    public async Task<IReadOnlyList<AnnouncementFiles>> PutAllAsync(
        CohortSettings cohort, Uri applyUrl, CancellationToken cancellation = default)
    {
        await announcements.CreateIfNotExistsAsync(cancellationToken: cancellation);
        foreach (var language in renderer.Languages)
        {
            var model = Model(cohort, applyUrl, language);
            await UploadAsync(FlyerName(cohort.Id, language), renderer.Render(model, language), "application/pdf", cancellation);
            await UploadAsync(
                PostsName(cohort.Id, language),
                Encoding.UTF8.GetBytes(renderer.Posts(model, language)),
                "text/plain; charset=utf-8",
                cancellation);
        }

        return [.. renderer.Languages.Select(language =>
            new AnnouncementFiles(renderer.NameOf(language), FlyerName(cohort.Id, language), PostsName(cohort.Id, language)))];
    }

    /// <summary>The flyer, or null when there is none in the language.</summary>
    public async Task<byte[]?> FindFlyerAsync(string cohortId, string language, CancellationToken cancellation = default)
    {
        try
        {
            return (await announcements.GetBlobClient(FlyerName(cohortId, language)).DownloadContentAsync(cancellation)).Value.Content
                .ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public static FlyerModel Model(CohortSettings cohort, Uri applyUrl, string language) => new()
    {
        Programme = cohort.NameIn(language),
        Organiser = cohort.TextsIn(language).GetValueOrDefault("organiser") ?? "",
        Deadline = cohort.Dates.ApplicationsClose,
        Months = cohort.Dates.Months,
        ApplyUrl = applyUrl,
        IssuedOn = cohort.Dates.Announce,
    };

    static string FlyerName(string cohortId, string language) => $"{cohortId}/flyer.{language}.pdf";

    static string PostsName(string cohortId, string language) => $"{cohortId}/posts.{language}.txt";

    Task UploadAsync(string name, byte[] content, string type, CancellationToken cancellation) =>
        announcements.GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = new() { ContentType = type } }, cancellation);
}

/// <summary>What there is to share in one language: names of blobs.</summary>
/// <param name="Language">Its own name.</param>
public sealed record AnnouncementFiles(string Language, string Flyer, string Posts);
