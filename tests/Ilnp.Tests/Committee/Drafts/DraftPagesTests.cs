using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ilnp.Committee.Drafts;
using Ilnp.Local.Running;
using Ilnp.Mail.Holds;
using Ilnp.Mail.OwnWords;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Drafts;

/// <summary>A new cohort, from the press that prepares it to the press that starts it.</summary>
public sealed class DraftPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenALead_WhenSheSavesWhatThePageShows_ThenNothingChanges()
    {
        var (_, cookie, path) = await PreparedAsync();
        var (_, page) = await CommitteeVisit.GetAsync(web, path, cookie);
        var (_, before) = await CommitteeVisit.GetAsync(web, $"{path}/file", cookie);

        var (status, to) = await PostAsync(path, cookie, Fields(page));

        Assert.Equal((HttpStatusCode.SeeOther, $"{path}?done=saved"), (status, to));
        var (_, after) = await CommitteeVisit.GetAsync(web, $"{path}/file", cookie);
        Assert.Empty(
            Ilnp.Cohort.SettingsDifference.Of(AppParts.SettingsFile.Parse(after).Settings!, AppParts.SettingsFile.Parse(before).Settings!));
        Assert.Contains("Everything is there.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenASwitch_WhenItIsTickedAndUnticked_ThenTheSettingsSayYesAndNo()
    {
        var (_, cookie, path) = await PreparedAsync();
        var (_, page) = await CommitteeVisit.GetAsync(web, path, cookie);
        Assert.DoesNotContain(Fields(page), field => field == ("mailings.hold", "true"));

        await PostAsync(path, cookie, Fields(page, ("mailings.hold", ""), ("mailings.hold", "true")));
        var (_, ticked) = await CommitteeVisit.GetAsync(web, path, cookie);
        var (_, yes) = await CommitteeVisit.GetAsync(web, $"{path}/file", cookie);
        await PostAsync(path, cookie, Fields(ticked, ("mailings.hold", "")));
        var (_, no) = await CommitteeVisit.GetAsync(web, $"{path}/file", cookie);

        Assert.Contains(("mailings.hold", "true"), Fields(ticked));
        Assert.True(AppParts.SettingsFile.Parse(yes).Settings!.Of<MailingSettings>().Hold);
        Assert.False(AppParts.SettingsFile.Parse(no).Settings!.Of<MailingSettings>().Hold);
    }

    [Fact]
    public async Task GivenMistakes_WhenSaved_ThenTheyAreKeptAndAllNamedByTheirFields()
    {
        var (_, cookie, path) = await PreparedAsync();
        var (_, page) = await CommitteeVisit.GetAsync(web, path, cookie);

        var (_, to) = await PostAsync(
            path, cookie, Fields(page, ("capacityPairs", "a few"), ("dates.midSurvey", "2020-01-01"), ("timeZone", "Nowhere")));
        var (_, shown) = await CommitteeVisit.GetAsync(web, to, cookie);
        var (start, _) = await CommitteeVisit.GetAsync(web, $"{path}/start", cookie);

        var problems = Parse(shown).QuerySelectorAll("#problems li").Select(problem => problem.TextContent.Trim());
        Assert.Collection(
            problems.Order(StringComparer.Ordinal),
            problem => Assert.StartsWith("Half-way survey: 2020-01-01 must come after Introductions", problem, StringComparison.Ordinal),
            problem => Assert.Equal("Pairs at most: \"a few\" is not a whole number.", problem),
            problem => Assert.StartsWith("Time zone: \"Nowhere\" is not a time zone", problem, StringComparison.Ordinal));
        Assert.All(
            Parse(shown).QuerySelectorAll("#problems a"), link => Assert.NotNull(Parse(shown).QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("a few", Fields(shown).Single(field => field.Name == "capacityPairs").Value);
        Assert.Equal(HttpStatusCode.SeeOther, start);
    }

    [Fact]
    public async Task GivenTwoLeads_WhenBothSave_ThenTheSecondLosesNothingAndSeesWhoWasFirst()
    {
        var (_, cookie, path) = await PreparedAsync();
        var (_, page) = await CommitteeVisit.GetAsync(web, path, cookie);
        await PostAsync(path, cookie, Fields(page, ("name", "Ada's")));

        var (status, shown) = await PostAsync(path, cookie, Fields(page, ("name", "Ben's")));
        var kept = (await web.Get<DraftStore>().FindAsync(path.Split('/')[^1]))!.Value;
        var (again, _) = await PostAsync(path, cookie, Fields(shown));

        Assert.Equal((HttpStatusCode.Conflict, "Ben's"), (status, Fields(shown).Single(field => field.Name == "name").Value));
        Assert.Contains("saved this draft while you were writing", shown, StringComparison.Ordinal);
        Assert.Equal("Ada's", SettingsDocument.Parse(kept.Settings).Text("name"));
        Assert.Equal(HttpStatusCode.SeeOther, again);
        Assert.Equal("Ben's", SettingsDocument.Parse((await web.Get<DraftStore>().FindAsync(kept.Id))!.Value.Settings).Text("name"));
    }

    [Fact]
    public async Task GivenASessionThatEnded_WhenALongFormIsSent_ThenWhatWasTypedIsThereAfterSigningInAgain()
    {
        var (_, cookie, path) = await PreparedAsync();
        var (_, page) = await CommitteeVisit.GetAsync(web, path, cookie);
        var typed = Fields(page, ("name", "Typed for <b>an hour</b>"));

        var (status, kept) = await PostAsync(path, null, typed);
        var (sent, _) = await PostAsync(path, cookie, Fields(kept));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.SeeOther), (status, sent));
        Assert.Equal(typed.Order(), Fields(kept).Order());
        Assert.Equal(
            "Typed for <b>an hour</b>",
            SettingsDocument.Parse((await web.Get<DraftStore>().FindAsync(path.Split('/')[^1]))!.Value.Settings).Text("name"));
    }

    [Fact]
    public async Task GivenADraft_WhenStarted_ThenItsCohortIsThereOnceAndTheDraftIsGone()
    {
        var (last, cookie, path) = await PreparedAsync();
        await web.Get<OwnWordingStore>().TryReplaceAsync(
            null,
            new()
            {
                CohortId = last,
                Template = "pulse",
                Language = "en",
                Version = 7,
                MemberId = "lead",
                At = web.Clock.Now,
                Words = new("Our own", "", "why", "[x]({{ url }})"),
            },
            default);
        web.Get<OwnWordings>().Forget(last);
        var (_, page) = await CommitteeVisit.GetAsync(web, $"{path}/start", cookie);
        var id = SettingsDocument.Parse((await web.Get<DraftStore>().FindAsync(path.Split('/')[^1]))!.Value.Settings).Text("id");
        Assert.Contains("Our own", (await CommitteeVisit.GetAsync(web, $"{path}/mails", cookie)).Html, StringComparison.Ordinal);

        var (unseen, back) = await PostAsync($"{path}/start", cookie, [("version", "another")]);
        Assert.Null(await web.Get<CohortStore>().FindAsync(id));
        var (started, to) = await PostAsync($"{path}/start", cookie, Fields(page));
        var (again, _) = await PostAsync($"{path}/start", cookie, Fields(page));

        Assert.Equal((HttpStatusCode.SeeOther, $"{path}/start"), (unseen, back));
        Assert.Equal((HttpStatusCode.SeeOther, $"/cohorts/{id}", HttpStatusCode.NotFound), (started, to, again));
        Assert.Equal(
            ("Our own", 1),
            Assert.Single(await web.Get<OwnWordingStore>().ListAsync(id, default)) is var own
                ? (own.Words!.Subject, own.Version)
                : default);
        Assert.NotNull(await web.Durable.GetInstanceAsync(InstanceIds.Cohort(id)));
        Assert.Null(await web.Get<DraftStore>().FindAsync(path.Split('/')[^1]));
    }

    [Fact]
    public async Task GivenAStartThatEndedHalfWay_WhenPressedAgain_ThenItEnds()
    {
        var (_, cookie, path) = await PreparedAsync();
        var (_, page) = await CommitteeVisit.GetAsync(web, $"{path}/start", cookie);
        var settings = AppParts.SettingsFile.Parse((await web.Get<DraftStore>().FindAsync(path.Split('/')[^1]))!.Value.Settings).Settings!;
        await web.Get<CohortStore>().TryAddAsync(settings);

        var (started, to) = await PostAsync($"{path}/start", cookie, Fields(page));

        Assert.Equal((HttpStatusCode.SeeOther, $"/cohorts/{settings.Id}"), (started, to));
        Assert.NotNull(await web.Durable.GetInstanceAsync(InstanceIds.Cohort(settings.Id)));
    }

    [Fact]
    public async Task GivenDaysThatHavePassedAndAnotherCohortsId_WhenLookedAt_ThenBothAreSaidBeforeAnyPress()
    {
        var (cohort, cookie, path) = await PreparedAsync();
        var (_, page) = await CommitteeVisit.GetAsync(web, path, cookie);
        await PostAsync(path, cookie, Fields(page, ("dates.announce", "2020-04-01")));
        var (_, start) = await CommitteeVisit.GetAsync(web, $"{path}/start", cookie);
        (_, page) = await CommitteeVisit.GetAsync(web, path, cookie);
        await PostAsync(path, cookie, Fields(page, ("id", cohort)));
        var (_, taken) = await CommitteeVisit.GetAsync(web, path, cookie);

        Assert.Contains("Announcement: 2020-04-01 has passed: the announcement is mailed at once.", start, StringComparison.Ordinal);
        Assert.Contains("Start it even so", start, StringComparison.Ordinal);
        Assert.Contains($"There is a cohort with the id {cohort} already.", taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenADraftInNineLanguages_WhenItsMailsAreRead_ThenEachIsThereInEachWithItsDays()
    {
        var (_, cookie, path) = await PreparedAsync();
        var settings = AppParts.SettingsFile.Parse((await web.Get<DraftStore>().FindAsync(path.Split('/')[^1]))!.Value.Settings).Settings!;

        var (status, page) = await CommitteeVisit.GetAsync(web, $"{path}/mails", cookie);
        var links = Parse(page).QuerySelectorAll(".ways a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal((HttpStatusCode.OK, 10 * settings.Languages.Count), (status, links.Count));
        foreach (var link in links)
        {
            var (shown, mail) = await CommitteeVisit.GetAsync(web, link, cookie);
            Assert.Equal((HttpStatusCode.OK, link.Split('/')[^1]), (shown, Parse(mail).DocumentElement.GetAttribute("lang")));
            if (link.Contains("/availability/", StringComparison.Ordinal))
                Assert.Contains(
                    DateText.Day(settings.Dates.Introduce, link.Split('/')[^1]), Parse(mail).Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, $"{path}/mails/nothing/en", cookie)).Status);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2099-12-31")]
    [InlineData("2000-01-01")]
    public async Task GivenADayOfAnotherAge_WhenSaved_ThenThePageStillStands(string day)
    {
        var (_, cookie, path) = await PreparedAsync();
        var (_, page) = await CommitteeVisit.GetAsync(web, path, cookie);

        var (_, to) = await PostAsync(path, cookie, Fields(page, ("dates.introduce", day)));
        var (status, shown) = await CommitteeVisit.GetAsync(web, to, cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(
            Parse(shown).QuerySelectorAll("#problems li"), problem => problem.TextContent.Contains(day, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"name\": ", "The file is not JSON")]
    [InlineData("{ \"name\": \"a\", \"Name\": \"b\" }", "name: is there 2 times.")]
    [InlineData("[1]", "a group of settings in { } is expected")]
    [InlineData("", "No file was chosen")]
    [InlineData("\"\u00ff", "is not in UTF-8")]
    public async Task GivenAFileThatIsNone_WhenChosen_ThenItIsSaidAndTheDraftStays(string content, string said)
    {
        var (_, cookie, path) = await PreparedAsync();
        var (_, before) = await CommitteeVisit.GetAsync(web, $"{path}/file", cookie);

        var (status, page) = await ChooseAsync(path, cookie, Encoding.Latin1.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(said, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(before, (await CommitteeVisit.GetAsync(web, $"{path}/file", cookie)).Html);
    }

    [Fact]
    public async Task GivenASettingsFile_WhenChosen_ThenTheFormHasWhatItSays()
    {
        var (_, cookie, path) = await PreparedAsync();

        var (status, to) = await ChooseAsync(
            path,
            cookie,
            [
                .. "\uFEFF{ \"Name\": \"From a file\", /* comment */ \"dates\": { \"announce\": \"2021-03-01\" }, "u8,
                .. "\"matching\": { \"spread\": \"7\" }, }"u8,
            ]);
        var (_, page) = await CommitteeVisit.GetAsync(web, to, cookie);
        await PostAsync(path, cookie, Fields(page));
        var (_, file) = await CommitteeVisit.GetAsync(web, $"{path}/file", cookie);

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Equal("From a file", Fields(page).Single(field => field.Name == "name").Value);
        Assert.Equal(
            ("From a file", "2021-03-01", "7"),
            (
                SettingsDocument.Parse(file).Text("name"),
                SettingsDocument.Parse(file).Text("dates.announce"),
                SettingsDocument.Parse(file).Text("matching.spread")));
    }

    [Fact]
    public async Task GivenOthers_WhenTheyTry_ThenTheyPrepareNothingAndSeeNothing()
    {
        var (cohort, _, path) = await PreparedAsync();
        var liaison = await CommitteeVisit.SignInAsync(web, cohort, "liaison");
        var stranger = await CommitteeVisit.SignInAsync(web, await web.CohortAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("/drafts", liaison, [])).Status);
        Assert.DoesNotContain(
            "Prepare a new cohort", (await CommitteeVisit.GetAsync(web, "/cohorts", liaison)).Html, StringComparison.Ordinal);
        foreach (var cookie in new[] { liaison, stranger })
            foreach (var page in new[] { "", "/file", "/start" })
                Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, path + page, cookie)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"{path}/discard", stranger, [])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, path, null)).Status);
        Assert.NotNull(await web.Get<DraftStore>().FindAsync(path.Split('/')[^1]));
    }

    [Fact]
    public async Task GivenNoCommitteeYet_WhenTheFirstCohortsLinkIsPressed_ThenItOpensThatDraftAloneAndCanBeStarted()
    {
        var link = (await web.Get<FirstDraft>().LinkAsync()).PathAndQuery;
        await web.Get<FirstDraft>().LinkAsync();
        Assert.Single(await web.Get<DraftStore>().ListAsync(), draft => draft.Owner.Length == 0);
        using var pressed = await web.Client.PostAsync(link, null);
        var (path, cookie) = (pressed.Headers.Location!.OriginalString, pressed.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        var (_, other, others) = await PreparedAsync();
        var id = $"c{Guid.NewGuid():N}"[..12];

        var (_, page) = await CommitteeVisit.GetAsync(web, path, cookie);
        await PostAsync(path, cookie, Fields(
            page, ("id", id), ("name", "The first"), ("timeZone", "Asia/Colombo"), ("capacityPairs", "5"),
            ("committee.0.name", "Ada"), ("committee.0.email", $"ada@{id}.example"),
            ("committee.0.roles", "lead"), ("committee.0.roles", "liaison"), ("committee.0.load", "5")));
        var (_, start) = await CommitteeVisit.GetAsync(web, $"{path}/start", cookie);
        Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, others, cookie)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, path, other)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, $"/cohorts/{(await PreparedAsync()).Cohort}", cookie)).Status);
        var (started, told) = await PostAsync($"{path}/start", cookie, Fields(start));

        Assert.Equal(HttpStatusCode.OK, started);
        Assert.Contains("The cohort is started", told, StringComparison.Ordinal);
        Assert.Equal("Ada", (await web.Get<CohortStore>().GetAsync(id)).Leads.Single().Name);
        Assert.StartsWith("/sign-in", (await CommitteeVisit.GetAsync(web, path, cookie)).Html, StringComparison.Ordinal);
    }

    /// <summary>A lead's draft, copied from a cohort of her own.</summary>
    async Task<(string Cohort, string Cookie, string Path)> PreparedAsync()
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P1", "Zoë Müller", "DE", Standing.Active));
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var (status, path) = await PostAsync("/drafts", cookie, []);
        Assert.Equal(HttpStatusCode.SeeOther, status);
        return (cohort, cookie, path);
    }

    static IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);

    /// <summary>What a browser would send for the page's first form, with some fields otherwise.</summary>
    static IReadOnlyList<(string Name, string Value)> Fields(string page, params IReadOnlyList<(string Name, string Value)> otherwise)
    {
        var form = Parse(page).Forms.First(form => form.Elements.Any());
        var shown = form.Elements.OfType<IHtmlInputElement>().Where(input =>
            input.Name is { Length: > 0 } && (input.Type != "checkbox" || input.IsChecked)).Select(input => (input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(select => (select.Name!, select.Value ?? "")));
        return [.. shown.Where(field => otherwise.All(other => other.Name != field.Item1)), .. otherwise];
    }

    async Task<(HttpStatusCode Status, string Html)> ChooseAsync(string path, string cookie, byte[] file)
    {
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { part, "file", "cohort.json" } };
        return await SendAsync(new(HttpMethod.Post, $"{path}/file") { Content = form }, cookie);
    }

    Task<(HttpStatusCode Status, string Html)> PostAsync(string path, string? cookie, IEnumerable<(string Name, string Value)> fields) =>
        SendAsync(
            new(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            }, cookie);

    async Task<(HttpStatusCode Status, string Html)> SendAsync(HttpRequestMessage request, string? cookie)
    {
        using (request)
        {
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            using var answer = await web.Client.SendAsync(request);
            return (
                answer.StatusCode,
                answer.StatusCode == HttpStatusCode.SeeOther
                    ? answer.Headers.Location!.OriginalString
                    : await answer.Content.ReadAsStringAsync());
        }
    }
}
