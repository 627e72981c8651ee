using System.Text.RegularExpressions;
using Ilnp.Intake.Answers;
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
        foreach (var page in new[]
        {
            "", "/groups", "/people", "/assignments", "/matching", "/matching?apart=G002&try=1", "/audit", "/audit/file", "/hand-over",
            "/mails-in-doubt",
        })
            await visitor.GetAsync($"cohorts/{cohort}{page}", cancellation);
        foreach (var page in new[] { "health/live", "health/ready", "health" }) await visitor.GetAsync(page, cancellation);
        await visitor.PressAsync($"cohorts/{cohort}/matching", [("apart", "G002")], cancellation);
        await visitor.PressAsync($"cohorts/{cohort}/mails-in-doubt/none?about=1", [("do", "mail-left")], cancellation);
        await LookAtMailingsAsync(cancellation);
        await LookAtSomebodyAsync(cancellation);
        await ImportAsync(cancellation);
        await PrepareNextAsync(cancellation);
        await EraseAsync(cancellation);
        await visitor.PressAsync("sign-out", [], cancellation);
    }

    /// <summary>
    /// By the mailed link; people have a day longer to apply, a message for a round that is not here is taken in, and signs out.
    /// </summary>
    public async Task MoveDeadlineAsync(Letter letter, DateOnly to, CancellationToken cancellation)
    {
        await SignInAsync(letter, cancellation);
        await PressAtAsync($"cohorts/{cohort}/dates", [("applicationsClose", $"{to:yyyy-MM-dd}"), ("sure", "yes")], cancellation);
        var stray = StrayLink().Match(await visitor.GetAsync($"cohorts/{cohort}/questions", cancellation)).Groups[1].Value;
        await PressAtAsync(stray, [("do", "stray-take-in")], cancellation);
        await visitor.PressAsync("sign-out", [], cancellation);
    }

    /// <summary>
    /// By the mailed link; writes a note about the first group that runs, hands it to the liaison with most
    /// room, and settles what was not understood.
    /// </summary>
    public async Task HandOverAsync(Letter letter, CancellationToken cancellation)
    {
        await SignInAsync(letter, cancellation);
        var group = GroupLink().Match(await visitor.GetAsync($"cohorts/{cohort}/groups?status=active", cancellation)).Groups[1].Value;
        var page = await visitor.GetAsync(group, cancellation);
        await visitor.PressAsync(Plain(NoteLink().Match(page)), [("note", "Handed over.")], cancellation);
        var way = Plain(HandOverLink().Match(page));
        var liaison = OfferedLiaison().Match(await visitor.GetAsync(way, cancellation)).Groups[1].Value;
        await visitor.PressAsync(way, [("liaison", liaison)], cancellation);
        await SettleAsync(cancellation);
        await SayAsync(cancellation);
        await LookAtWordsAsync(cancellation);
        await LookAroundAsync(cancellation);
        await visitor.GetAsync($"cohorts/{cohort}/stories", cancellation);
        await visitor.PressAsync($"cohorts/{cohort}/stories/none", [], cancellation); // nobody has written yet
        await visitor.GetLostAsync($"cohorts/{cohort}/stories/none/picture", cancellation);
        await ChangeCommitteeAsync(cancellation);
        await visitor.PressAsync("sign-out", [], cancellation);
    }

    /// <summary>What goes to many, of which nothing is held, and what spreads the word.</summary>
    async Task LookAtMailingsAsync(CancellationToken cancellation)
    {
        foreach (var page in new[]
        {
            "mailings", "mailings/report", "mail-previews/pulse/en", "spread", "spread/en", "spread/en/flyer/a4",
            "spread/en/picture/square", "reach.svg", "reach.png",
        })
            await visitor.GetAsync($"cohorts/{cohort}/{page}", cancellation);
        await visitor.PressAsync($"cohorts/{cohort}/mailings/report", [("do", "none")], cancellation);
    }

    /// <summary>A question that says nothing of anybody is left out, the form's secret looked at, and a message tried.</summary>
    async Task SayAsync(CancellationToken cancellation)
    {
        var list = await visitor.GetAsync($"cohorts/{cohort}/questions", cancellation);
        await PressAtAsync(QuestionLink().Match(list).Groups[1].Value, [("say", "leave-out")], cancellation);
        await PressAtAsync($"cohorts/{cohort}/form-secrets/google-forms", [("do", "secret-look")], cancellation);
        foreach (var page in new[] { "trial-message", "form-notes" }) await visitor.GetAsync($"cohorts/{cohort}/{page}", cancellation);
        await visitor.PressAsync($"cohorts/{cohort}/trial-message", [("service", "google-forms"), ("last", "1")], cancellation);
    }

    /// <summary>A mail's words, which stay as they are.</summary>
    async Task LookAtWordsAsync(CancellationToken cancellation)
    {
        var page = $"cohorts/{cohort}/wording/own-page/en";
        await visitor.GetAsync($"cohorts/{cohort}/wording", cancellation);
        await visitor.GetAsync($"{page}/preview", cancellation);
        await PressAtAsync(page, [("do", "wording-back")], cancellation);
    }

    /// <summary>Pages on which nothing is pressed.</summary>
    async Task LookAroundAsync(CancellationToken cancellation)
    {
        string[] pages =
        [
            "wording/topics", "mailings", "mailings/availability", "mail-previews/availability/en", "spread", "spread/en",
            "spread/en/flyer/a4", "reach.svg", "shared",
        ];
        await visitor.GetAsync(
            CalendarLink().Match(await visitor.GetAsync($"cohorts/{cohort}/committee", cancellation)).Groups[1].Value, cancellation);
        foreach (var page in pages) await visitor.GetAsync($"cohorts/{cohort}/{page}", cancellation);
        await visitor.PressAsync($"cohorts/{cohort}/shared", [], cancellation); // there is no drive: nothing is written
    }

    public async Task SignInAsync(Letter letter, CancellationToken cancellation)
    {
        var link = letter.Links.First(link => link.AbsolutePath.StartsWith("/sign-in/", StringComparison.Ordinal)).AbsolutePath;
        await visitor.GetAsync(link, cancellation);
        await visitor.PressAsync(link, [], cancellation);
    }

    static string Plain(Match link) => link.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Somebody joins, is changed, is away and leaves; nobody's groups change by it.</summary>
    async Task ChangeCommitteeAsync(CancellationToken cancellation)
    {
        (string, string)[] guest =
            [("name", "Short Guest"), ("email", "guest@committee.example"), ("roles", "liaison"), ("load", "1"), ("sure", "yes")];
        await PressOfCommitteeAsync("new", guest, cancellation);
        await PressOfCommitteeAsync("short-guest/change", [.. guest, ("roles", "marketing")], cancellation);
        await PressOfCommitteeAsync("short-guest/absence", [("back", "yes")], cancellation);
        await PressOfCommitteeAsync("short-guest/leave", [("sure", "yes")], cancellation);
        await ChooseIntroductionsAsync(cancellation);
        await visitor.PressAsync($"cohorts/{cohort}/committee/go-on", [("press", "none")], cancellation);
    }

    /// <summary>The lead looks after groups too, and goes on getting a copy of each introduction after all.</summary>
    async Task ChooseIntroductionsAsync(CancellationToken cancellation)
    {
        foreach (var how in new[] { "weekly", "each" })
        {
            var page = await visitor.GetAsync($"cohorts/{cohort}/committee", cancellation);
            await visitor.PressAsync(Plain(IntroductionsForm().Match(page)), [("how", how)], cancellation);
        }
    }

    async Task PressOfCommitteeAsync(string path, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellation)
    {
        var page = await visitor.GetAsync($"cohorts/{cohort}/committee", cancellation);
        var way = Plain(CommitteeLink().Matches(page).First(link => link.Groups[2].Value == path));
        await visitor.GetAsync(way, cancellation);
        await visitor.PressAsync(way, fields, cancellation);
    }

    /// <summary>From the list of cohorts to a person's page, where a note is written.</summary>
    async Task LookAtSomebodyAsync(CancellationToken cancellation)
    {
        await visitor.GetAsync("cohorts", cancellation);
        var person = await FirstAsync("", cancellation);
        var page = await visitor.GetAsync(person, cancellation);
        var note = Plain(NoteLink().Match(page));
        await visitor.GetAsync(note, cancellation);
        await visitor.PressAsync(note, [("note", "Looked at.")], cancellation);
        await NoteManyAsync(person.Split('/')[^1], cancellation);
    }

    /// <summary>The same note about as many as are ticked: one.</summary>
    async Task NoteManyAsync(string person, CancellationToken cancellation)
    {
        var page = await visitor.GetAsync($"cohorts/{cohort}/bulk?do=note&of=ticked&who={person}", cancellation);
        var fields = new Dictionary<string, string>
        {
            ["do"] = "note",
            ["shown"] = DryRunMoment().Match(page).Groups[1].Value,
            ["ids"] = person,
            ["note"] = "Looked at with others.",
        };
        var result = await visitor.FollowAsync(
            new(HttpMethod.Post, $"cohorts/{cohort}/bulk") { Content = new FormUrlEncodedContent(fields) }, cancellation);
        await visitor.GetAsync(result, cancellation);
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

    /// <summary>The next cohort, as a draft that is thrown away: started, it would run for months more.</summary>
    async Task PrepareNextAsync(CancellationToken cancellation)
    {
        var draft = await visitor.FollowAsync(new(HttpMethod.Post, "drafts"), cancellation);
        foreach (var page in new[] { "", "/file", "/start", "/mails", "/mails/pulse/en" })
            await visitor.GetAsync($"{draft}{page}", cancellation);
        var version = DraftVersion().Match(await visitor.GetAsync(draft, cancellation)).Groups[1].Value;
        await visitor.PressAsync(draft, [("version", System.Net.WebUtility.HtmlDecode(version)), ("name", "Next")], cancellation);
        await visitor.PressAsync($"{draft}/start", [("version", "old")], cancellation);
        using var file = new MultipartFormDataContent { { new StringContent("{ \"name\": \"Next\" }"), "file", "cohort.json" } };
        await visitor.SendAsync(new(HttpMethod.Post, $"{draft}/file") { Content = file }, cancellation);
        await visitor.PressAsync($"{draft}/discard", [], cancellation);
    }

    /// <summary>
    /// What of it was not understood: the country is left out, so that nobody's partner changes, and there is an address.
    /// </summary>
    async Task SettleAsync(CancellationToken cancellation)
    {
        var word = new UnclearWord(WordKind.Country, ApplicationField.Country, "Wakonda", "", 0);
        await visitor.GetAsync($"cohorts/{cohort}/duplicates", cancellation);
        var list = await visitor.GetAsync($"cohorts/{cohort}/unknown", cancellation);
        await PressAtAsync($"cohorts/{cohort}/unknown/words/{word.WordId}", [("say", "leave-out")], cancellation);
        await PressAtAsync(AddressLink().Match(list).Groups[1].Value, [("email", "by.post@library.example")], cancellation);
        await PressAtAsync(MessageLink().Match(list).Groups[1].Value, [("do", "read-again")], cancellation);
        await PressAtAsync(MessageLink().Match(list).Groups[1].Value, [("do", "seen")], cancellation);
    }

    /// <summary>At the address that a page's form names.</summary>
    public async Task PressAtAsync(string page, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellation) =>
        await visitor.PressAsync(Plain(FormAction().Match(await visitor.GetAsync(page, cancellation))), fields, cancellation);

    /// <summary>Somebody who cannot be written to: nobody's partner changes by it.</summary>
    const string OnePerson = """
        Timestamp,Email Address,Full name,Country,Languages you can use
        2020-01-02 03:04:05,by post,Somebody Else,Wakonda,Spanish
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

    [GeneratedRegex("action=\"/(cohorts/[^\"]+/introductions[^\"]*)\"")]
    private static partial Regex IntroductionsForm();

    [GeneratedRegex("href=\"/(cohorts/[^\"/]+/people/[^\"/?]+)\"")]
    private static partial Regex PersonLink();

    [GeneratedRegex("href=\"/(cohorts/[^\"]+/do/note[^\"]*)\"")]
    private static partial Regex NoteLink();

    [GeneratedRegex("href=\"/(cohorts/[^\"/]+/committee/([a-z-]+(?:/[a-z]+)?)[?][^\"]*)\"")]
    private static partial Regex CommitteeLink();

    [GeneratedRegex("href=\"/(cohorts/[^\"]+/questions/[^\"]+)\"")]
    private static partial Regex QuestionLink();

    [GeneratedRegex("href=\"/(cohorts/[^\"]+/stray-messages/[^\"]+)\"")]
    private static partial Regex StrayLink();

    [GeneratedRegex("name=\"shown\" value=\"([^\"]+)\"")]
    private static partial Regex DryRunMoment();

    [GeneratedRegex("name=\"version\" value=\"([^\"]+)\"")]
    private static partial Regex DraftVersion();

    [GeneratedRegex("href=\"/(cohorts/[^\"]+/unknown/addresses/[^\"]+)\"")]
    private static partial Regex AddressLink();

    [GeneratedRegex("href=\"/(cohorts/[^\"]+/unknown/messages/[^\"]+)\"")]
    private static partial Regex MessageLink();

    [GeneratedRegex("value=\"[^\"]*/(calendars/[^\"]+/days[.]ics)\"")]
    private static partial Regex CalendarLink();

    [GeneratedRegex("action=\"/(cohorts/[^\"]+)\"")]
    private static partial Regex FormAction();

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
