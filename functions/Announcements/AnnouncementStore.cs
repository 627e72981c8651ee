using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ilnp.Announcements.Pictures;
using Ilnp.Programme;

namespace Ilnp.Announcements;

/// <summary>
/// A cohort's flyers, pictures and texts as blobs: container <c>announcements</c>, <c>&lt;cohort&gt;/flyer.&lt;language&gt;.pdf</c>,
/// <c>square.&lt;language&gt;.png</c>, <c>story.&lt;language&gt;.png</c> and <c>posts.&lt;language&gt;.txt</c>. Making them again replaces
/// them by the same.
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
            foreach (var format in SocialFormat.All)
                await UploadAsync(
                    PictureName(cohort.Id, language, format), renderer.Picture(model, language, format), "image/png", cancellation);
        }

        return [.. renderer.Languages.Select(language => new AnnouncementFiles(
            renderer.NameOf(language),
            FlyerName(cohort.Id, language),
            PostsName(cohort.Id, language),
            PictureName(cohort.Id, language, SocialFormat.Square),
            PictureName(cohort.Id, language, SocialFormat.Story)))];
    }

    /// <summary>The flyer, or null when there is none in the language.</summary>
    public Task<byte[]?> FindFlyerAsync(string cohortId, string language, CancellationToken cancellation = default) =>
        FindAsync(FlyerName(cohortId, language), cancellation);

    /// <summary>As <see cref="FindFlyerAsync"/>.</summary>
    public Task<byte[]?> FindPictureAsync(
        string cohortId, string language, SocialFormat format, CancellationToken cancellation = default) =>
        FindAsync(PictureName(cohortId, language, format), cancellation);

    async Task<byte[]?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await announcements.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
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

    static string PictureName(string cohortId, string language, SocialFormat format) => $"{cohortId}/{format.Name}.{language}.png";

    Task UploadAsync(string name, byte[] content, string type, CancellationToken cancellation) =>
        announcements.GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = new() { ContentType = type } }, cancellation);
}

/// <summary>What there is to share in one language: names of blobs.</summary>
/// <param name="Language">Its own name.</param>
public sealed record AnnouncementFiles(string Language, string Flyer, string Posts, string Square, string Story);
