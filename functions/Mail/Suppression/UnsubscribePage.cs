using Ilnp.Pages;
using Ilnp.Pages.Visitors;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Mail.Suppression;

/// <summary>
/// Leaves optional mail: a mail program posts here by itself (RFC 8058), a person sees a page with a button. Looking changes
/// nothing, because mail scanners follow links.
/// </summary>
public sealed class UnsubscribePage(UnsubscribeLinks links, SuppressionList suppressions, TextShelf shelf, TimeProvider time)
{
    const string Route = "unsubscribe/{token}";

    [Function(nameof(ShowUnsubscribe))]
    public IActionResult ShowUnsubscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token) =>
        links.Read(token, time.GetUtcNow()) is { } asked
            ? Page(request, asked, isDone: false)
            : Unknown(request);

    /// <summary>The second time changes nothing and shows the same.</summary>
    [CalledByServices]
    [Function(nameof(Unsubscribe))]
    public async Task<IActionResult> Unsubscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token)
    {
        if (links.Read(token, time.GetUtcNow()) is not { } asked) return Unknown(request);
        await suppressions.AddAsync(asked.AddressKey, asked.Stream, Suppressed.Unsubscribed, request.HttpContext.RequestAborted);
        return Page(request, asked, isDone: true);
    }

    /// <summary>Each list has texts of its own: what still comes differs.</summary>
    HtmlPage Page(HttpRequest request, UnsubscribeRequest asked, bool isDone)
    {
        var (title, text) = (asked.Stream, isDone) switch
        {
            (MailStream.Pulses, false) => ("unsubscribe.pulses.title", "unsubscribe.pulses.text"),
            (MailStream.Pulses, true) => ("unsubscribe.pulses.done.title", "unsubscribe.pulses.done.text"),
            (_, false) => ("unsubscribe.title", "unsubscribe.text"),
            (_, true) => ("unsubscribe.done.title", "unsubscribe.done.text"),
        };
        var language = ReaderLanguage.Wished(request, shelf.Languages) ?? asked.Language;
        return new(Notice.Create(new(shelf.In(language), title, text, isDone ? null : "unsubscribe.submit")
        {
            Languages = LanguageSwitch.Shown(request, shelf.Languages),
        }));
    }

    HtmlPage Unknown(HttpRequest request) => new(
        Notice.Create(new(shelf.In(ReaderLanguage.Of(request, shelf.Languages)), "link.unknown.title", "link.unknown.text")
        {
            Languages = LanguageSwitch.Shown(request, shelf.Languages),
        }),
        StatusCodes.Status404NotFound);
}
