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
    /// <param name="key">Of the texts: <c>.title</c> and <c>.text</c> stand below it.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="retryAfter">Seconds until it is worth another try; null says nothing.</param>
    public Task SendAsync(HttpContext http, string key, int status, int? retryAfter = null)
    {
        http.Response.Clear();
        if (retryAfter is { } seconds) http.Response.Headers.RetryAfter = $"{seconds}";
        return Page(http.Request, key, status).ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
    }

    public HtmlPage Page(HttpRequest request, string key, int status) =>
        new(Notice.Create(new(texts.In(ReaderLanguage.Of(request, [TextShelf.First, .. texts.Languages])), $"{key}.title", $"{key}.text")), status);
}
