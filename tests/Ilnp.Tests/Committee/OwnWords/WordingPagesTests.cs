using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Committee.Acts;
using Ilnp.Mail.OwnWords;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.OwnWords;

/// <summary>A lead who puts a mail into the cohort's own words, and back.</summary>
public sealed partial class WordingPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    const string Good = "Hello {{ name }}, how are you and {{ partners }}?\n\n[Tell us]({{ url }})";

    [Fact]
    public async Task GivenALead_WhenSheSavesTwiceByOnePressAndGoesBack_ThenEachCountsOnceAndAllIsKept()
    {
        var (cohort, cookie) = await BeginAsync();
        var path = $"/cohorts/{cohort}/wording/pulse/en";
        var page = await PageAsync(path, cookie);
        Assert.Contains("The original counts.", page, StringComparison.Ordinal);
        var action = Action(page);

        var (first, again) = (await SaveAsync(action, cookie, Good), await SaveAsync(action, cookie, Good));
        var saved = await PageAsync(path, cookie);
        var back = await PostAsync(Action(saved), cookie, ("do", "wording-back"));
        var (now, list) = (await PageAsync(path, cookie), await PageAsync($"/cohorts/{cohort}/wording", cookie));

        Assert.Equal(
            (HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.Status, again.Status, back.Status));
        Assert.Equal($"{path}?done=wording-save", first.Html);
        Assert.Contains("Your own words count: version 1, by Zoë Müller", saved, StringComparison.Ordinal);
        Assert.Contains("The original counts.", now, StringComparison.Ordinal);
        Assert.Contains("Version 2: back to the original, by Zoë Müller", now, StringComparison.Ordinal);
        Assert.Contains(Good, await PageAsync($"{path}?version=1", cookie), StringComparison.Ordinal);
        Assert.DoesNotContain("your own words, by", list, StringComparison.Ordinal);
        Assert.Equal(2, (await web.Get<CommitteeActStore>().ListAllAsync(cohort, default)).Count);
        var audit = await PageAsync($"/cohorts/{cohort}/audit", cookie);
        Assert.Contains("changed a mail's words", audit, StringComparison.Ordinal);
        Assert.Contains("How is it going? (English)", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAMistake_WhenSaved_ThenItNamesLineAndPlaceholderAndWhatWasTypedStays()
    {
        var (cohort, cookie) = await BeginAsync();
        var page = await PageAsync($"/cohorts/{cohort}/wording/pulse/en", cookie);

        var (status, html) = await SaveAsync(Action(page), cookie, $"{Good}\n\nYours, {{{{ liaison_nam }}}}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Text, line 5: “liaison_nam” is no placeholder of this mail.", html, StringComparison.Ordinal);
        Assert.Contains("Yours, {{ liaison_nam }}", html, StringComparison.Ordinal);
        Assert.Empty(await web.Get<OwnWordingStore>().ListAsync(cohort, default));
        Assert.Empty(await web.Get<CommitteeActStore>().ListAllAsync(cohort, default));
    }

    [Fact]
    public async Task GivenTwoLeadsAtOnce_WhenTheSecondSaves_ThenBothTextsAreThereAndThePressAfterThatCounts()
    {
        var (cohort, cookie) = await BeginAsync();
        var path = $"/cohorts/{cohort}/wording/pulse/en";
        var (one, other) = (Action(await PageAsync(path, cookie)), Action(await PageAsync(path, cookie)));
        await SaveAsync(one, cookie, $"First. {Good}");

        var (status, html) = await SaveAsync(other, cookie, $"Second. {Good}");
        var (after, _) = await SaveAsync(Action(html), cookie, $"Both. {Good}");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (status, after));
        Assert.Contains("First. Hello", html, StringComparison.Ordinal);
        Assert.Contains("Second. Hello", html, StringComparison.Ordinal);
        Assert.Equal(
            ["Both.", "First."],
            (await web.Get<OwnWordingStore>().HistoryAsync(cohort, "pulse", "en", default))
                .Select(version => version.Words!.Body.Split(' ')[0]));
    }

    [Fact]
    public async Task GivenWhatIsTyped_WhenItIsPreviewed_ThenTheRealMailIsShownAndNothingIsSaved()
    {
        var (cohort, cookie) = await BeginAsync();
        var preview = $"/cohorts/{cohort}/wording/pulse/ar/preview";
        (string, string)[] words =
        [
            ("subject", "كيف الحال؟"),
            ("preheader", ""),
            ("why", "لأنك مشارك في {{ programme }}."),
            ("body", "مرحبًا {{ name }}\n\n[أجب]({{ url }}) {{ partners }}"),
        ];

        var (status, html) = await PostAsync(preview, cookie, words);
        var (_, text) = await PostAsync(preview, cookie, [.. words, ("as", "plain")]);
        var (_, wrong) = await PostAsync(preview, cookie, [.. words[..3], ("body", "{{ x }}")]);
        var (shown, original) = await CommitteeVisit.GetAsync(web, preview, cookie);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (status, shown));
        Assert.Contains("<bdi>Amina Diallo</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", html, StringComparison.Ordinal);
        Assert.StartsWith("كيف الحال؟", text, StringComparison.Ordinal);
        Assert.Contains("Text, line 1: “x” is no placeholder", wrong, StringComparison.Ordinal);
        Assert.Contains("Amina Diallo", original, StringComparison.Ordinal);
        Assert.Empty(await web.Get<OwnWordingStore>().ListAsync(cohort, default));
    }

    [Fact]
    public async Task GivenALiaisonOrAnUnknownMail_WhenOpened_ThenNothingIsShown()
    {
        var (cohort, lead) = await BeginAsync();
        var liaison = await CommitteeVisit.SignInAsync(web, cohort, "liaison");

        foreach (var path in new[] { "wording", "wording/pulse/en", "wording/pulse/en/preview" })
            Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/{path}", liaison)).Status);
        foreach (var path in new[] { "wording/pulses/en", "wording/pulse/xx", "wording/liaison-week/en", "wording/frame/en/preview" })
            Assert.Equal(
                (HttpStatusCode.SeeOther, $"/cohorts/{cohort}/wording"),
                await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/{path}", lead));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await PostAsync($"/cohorts/{cohort}/wording/pulse/en?press=1&about=0", liaison, ("do", "wording-back"))).Status);
        Assert.Empty(await web.Get<OwnWordingStore>().ListAsync(cohort, default));
    }

    [Fact]
    public async Task GivenEveryMail_WhenItsPageIsOpened_ThenItIsThereWithEveryPlaceholderSaid()
    {
        var (cohort, cookie) = await BeginAsync();
        var list = await PageAsync($"/cohorts/{cohort}/wording", cookie);
        var paths = MailPath().Matches(list).Select(match => match.Groups[1].Value)
            .Where(path => path.EndsWith("/en", StringComparison.Ordinal) || path.EndsWith("/ar", StringComparison.Ordinal)).ToList();

        Assert.Equal(2 * Ilnp.Tests.Mail.MailParts.Templates.ForParticipants.Count, paths.Count);
        foreach (var path in paths)
        {
            var page = await PageAsync(path, cookie);
            Assert.DoesNotContain("<dd>from the cohort's settings", page, StringComparison.Ordinal);
            Assert.True(page.Length < 100_000, path);
        }
    }

    [GeneratedRegex("href=\"(/cohorts/[^\"/]+/wording/[^\"]+)\"")]
    private static partial Regex MailPath();

    [GeneratedRegex("method=\"post\" action=\"(/cohorts[^\"]+)\"")]
    private static partial Regex ActionOf();

    static string Action(string page) => ActionOf().Match(page).Groups[1].Value;

    async Task<(string Cohort, string Cookie)> BeginAsync()
    {
        var cohort = await web.CohortAsync();
        return (cohort, await CommitteeVisit.SignInAsync(web, cohort));
    }

    Task<(HttpStatusCode Status, string Html)> SaveAsync(string action, string cookie, string body) => PostAsync(
        action, cookie, ("subject", "Our own subject"), ("preheader", ""), ("why", "You take part."),
        ("body", body.Replace("\n", "\r\n", StringComparison.Ordinal)), ("do", "wording-save"));

    async Task<string> PageAsync(string path, string cookie)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, path, cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        return Read(html);
    }

    async Task<(HttpStatusCode Status, string Html)> PostAsync(string path, string cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        return (
            answer.StatusCode,
            answer.Headers.Location?.OriginalString ?? (path.EndsWith("/preview", StringComparison.Ordinal) ? html : Read(html)));
    }

    /// <summary>Nothing is escaped, and names are not set apart.</summary>
    static string Read(string html) =>
        WebUtility.HtmlDecode(html).Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal);
}
