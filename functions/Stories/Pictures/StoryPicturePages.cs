using System.Security.Cryptography;
using Ilnp.Forms;
using Ilnp.Mail.Languages;
using Ilnp.Own;
using Ilnp.Pages;
using Ilnp.Pages.Visitors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Stories.Pictures;

/// <summary>The author's page of the picture beside their words: for whoever has their own page open, while the words are there.</summary>
public sealed class StoryPicturePages(
    OwnSessions sessions, StoryReading stories, StoryPictureStore pictures, PictureFile darkroom, StoryPictureDrafts drafts,
    LanguageLinks languages, NoticeAnswers notices)
{
    public const string Path = "me/story/picture";

    /// <summary>Fields, and what was just done.</summary>
    internal const string File = "file", Description = "description", Done = "done", Saved = "saved", Removed = "removed";

    /// <summary>Bytes that are read, so that whoever sends a large picture reads how large it may be.</summary>
    const int LargestBody = 3 * PictureFile.Largest;

    [Function(nameof(ShowStoryPicture))]
    public Task<IActionResult> ShowStoryPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Path)] HttpRequest request) =>
        OpenAsync(request, (model, _) => Task.FromResult<IActionResult>(Page(model with { Done = request.Query[Done].ToString() })));

    [Function(nameof(SaveStoryPicture))]
    public Task<IActionResult> SaveStoryPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Path)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        OpenAsync(request, async (model, cancellation) =>
        {
            if (await SentPicture.ReadAsync(request, LargestBody) is not { } sent)
                return Page(model with { WrongKeys = ["story-picture.wrong.large"] });
            var typed = model with { Typed = sent.Description };
            var read = sent.File.Length > 0 ? await darkroom.ReadAsync(sent.File, cancellation) : null;
            var wrong = StoryPictureRules.Wrong(sent, read, model.Picture).ToList();
            if (wrong.Count > 0) return Page(typed with { WrongKeys = wrong });
            return await KeepAsync(typed, read, client, cancellation)
                ? new SeeOther($"/{Path}?{Done}={Saved}")
                : Page(typed with { WrongKeys = ["story-picture.wrong.meanwhile"] });
        });

    [Function(nameof(RemoveStoryPicture))]
    public Task<IActionResult> RemoveStoryPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Path + "/remove")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        OpenAsync(request, async (model, cancellation) =>
        {
            await pictures.EraseAsync(model.Story.CohortId, model.Story.PersonId, cancellation);
            if (model.Picture is { } gone) await drafts.BeginAsync(model.Story, gone, isGone: true, client);
            return new SeeOther($"/{Path}?{Done}={Removed}");
        });

    [Function(nameof(GetOwnStoryPicture))]
    public Task<IActionResult> GetOwnStoryPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Path + "/file")] HttpRequest request) =>
        OpenAsync(request, async (model, cancellation) =>
            model.Picture is { } picture && await pictures.FileAsync(model.Story.CohortId, picture, cancellation) is { } jpeg
                ? new PictureAnswer(picture, jpeg, isForAll: false)
                : notices.Page(request, UnknownAddressPage.Unknown));

    /// <summary>
    /// False when the picture that was described is not there any more. Words that were taken back meanwhile have no picture: it is
    /// deleted again, and the author is led to their page.
    /// </summary>
    async Task<bool> KeepAsync(StoryPictureModel model, ReadPicture? read, DurableTaskClient client, CancellationToken cancellation)
    {
        var (story, now) = (model.Story, model.Owner.Now);
        var kept = read is null
            ? await pictures.DescribeAsync(story.CohortId, model.Picture!, model.Typed!, now, cancellation)
            : new StoryPicture(
                story.PersonId, RandomNumberGenerator.GetHexString(32, lowercase: true), model.Typed!, read.Width, read.Height, now);
        if (kept is null) return false;
        if (read is not null) await pictures.PutAsync(story.CohortId, kept, read.Jpeg, cancellation);
        if (await stories.FindAsync(story.CohortId, story.PersonId, cancellation) is not { } found)
            await pictures.EraseAsync(story.CohortId, story.PersonId, cancellation);
        else if (kept.Stamp != model.Picture?.Stamp)
            await drafts.BeginAsync(found.Story, kept, isGone: false, client);
        return true;
    }

    async Task<IActionResult> OpenAsync(HttpRequest request, Func<StoryPictureModel, CancellationToken, Task<IActionResult>> page)
    {
        var cancellation = request.HttpContext.RequestAborted;
        return await sessions.FindAsync(request) is { } owner
            && await stories.FindAsync(owner.Cohort.Id, owner.Person.PersonId, cancellation) is { } found
            ? await page(new(owner, found.Story, found.Press) { Languages = languages.Switch(request, owner) }, cancellation)
            : new SeeOther("/me");
    }

    static HtmlPage Page(StoryPictureModel model) => new(
        StoryPicturePage.Create(model),
        model.WrongKeys.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The author's page of their picture.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Story">The words it stands beside.</param>
/// <param name="Press">What the committee pressed; null for nothing.</param>
public sealed record StoryPictureModel(Owner Owner, Story Story, StoryPress? Press)
{
    /// <summary>What is kept now; null for none.</summary>
    public StoryPicture? Picture => Story.Picture;

    /// <summary>To choose from; null where there is one.</summary>
    public LanguageSwitch? Languages { get; init; }

    /// <summary>As it was just typed; null for nothing.</summary>
    public string? Typed { get; init; }

    /// <summary>Texts of what is wrong with what was sent; then nothing of it was kept.</summary>
    public IReadOnlyList<string> WrongKeys { get; init; } = [];

    /// <summary>What was just done; empty for nothing.</summary>
    public string Done { get; init; } = "";

    /// <summary>Text of how it stands; null without a picture.</summary>
    public string? StateKey => OwnStory.PictureKey(Story, Press);
}

/// <summary>What was posted.</summary>
/// <param name="File">Its bytes; empty for none.</param>
/// <param name="Description">In one line.</param>
sealed record SentPicture(byte[] File, string Description)
{
    /// <summary>Null when it is so large that it was not read.</summary>
    /// <exception cref="UnreadableRequest">It is no form, or broken.</exception>
    public static async Task<SentPicture?> ReadAsync(HttpRequest request, int largest)
    {
        try
        {
            var form = await PostedForm.ReadWithFilesAsync(request, largest);
            using var bytes = new MemoryStream();
            if (form.Files.GetFile(StoryPicturePages.File) is { } file) await file.CopyToAsync(bytes);
            return new(
                bytes.ToArray(),
                string.Join(
                    ' ', form[StoryPicturePages.Description].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }
        catch (UnreadableRequest e) when (e.Status == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
