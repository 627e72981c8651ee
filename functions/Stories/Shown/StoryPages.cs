using Ilnp.Links;
using Ilnp.Pages;
using Ilnp.Stories.Pictures;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Stories.Shown;

/// <summary>What participants tell, for everybody: a page, and the same as a feed for the association's site.</summary>
public sealed class StoryPages(
    StoryReading stories, StoryPictureStore pictures, TextShelf texts, NoticeAnswers notices, IOptions<WebOptions> web)
{
    public const string Path = "stories", FeedPath = "stories/feed";

    [Function(nameof(ShowStories))]
    public async Task<IActionResult> ShowStories(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Path)] HttpRequest request)
    {
        var words = Words(request);
        var shown = await stories.ShownAsync(words.Language, request.HttpContext.RequestAborted);
        return new HtmlPage(StoriesPage.Create(
            new(shown, words, LanguageSwitch.Shown(request, texts.Languages), FeedAddress(request, words).PathAndQuery)));
    }

    [Function(nameof(GetStoriesFeed))]
    public async Task<IActionResult> GetStoriesFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = FeedPath)] HttpRequest request)
    {
        var words = Words(request);
        var shown = await stories.ShownAsync(words.Language, request.HttpContext.RequestAborted);
        return new FeedAnswer(StoryFeed.Of(shown, words, new(web.Value.BaseAddress, Path), FeedAddress(request, words)));
    }

    /// <summary>A picture beside words that are shown; like them it is asked for each time, and there no longer than they are.</summary>
    [Function(nameof(GetStoryPicture))]
    public async Task<IActionResult> GetStoryPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "stories/pictures/{cohortId}/{pictureId}")] HttpRequest request,
        string cohortId, string pictureId)
    {
        var cancellation = request.HttpContext.RequestAborted;
        return await stories.ShownPictureAsync(cohortId, pictureId, cancellation) is { } picture
            && await pictures.FileAsync(cohortId, picture, cancellation) is { } jpeg
            ? new PictureAnswer(picture, jpeg, isForAll: true)
            : notices.Page(request, UnknownAddressPage.Unknown);
    }

    /// <summary>Path at which everybody sees it.</summary>
    public static string PictureAddress(string cohortId, StoryPicture picture) => $"/stories/pictures/{cohortId}/{picture.Id}";

    PageTexts Words(HttpRequest request) => texts.In(ReaderLanguage.Of(request, texts.Languages));

    /// <summary>With its language where one was wished for: a feed's own address is the one it is read at.</summary>
    Uri FeedAddress(HttpRequest request, PageTexts words)
    {
        var wish = request.Query.ContainsKey(ReaderLanguage.Wish) ? QueryString.Create(ReaderLanguage.Wish, words.Language) : default;
        return new(web.Value.BaseAddress, $"{FeedPath}{wish}");
    }
}

/// <summary>The public page.</summary>
/// <param name="Stories">The latest first.</param>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Languages">To choose from; null where there is one.</param>
/// <param name="FeedPath">Of the same as a feed.</param>
public sealed record StoriesModel(
    IReadOnlyList<ShownStory> Stories, PageTexts Texts, LanguageSwitch? Languages, string FeedPath);
