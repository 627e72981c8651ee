using Ilnp.Forms;
using Ilnp.Links;
using Ilnp.Pages;
using Ilnp.Pages.Visitors;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Own;

/// <summary>
/// The way to one's own page. The link in a mail may have been forwarded, so on a new device it shows nothing about anybody: it sends a
/// second link to the mailbox, and only that one, pressed, opens the page. Looking changes nothing.
/// </summary>
public sealed class OwnGate(
    PersonalLinks links, OwnKeys keys, OwnKeyLetters letters, OwnSessions sessions, SteadyAnswer steady, TextShelf texts, TimeProvider time)
{
    const string Sent = "sent";

    [Function(nameof(ShowPersonalLink))]
    public async Task<IActionResult> ShowPersonalLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "me/link/{token}")] HttpRequest request, string token)
    {
        if (links.Read(token, time.GetUtcNow()) is not { } who) return new SeeOther("/me");
        if (await sessions.IsOpenAsync(request, who)) return new SeeOther("/me");
        return request.Query.ContainsKey(Sent) ? Say(request, "own.sent") : Ask(request, "own.confirm");
    }

    [Function(nameof(AskForOwnPage))]
    public async Task<IActionResult> AskForOwnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "me/link/{token}")] HttpRequest request, string token)
    {
        if (links.Read(token, time.GetUtcNow()) is not { } who) return new SeeOther("/me");
        await letters.SendAsync(who.CohortId, who.PersonId, request.HttpContext.RequestAborted);
        return new SeeOther($"{request.Path}?{Sent}=1&{ReaderLanguage.Wish}={Words(request).Language}");
    }

    /// <summary>
    /// Without a link from a mail: the answer is the same, and comes at the same moment, whether or not the address is known.
    /// </summary>
    [Function(nameof(FindOwnPage))]
    public async Task<IActionResult> FindOwnPage([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "me")] HttpRequest request)
    {
        var posted = await PostedForm.ReadAsync(request);
        var reading = FindForm.Form.Read(posted);
        if (!reading.IsValid) return Find(request, reading);
        await steady.AfterAsync(cancellation => letters.SendAsync(reading.Of("email")[0], cancellation));
        return new SeeOther($"/me?{Sent}=1&{ReaderLanguage.Wish}={Words(request).Language}");
    }

    [Function(nameof(ShowKey))]
    public async Task<IActionResult> ShowKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "me/open/{token}")] HttpRequest request, string token) =>
        await keys.ReadAsync(token, request.HttpContext.RequestAborted) is null ? Old(request) : Ask(request, "own.open");

    [Function(nameof(TakeKey))]
    public async Task<IActionResult> TakeKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "me/open/{token}")] HttpRequest request, string token)
    {
        if (await keys.TakeAsync(token, request.HttpContext.RequestAborted) is not { } person) return Old(request);
        sessions.Begin(request.HttpContext.Response, person);
        return new SeeOther("/me");
    }

    [Function(nameof(CloseOwnPage))]
    public async Task<IActionResult> CloseOwnPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "me/close")] HttpRequest request)
    {
        await sessions.EndAsync(request);
        return new SeeOther($"/me?{ReaderLanguage.Wish}={Words(request).Language}");
    }

    /// <summary>The page for somebody whose own page is not open on this device.</summary>
    public IActionResult Closed(HttpRequest request) =>
        request.Query.ContainsKey(Sent) ? Say(request, "own.sent") : Find(request, FormReading.Empty);

    PageTexts Words(HttpRequest request) => texts.In(ReaderLanguage.Of(request, texts.Languages));

    LanguageSwitch? Languages(HttpRequest request) => LanguageSwitch.Shown(request, texts.Languages);

    HtmlPage Find(HttpRequest request, FormReading reading) => new(
        FormPage.Create(new(new FormView(FindForm.Form, reading, Words(request), new Dictionary<string, string>(), "own-find.submit"))
        {
            Languages = Languages(request),
        }),
        reading.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    HtmlPage Say(HttpRequest request, string key) =>
        new(Notice.Create(new(Words(request), $"{key}.title", $"{key}.text") { Languages = Languages(request) }));

    HtmlPage Ask(HttpRequest request, string key) =>
        new(Notice.Create(new(Words(request), $"{key}.title", $"{key}.text", $"{key}.submit") { Languages = Languages(request) }));

    HtmlPage Old(HttpRequest request) =>
        new(
            Notice.Create(new(Words(request), "own.old.title", "own.old.text") { Languages = Languages(request) }),
            StatusCodes.Status410Gone);
}

/// <summary>Asks for the address that the link goes to.</summary>
static class FindForm
{
    public static Form Form { get; } = new("own-find", new EmailQuestion("email") { Autocomplete = "email" });
}
