using System.Text.RegularExpressions;
using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.RealEngine;

/// <summary>A lead who signs in, looks at everything, and wants other pairs.</summary>
sealed partial class CommitteeActs(Visitor visitor, string cohort, string mailboxKey)
{
    public async Task AskToSignInAsync(string address, CancellationToken cancellation)
    {
        await visitor.GetAsync("sign-in", cancellation);
        await visitor.PressAsync("sign-in", [("email", address)], cancellation);
    }

    /// <summary>By the mailed link; keeps a wish for the next proposal, and signs out.</summary>
    public async Task LookAroundAsync(Letter letter, CancellationToken cancellation)
    {
        await SignInAsync(letter, cancellation);
        foreach (var page in new[] { "", "/groups", "/people", "/matching", "/matching?apart=G002&try=1" })
            await visitor.GetAsync($"cohorts/{cohort}{page}", cancellation);
        foreach (var page in new[] { "health/live", "health/ready" }) await visitor.GetAsync(page, cancellation);
        await visitor.PressAsync($"cohorts/{cohort}/matching", [("apart", "G002")], cancellation);
        await LookAtSomebodyAsync(cancellation);
        await ImportAsync(cancellation);
        await EraseAsync(cancellation);
        await visitor.PressAsync("sign-out", [], cancellation);
    }

    /// <summary>By the mailed link; writes a note about the first group that runs, and hands it to the liaison with most room.</summary>
    public async Task HandOverAsync(Letter letter, CancellationToken cancellation)
    {
        await SignInAsync(letter, cancellation);
        var group = GroupLink().Match(await visitor.GetAsync($"cohorts/{cohort}/groups?status=active", cancellation)).Groups[1].Value;
        var page = await visitor.GetAsync(group, cancellation);
        await visitor.PressAsync(Plain(NoteLink().Match(page)), [("note", "Handed over.")], cancellation);
        var way = Plain(HandOverLink().Match(page));
        var liaison = OfferedLiaison().Match(await visitor.GetAsync(way, cancellation)).Groups[1].Value;
        await visitor.PressAsync(way, [("liaison", liaison)], cancellation);
        await visitor.PressAsync("sign-out", [], cancellation);
    }

    async Task SignInAsync(Letter letter, CancellationToken cancellation)
    {
        var link = letter.Links.First(link => link.AbsolutePath.StartsWith("/sign-in/", StringComparison.Ordinal)).AbsolutePath;
        await visitor.GetAsync(link, cancellation);
        await visitor.PressAsync(link, [], cancellation);
    }

    static string Plain(Match link) => link.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>From the list of cohorts to a person's page, where a note is written.</summary>
    async Task LookAtSomebodyAsync(CancellationToken cancellation)
    {
        await visitor.GetAsync("cohorts", cancellation);
        var person = await FirstAsync("", cancellation);
        var page = await visitor.GetAsync(person, cancellation);
        var note = Plain(NoteLink().Match(page));
        await visitor.GetAsync(note, cancellation);
        await visitor.PressAsync(note, [("note", "Looked at.")], cancellation);
    }

    /// <summary>A file of one person, looked at and imported.</summary>
    async Task ImportAsync(CancellationToken cancellation)
    {
        await visitor.GetAsync($"cohorts/{cohort}/import", cancellation);
        using var file = new MultipartFormDataContent { { new StringContent(OnePerson), "file", "answers.csv" } };
        var preview = await visitor.FollowAsync(new(HttpMethod.Post, $"cohorts/{cohort}/import") { Content = file }, cancellation);
        var page = await visitor.GetAsync(preview, cancellation);
        await visitor.PressAsync(preview, [("sure", SureButton().Match(page).Groups[1].Value)], cancellation);
        await visitor.GetAsync(preview, cancellation);
    }

    /// <summary>Somebody who cannot be written to: nobody's partner changes by it.</summary>
    const string OnePerson = """
        Timestamp,Email Address,Full name,Country,Languages you can use
        2020-01-02 03:04:05,by post,Somebody Else,Peru,Spanish
        """;

    /// <summary>What is held of somebody who applied twice; they wish that it be erased.</summary>
    async Task EraseAsync(CancellationToken cancellation)
    {
        var person = await FirstAsync("elsewhere.example", cancellation);
        foreach (var page in new[] { "data", "data.json", "erase" }) await visitor.GetAsync($"{person}/{page}", cancellation);
        await visitor.PressAsync($"{person}/erase", [], cancellation);
    }

    async Task<string> FirstAsync(string search, CancellationToken cancellation) =>
        PersonLink().Match(await visitor.GetAsync($"cohorts/{cohort}/people?q={search}", cancellation)).Groups[1].Value;

    [GeneratedRegex("href=\"/(cohorts/[^\"/]+/people/[^\"/?]+)\"")]
    private static partial Regex PersonLink();

    [GeneratedRegex("href=\"/(cohorts/[^\"]+/do/note[^\"]*)\"")]
    private static partial Regex NoteLink();

    [GeneratedRegex("name=\"sure\" value=\"([^\"]+)\"")]
    private static partial Regex SureButton();

    [GeneratedRegex("href=\"/(cohorts/[^\"/]+/groups/[^\"/?]+)\"")]
    private static partial Regex GroupLink();

    [GeneratedRegex("href=\"/(cohorts/[^\"]+/do/hand-over[^\"]*)\"")]
    private static partial Regex HandOverLink();

    [GeneratedRegex("name=\"liaison\" value=\"([^\"]+)\"")]
    private static partial Regex OfferedLiaison();

    public async Task ReadMailboxAsync(Letter letter, CancellationToken cancellation)
    {
        foreach (var page in new[] { $"?key={mailboxKey}", "", $"/{letter.File}", $"/{letter.File}/html" })
            await visitor.GetAsync($"mailbox{page}", cancellation);
    }
}
