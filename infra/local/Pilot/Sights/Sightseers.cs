using Ilnp.Links;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Local.Pilot.Sights;

/// <summary>
/// Somebody of each language looks around, for pictures of pages on which the crowd has no business: the form to apply, and, with the
/// first prompt, the page of one's own. Looking changes nothing.
/// </summary>
sealed class Sightseers(LocalApp app, CohortSettings settings, PageShelf pages) : IDisposable
{
    /// <summary>The mail with which the page of one's own has most on it.</summary>
    const string Occasion = "prompt";

    const string LinkPath = "/me/link/";

    readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };
    readonly HashSet<string> seen = [];

    /// <summary>While applications are open.</summary>
    public async Task SeeFormAsync(CancellationToken cancellation)
    {
        foreach (var language in settings.Languages)
            pages.Keep("apply", await http.GetStringAsync(new Uri($"apply/{settings.Id}?lang={language}", UriKind.Relative), cancellation));
    }

    /// <summary>The first reader of each language opens the page of their own.</summary>
    public async Task ReadAsync(IEnumerable<Letter> letters, CancellationToken cancellation)
    {
        foreach (var letter in letters.Where(letter => letter.Template == Occasion))
            if (await WhoAsync(letter, cancellation) is { } person && seen.Add(person.MailLanguage))
                await SeeOwnPageAsync(person, cancellation);
    }

    async Task<Person?> WhoAsync(Letter letter, CancellationToken cancellation) =>
        letter.Links.FirstOrDefault(link => link.AbsolutePath.StartsWith(LinkPath, StringComparison.Ordinal)) is { } link
        && app.Get<PersonalLinks>().Read(link.AbsolutePath[LinkPath.Length..], app.Get<TimeProvider>().GetUtcNow()) is var (cohort, id)
            ? await app.Get<PeopleStore>().FindAsync(cohort, id, cancellation)
            : null;

    /// <summary>With the key that a mail would bring: what the crowd gets by mail is counted.</summary>
    async Task SeeOwnPageAsync(Person person, CancellationToken cancellation)
    {
        if (await app.Get<OwnKeys>().UnusedAsync(person, cancellation) is not { Address: var key }) return;
        using var opened = await http.PostAsync(key.PathAndQuery, new FormUrlEncodedContent([]), cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "me");
        request.Headers.Add("Cookie", opened.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var page = await http.SendAsync(request, cancellation);
        pages.Keep("own-page", await page.Content.ReadAsStringAsync(cancellation));
    }

    public void Dispose() => http.Dispose();
}
