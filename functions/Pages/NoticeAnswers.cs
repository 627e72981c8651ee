using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Ilnp.Pages;

/// <summary>Answers with a page in plain words, in the reader's language, in the place of a function.</summary>
public sealed class NoticeAnswers(TextShelf texts)
{
    /// <param name="http">Whose answer has not begun.</param>
    /// <param name="notice">What it says.</param>
    /// <param name="retryAfter">Seconds until it is worth another try; null says nothing.</param>
    public Task SendAsync(HttpContext http, NoticeAnswer notice, int? retryAfter = null)
    {
        http.Response.Clear();
        if (retryAfter is { } seconds) http.Response.Headers.RetryAfter = $"{seconds}";
        return Page(http.Request, notice).ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
    }

    public HtmlPage Page(HttpRequest request, NoticeAnswer notice) =>
        new(
            Notice.Create(new(texts.In(ReaderLanguage.Of(request, texts.Languages)), notice.TitleKey, notice.TextKey)
            {
                Languages = Languages(request),
            }),
            notice.Status);

    /// <summary>Only where the page can be shown again.</summary>
    LanguageSwitch? Languages(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? LanguageSwitch.Shown(request, texts.Languages) : null;
}

/// <param name="TitleKey">Text of the heading.</param>
/// <param name="TextKey">Text below it.</param>
/// <param name="Status">Of the answer.</param>
public sealed record NoticeAnswer(string TitleKey, string TextKey, int Status);
