using System.Net;
using AngleSharp.Html.Parser;
using Ilnp.Local.Pilot.Sights;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>A person's browser without script: opens a link, fills the form that is there, presses its button.</summary>
/// <param name="http">To the app.</param>
/// <param name="pages">Where pages are kept as they were seen; null for nowhere.</param>
sealed class Browser(HttpClient http, PageShelf? pages = null)
{
    readonly HtmlParser parser = new();

    /// <summary>As a mail scanner does it: HEAD, then GET.</summary>
    public async Task FollowAsync(Uri link, CancellationToken cancellation)
    {
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), cancellation);
        using var page = await http.GetAsync(link, cancellation);
    }

    /// <summary>What came of filling the form behind a link.</summary>
    /// <param name="reply">The answers.</param>
    /// <param name="presses">How often the button is pressed.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task<Pressed> AnswerAsync(Reply reply, int presses, CancellationToken cancellation)
    {
        using var page = await http.GetAsync(reply.Link, cancellation);
        var html = await page.Content.ReadAsStringAsync(cancellation);
        if (page.StatusCode == HttpStatusCode.ServiceUnavailable) return Pressed.Away;
        pages?.Keep(reply.Template, html);
        if (!page.IsSuccessStatusCode) return Pressed.NotShown;
        if (FormPage.Find(parser.ParseDocument(html)) is not { } form) return Pressed.Closed;
        if (FormPage.Fill(form, reply.Answers) is not { } fields) return Pressed.OtherQuestions;
        for (var press = 0; press < presses; press++)
        {
            using var answer = await http.PostAsync(reply.Link, new FormUrlEncodedContent(fields), cancellation);
            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity && reply.Then.Count > 0)
                return await ConfirmAsync(reply, await answer.Content.ReadAsStringAsync(cancellation), cancellation);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return Pressed.Away;
            if (!answer.IsSuccessStatusCode) return Pressed.Refused;
            pages?.Keep($"{reply.Template}-answered", await answer.Content.ReadAsStringAsync(cancellation));
        }

        return Pressed.Taken;
    }

    async Task<Pressed> ConfirmAsync(Reply reply, string html, CancellationToken cancellation)
    {
        pages?.Keep($"{reply.Template}-sure", html);
        if (FormPage.Find(parser.ParseDocument(html)) is not { } form || FormPage.Fill(form, reply.Then) is not { } fields)
            return Pressed.OtherQuestions;
        using var answer = await http.PostAsync(reply.Link, new FormUrlEncodedContent(fields), cancellation);
        return answer.StatusCode == HttpStatusCode.ServiceUnavailable ? Pressed.Away
            : answer.IsSuccessStatusCode ? Pressed.Taken
            : Pressed.Refused;
    }
}

/// <summary>What came of filling a form.</summary>
enum Pressed
{
    /// <summary>Answered with success.</summary>
    Taken,

    /// <summary>The app asks to be tried again later.</summary>
    Away,

    /// <summary>The page is there, without a form to fill.</summary>
    Closed,

    /// <summary>The form does not ask what was to be answered, or not with these choices.</summary>
    OtherQuestions,

    /// <summary>The page could not be opened.</summary>
    NotShown,

    /// <summary>Pressing the button gave an error page.</summary>
    Refused,
}
