using System.Net;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee;

/// <summary>Signs in as the committee does: asks for a link, reads the mail, presses the button.</summary>
static class CommitteeVisit
{
    /// <summary>The session's cookie, as a browser would send it back.</summary>
    public static async Task<string> SignInAsync(WebHostFixture web, string cohort, string member = "lead")
    {
        var link = await AskAsync(web, cohort, member);
        using var done = await web.Client.PostAsync(link, null);
        Assert.Equal((HttpStatusCode.SeeOther, $"/cohorts/{cohort}"), (done.StatusCode, done.Headers.Location!.OriginalString));
        return done.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>The path of the link that is mailed.</summary>
    public static async Task<string> AskAsync(WebHostFixture web, string cohort, string member = "lead", string to = "/")
    {
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var address = settings.Committee.Single(one => one.Id == member).Email;
        using var asked = await PostAsync(web, $"/sign-in?to={to}", address.ToUpperInvariant());
        Assert.Equal("/sign-in?sent=1", asked.Headers.Location!.OriginalString);
        foreach (var entry in web.Mails("sign-in").Reverse())
            if (await web.Get<LocalMailbox>().ReadAsync(entry.FileName) is { } mail && mail.To[0].Address == address)
                return mail.Text.Split('\n', ' ', '<', '>').First(word => word.Contains("/sign-in/", StringComparison.Ordinal))
                    .Replace("http://localhost", "", StringComparison.Ordinal).Trim();
        throw new InvalidOperationException("No sign-in mail arrived.");
    }

    public static Task<HttpResponseMessage> PostAsync(WebHostFixture web, string path, string address) =>
        web.Client.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("email", address)]));

    /// <summary>What the mailbox's key is good for.</summary>
    public static async Task<string> MailboxCookieAsync(WebHostFixture web)
    {
        using var welcome = await web.Client.GetAsync($"/mailbox?key={WebHostFixture.MailboxKey}");
        Assert.Equal((HttpStatusCode.SeeOther, "/mailbox"), (welcome.StatusCode, welcome.Headers.Location!.OriginalString));
        return welcome.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>Sends a form; gives where it leads when it leads on, else the page.</summary>
    public static async Task<(HttpStatusCode Status, string Html)> PressAsync(
        WebHostFixture web, string path, string? cookie, params IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString ?? await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A page with the session's cookie.</summary>
    public static async Task<(HttpStatusCode Status, string Html)> GetAsync(WebHostFixture web, string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (
            answer.StatusCode,
            answer.StatusCode == HttpStatusCode.SeeOther
                ? answer.Headers.Location!.OriginalString
                : await answer.Content.ReadAsStringAsync());
    }
}
