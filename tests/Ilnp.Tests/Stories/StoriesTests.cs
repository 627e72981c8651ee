using System.Net;
using AngleSharp.Html.Parser;
using Ilnp.Committee.Acts;
using Ilnp.Mail;
using Ilnp.Rights;
using Ilnp.Stories;
using Ilnp.Stories.Questions;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Stories;

/// <summary>
/// Words for others, from their author to everybody and back; the page shows all cohorts, so that its storage is its own.
/// </summary>
public sealed class StoriesTests(FreshWebHostFixture web) : IClassFixture<FreshWebHostFixture>, IAsyncLifetime
{
    StoryVisit visit = null!;
    string lead = "";

    public async Task InitializeAsync()
    {
        visit = await StoryVisit.BeginAsync(web);
        lead = await CommitteeVisit.SignInAsync(web, visit.Cohort);
    }

    /// <summary>The next test finds the page empty.</summary>
    public async Task DisposeAsync()
    {
        foreach (var person in new[] { "P1", "P2" }) await web.Get<PersonRecords>().EraseAsync(new(visit.Cohort, person), default);
        Assert.Empty(await visit.ReadAsync());
    }

    [Fact]
    public async Task GivenWordsWithAName_WhenTheCommitteeShowsThem_ThenAndOnlyThenEverybodyReadsThem()
    {
        Assert.Contains("Write something", await visit.CardAsync("P1"), StringComparison.Ordinal);
        await visit.TellAsync("P1", Telling.Named, "It was <b>good</b>.", (Telling.Signed, "Wanjiru K."), (Telling.Language, "en"));
        Assert.Empty(await visit.ReadAsync());
        Assert.Contains("wait for the committee", await visit.CardAsync("P1"), StringComparison.Ordinal);

        await visit.ShowAsync(lead);

        Assert.Equal("It was <b>good</b>. Wanjiru K. · ILNP Spring 2020", Assert.Single(await visit.ReadAsync()));
        Assert.Contains("on the public page", await visit.CardAsync("P1"), StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(await web.Client.GetStringAsync("/stories?lang=ar"));
        Assert.Equal(("ar", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        var words = page.QuerySelector("article p")!;
        Assert.Equal(("en", "ltr"), (words.GetAttribute("lang"), words.GetAttribute("dir")));
        Assert.Equal("/stories/feed?lang=ar", page.QuerySelector("link[rel=alternate]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task GivenWordsWithoutAName_WhenShown_ThenNothingOnThePageNamesTheirAuthor()
    {
        await visit.TellAsync("P1", Telling.Unnamed, "It was good.", (Telling.Signed, "Wanjiru K."));
        await visit.ShowAsync(lead);
        Assert.Equal("It was good. Somebody who took part · ILNP Spring 2020", Assert.Single(await visit.ReadAsync()));
        Assert.DoesNotContain("Wanjiru", await web.Client.GetStringAsync("/stories"), StringComparison.Ordinal);
        Assert.DoesNotContain("P1", await web.Client.GetStringAsync("/stories/feed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenShownWords_WhenTheirAuthorTakesThemBack_ThenTheyAreGoneAtOnceAndTheCoordinatorHears()
    {
        var (link, _) = await visit.TellAsync("P1", Telling.Unnamed, "It was good.", (Telling.Title, "A year"));
        await visit.ShowAsync(lead);
        Assert.Single(await visit.ReadAsync());

        Assert.Equal(HttpStatusCode.SeeOther, await visit.PostAsync(link, Telling.No, "It was good."));

        Assert.Empty(await visit.ReadAsync());
        Assert.Empty((await visit.DeskAsync(lead)).QuerySelectorAll("article"));
        Assert.Contains("Nothing of yours is shown", await visit.CardAsync("P1"), StringComparison.Ordinal);
        var mail = Assert.Single(await DraftsAsync());
        Assert.Equal($"web@{visit.Cohort}.example", mail.To[0].Address);
        Assert.Contains("taken back", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("A year", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenShownWords_WhenTheirAuthorChangesThem_ThenTheyLeaveThePageUntilTheyAreSeenAnew()
    {
        var (link, _) = await visit.TellAsync("P1", Telling.Unnamed);
        await visit.ShowAsync(lead);
        Assert.Contains("they leave it at once", await web.Client.GetStringAsync(link), StringComparison.Ordinal);

        await visit.PostAsync(link, Telling.Unnamed, "It was better.");
        Assert.Empty(await visit.ReadAsync());
        await visit.ShowAsync(lead);
        Assert.StartsWith("It was better.", Assert.Single(await visit.ReadAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenWordsThatAreChangedWhileAMemberReads_WhenTheMemberPresses_ThenNothingIsShown()
    {
        var (link, _) = await visit.TellAsync("P1", Telling.Unnamed);
        var way = await visit.WayAsync(lead);
        await visit.PostAsync(link, Telling.Unnamed, "Not what was read.");

        var (status, html) = await visit.PressAsync(way, lead, "story-show");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Nothing was done by your press", html, StringComparison.Ordinal);
        Assert.Empty(await visit.ReadAsync());
        Assert.Empty(await web.Get<CommitteeActStore>().ListAsync(visit.Cohort, "P1"));
    }

    [Fact]
    public async Task GivenTwoOfTheCommittee_WhenTheyPressDifferentlyAtOnce_ThenOneDecidesAndTheOtherReadsWho()
    {
        await visit.TellAsync("P1", Telling.Unnamed);
        var web2 = await CommitteeVisit.SignInAsync(web, visit.Cohort, "web");
        var ways = new[] { await visit.WayAsync(lead), await visit.WayAsync(web2) };

        var answers = await Task.WhenAll(visit.PressAsync(ways[0], lead, "story-show"), visit.PressAsync(ways[1], web2, "story-hide"));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        var won = answers[0].Status == HttpStatusCode.SeeOther ? 0 : 1;
        Assert.Contains($"<bdi>{(won == 0 ? "Zoë Müller" : "Wei Web")}</bdi>", answers[1 - won].Html, StringComparison.Ordinal);
        Assert.Equal(won == 0 ? 1 : 0, (await visit.ReadAsync()).Count);
        // The same press once more does nothing and is told the same.
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await visit.PressAsync(ways[won], won == 0 ? lead : web2, won == 0 ? "story-show" : "story-hide")).Status);
        Assert.Single(await web.Get<CommitteeActStore>().ListAsync(visit.Cohort, "P1"));
    }

    [Fact]
    public async Task GivenShownWords_WhenTheCommitteeTakesThemDownAndShowsThemAgain_ThenEachPressCounts()
    {
        await visit.TellAsync("P1", Telling.Unnamed);
        foreach (var (action, count) in new[] { ("story-show", 1), ("story-hide", 0), ("story-show", 1) })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await visit.PressAsync(await visit.WayAsync(lead), lead, action)).Status);
            Assert.Equal(count, (await visit.ReadAsync()).Count);
            web.Clock.Now = web.Clock.Now.AddMinutes(1);
        }
    }

    [Fact]
    public async Task GivenShownWords_WhenTheirAuthorIsErased_ThenNothingIsLeftOfThem()
    {
        await visit.TellAsync("P1", Telling.Named, "zqmark was good.", (Telling.Signed, "zqsigned"), (Telling.Title, "zqtitle"));
        await visit.ShowAsync(lead);
        await DraftsAsync();
        await web.Get<PersonRecords>().EraseAsync(new(visit.Cohort, "P1"), default);

        Assert.Empty(await visit.ReadAsync());
        Assert.Null(await web.Get<StoryPressStore>().FindAsync(visit.Cohort, "P1"));
        foreach (var entry in web.Get<LocalMailbox>().List())
            Assert.DoesNotContain("zq", (await web.Get<LocalMailbox>().ReadAsync(entry.FileName))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAMailAddressInTheWords_WhenTheyAreSent_ThenTheFormSaysSoAndNothingIsKept()
    {
        var (link, status) = await visit.TellAsync("P1", Telling.Unnamed, "Write to me: p1@library.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Empty((await visit.DeskAsync(lead)).QuerySelectorAll("article"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await visit.PostAsync(link, Telling.Unnamed, ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await visit.PostAsync(link, Telling.Unnamed, new('a', 8001)));
    }

    [Fact]
    public async Task GivenWordsThatWereReadOver_WhenTheyHaveSettled_ThenTheCoordinatorGetsOneDraftWithTheLast()
    {
        var (link, _) = await visit.TellAsync("P1", Telling.Unnamed, "First words.");
        await visit.PostAsync(link, Telling.Unnamed, "Last words.\n\nAnd more.");
        var mail = Assert.Single(await DraftsAsync());
        Assert.Equal($"web@{visit.Cohort}.example", mail.To[0].Address);
        Assert.Contains("> Last words.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("First", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wanjiru", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTheFeed_WhenItIsAskedForAgain_ThenOnlyAChangeIsSentAndNobodyKeepsItUnasked()
    {
        using var first = await web.Client.GetAsync("/stories/feed");
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.Contains("Accept-Language", first.Headers.Vary);
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync());
        await visit.TellAsync("P1", Telling.Unnamed);
        await visit.ShowAsync(lead);
        Assert.Equal(HttpStatusCode.OK, await AskAsync());

        async Task<HttpStatusCode> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/stories/feed");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await web.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task GivenALiaison_WhenTheyLook_ThenTheyReadWhoDecides()
    {
        var cookie = await CommitteeVisit.SignInAsync(web, visit.Cohort, "liaison");
        var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{visit.Cohort}/stories", cookie);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("leads and web coordinators", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTheirOwnData_WhenShown_ThenItSaysWhatBecameOfTheWords()
    {
        await visit.TellAsync("P1", Telling.Unnamed, "It was zqgood.");
        await visit.ShowAsync(lead);
        web.Clock.Now = web.Clock.Now.AddMinutes(11);
        var cookie = await OwnVisit.OpenAsync(web, visit.Cohort, "P1");
        var page = new HtmlParser().ParseDocument((await CommitteeVisit.GetAsync(web, "/me/data", cookie)).Html);
        Assert.Contains("shows them", page.QuerySelector("[data-card=story]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("zqgood", page.QuerySelector("[data-card=decisions]")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Mails to the web coordinator, when all that was written has settled.</summary>
    async Task<IReadOnlyList<MailboxMail>> DraftsAsync()
    {
        web.Clock.Now = web.Clock.Now.AddMinutes(20);
        await web.Durable.EndAsync($"story-{visit.Cohort}-");
        var mails = await Task.WhenAll(
            web.Mails("story-written").Select(mail => web.Get<LocalMailbox>().ReadAsync(mail.FileName)));
        var suffix = $"@{visit.Cohort}.example";
        return [.. mails.OfType<MailboxMail>().Where(mail => mail.To[0].Address.EndsWith(suffix, StringComparison.Ordinal))];
    }
}
