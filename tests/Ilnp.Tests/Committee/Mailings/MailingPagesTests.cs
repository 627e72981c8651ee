using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Availability;
using Ilnp.Committee.Mailings;
using Ilnp.Mail;
using Ilnp.Mail.Holds;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Ilnp.Tests.Matching;
using Ilnp.Tests.Pages;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Committee.Mailings;

/// <summary>What goes to many people at once: looked at before it does, and accounted for afterwards.</summary>
public sealed class MailingPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    readonly DateTimeOffset start = web.Clock.Now;

    public void Dispose() => web.Clock.Now = start;

    [Fact]
    public async Task GivenAProposal_WhenALeadIsToApproveIt_ThenThePageSaysToHowManyItWritesInWhichLanguagesAndWhomItDoesNotReach()
    {
        var cohort = await ProposedAsync();

        var page = await web.Client.GetStringAsync(await MatchApprovals.LinkAsync(web, cohort, 1));

        Assert.Matches("An approval writes to <bdi>\\d+</bdi>|An approval writes to \\d+ people", page);
        Assert.Contains("in Spanish", page, StringComparison.Ordinal);
        Assert.Contains("Mail does not reach", page, StringComparison.Ordinal);
        Assert.Contains("Person 0", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/cohorts/{cohort}/mailings/availability\"", page, StringComparison.Ordinal);
        Assert.Empty(await web.Get<MailLedger>().ListAsync(cohort, "availability"));
    }

    [Fact]
    public async Task GivenAMailingThatIsNear_WhenALeadLooks_ThenCountsPreviewsUnreachedAndLinksAreThereAndNothingIsSent()
    {
        var cohort = await ProposedAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var page = await PageAsync($"/cohorts/{cohort}/mailings/availability", cookie);
        var dry = await DryAsync(cohort, "availability");
        var (preview, mail) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/mail-previews/availability/ar", cookie);

        Assert.Contains($"<strong>{dry.People}</strong>", page, StringComparison.Ordinal);
        Assert.Equal(["en", "es"], dry.Languages.Select(one => one.Language).Order());
        Assert.Equal(
            [("P00", "mailing.unreached.returned"), ("P01", "mailing.unreached.none")],
            dry.Unreached.Select(one => (one.Person.PersonId, one.TextKey)).Order());
        Assert.Contains("earlier mails came back", page, StringComparison.Ordinal);
        Assert.Contains("Opening it changes nothing", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, preview);
        Assert.Contains("dir=\"rtl\"", mail, StringComparison.Ordinal);
        Assert.Empty(await web.Get<MailLedger>().ListAsync(cohort, "availability"));
    }

    [Fact]
    public async Task GivenTheDryRun_WhenTheInquiriesGoOut_ThenTheSamePeopleAreAskedAndTheReceiptNamesWhoHasNotAnswered()
    {
        var cohort = await ProposedAsync();
        var before = (await DryAsync(cohort, "availability")).Mails.SelectMany(mail => mail.To).Select(one => one.Person.PersonId).ToList();

        var asked = await AskAsync(cohort);
        var page = await PageAsync($"/cohorts/{cohort}/mailings/availability", await CommitteeVisit.SignInAsync(web, cohort));

        Assert.Equal(before.Order(), asked.Order());
        Assert.Contains("It began to go out on", page, StringComparison.Ordinal);
        Assert.Contains($"{asked.Count} people were asked, and {asked.Count} have not answered.", page, StringComparison.Ordinal);
        Assert.Contains("held back", page, StringComparison.Ordinal);
        Assert.Contains("could not be sent", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenMailingsBeforeAndAfter_WhenTheDayIsLookedAtTwice_ThenEachLeadHearsOfEachOnce()
    {
        var cohort = await ProposedAsync();
        web.Clock.Now = new(2020, 4, 11, 8, 0, 0, TimeSpan.Zero);
        await SweepAsync();
        await SweepAsync();
        web.Clock.Now = new(2020, 4, 13, 15, 0, 0, TimeSpan.Zero);
        await AskAsync(cohort);
        web.Clock.Now = new(2020, 4, 14, 12, 0, 0, TimeSpan.Zero);
        await SweepAsync();
        await SweepAsync();

        var told = await web.Get<MailLedger>().ListAsync(cohort, "mailing");

        Assert.Equal(
            ["ahead-availability-20200413", "done-availability"],
            told.Select(mail => mail.Key.Occurrence).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GivenAMailing_WhenALeadHoldsItAndLetsItGo_ThenItWaitsAndGoesAndBothAreWrittenDown()
    {
        var cohort = await ProposedAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var path = $"/cohorts/{cohort}/mailings/availability";
        var before = await PageAsync(path, cookie);
        Assert.Contains("It goes out by itself at its time.", before, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await PressAsync(before, cookie, MailingPresses.Hold)).Status);
        var held = await PageAsync(path, cookie);
        var waits = await AskWhetherHeldAsync(cohort, Inquiry);
        var (late, first) = await PressAsync(before, cookie, MailingPresses.Hold, again: true);
        await PressAsync(held, cookie, MailingPresses.LetGo);
        var goes = await AskWhetherHeldAsync(cohort, Inquiry);

        Assert.Contains("held it on", held, StringComparison.Ordinal);
        Assert.Contains("If nobody does it goes by itself on", held, StringComparison.Ordinal);
        Assert.Equal((false, true), (waits.Goes, goes.Goes));
        Assert.Equal(web.Clock.Now.UtcDateTime.AddMinutes(30), waits.AskAgainAt);
        Assert.Equal(HttpStatusCode.Conflict, late);
        Assert.Contains("was first", first, StringComparison.Ordinal);
        var audit = await PageAsync($"/cohorts/{cohort}/audit", cookie);
        Assert.Contains("held a mailing", audit, StringComparison.Ordinal);
        Assert.Contains("let a mailing go", audit, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PressAsync(held, cookie, MailingPresses.Hold, again: true)).Status);
        Assert.Equal(goes, await AskWhetherHeldAsync(cohort, Inquiry));
    }

    [Fact]
    public async Task GivenTheSettingThatAllWait_WhenNobodyPresses_ThenTheLeadsAreRemindedEveryDayUntilItGoes()
    {
        var cohort = await ProposedAsync();
        var store = web.Get<CohortStore>();
        var stored = (await store.ReadAsync(cohort))!;
        await store.TryReplaceAsync(stored, stored.Value.With(new MailingSettings { Hold = true }));
        web.Clock.Now = new(2020, 4, 11, 8, 0, 0, TimeSpan.Zero);
        await SweepAsync();
        var turn = new DateTime(2020, 4, 13, 14, 0, 0, DateTimeKind.Utc);
        web.Clock.Now = new(turn, TimeSpan.Zero);
        Assert.False((await AskWhetherHeldAsync(cohort, Inquiry)).Goes);
        foreach (var day in new[] { 14, 14, 15 })
        {
            web.Clock.Now = new(2020, 4, day, 8, 0, 0, TimeSpan.Zero);
            await SweepAsync();
        }

        web.Clock.Now = new(turn.AddDays(2), TimeSpan.Zero);

        Assert.True((await AskWhetherHeldAsync(cohort, new(cohort, "availability", turn, IsNews: false))).Goes);
        Assert.Equal(
            ["ahead-availability-20200413", "waits-availability-20200414", "waits-availability-20200415"],
            (await web.Get<MailLedger>().ListAsync(cohort, "mailing")).Select(mail => mail.Key.Occurrence).Order(StringComparer.Ordinal));
        var page = await PageAsync($"/cohorts/{cohort}/mailings", await CommitteeVisit.SignInAsync(web, cohort));
        Assert.Contains("waits for a lead", page, StringComparison.Ordinal);
    }

    MailingTurn Inquiry => new("", "availability", web.Clock.Now.UtcDateTime, IsNews: false);

    Task<MailingAnswer> AskWhetherHeldAsync(string cohort, MailingTurn turn) =>
        ActivatorUtilities.CreateInstance<HoldActivities>(web.Services).AskWhetherHeld(turn with { CohortId = cohort });

    async Task<(HttpStatusCode Status, string Html)> PressAsync(string page, string cookie, string act, bool again = false)
    {
        var way = WebUtility.HtmlDecode(page.Split("<form method=\"post\" action=\"")[^1].Split('"')[0]);
        using var request = new HttpRequestMessage(HttpMethod.Post, again ? Regex.Replace(way, "press=[0-9a-f]+", "press=ffff") : way)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create(MailingPresses.Do, act)]),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task GivenFewReaders_WhenTheirMailIsNear_ThenNobodyIsTold()
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P1", "Ana", "DE", Standing.Active));
        web.Clock.Now = new(2020, 7, 4, 8, 0, 0, TimeSpan.Zero);

        await SweepAsync();

        Assert.Empty(await web.Get<MailLedger>().ListAsync(cohort, "mailing"));
    }

    [Fact]
    public async Task GivenALiaison_WhenTheMailingsAreOpened_ThenTheyAreForLeads()
    {
        var cohort = await web.CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort, "liaison");

        foreach (var path in new[] { "mailings", "mailings/availability" })
            Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/{path}", cookie)).Status);
    }

    [Fact]
    public void GivenEachMailing_WhenItsLinksAreListed_ThenEachHasWordsAndEachMailASample()
    {
        var texts = web.Get<TextShelf>().In("en");
        foreach (var mailing in Mailing.Of(SampleCohort.Settings("c1")))
        {
            Assert.NotEmpty(web.Get<MailSamples>().Of(mailing.Template));
            foreach (var sample in web.Get<MailSamples>().Of(mailing.Template))
                foreach (var key in MailingLinks.Of(sample, mailing.Stream, isMultilingual: true))
                    Assert.True(texts.Find(key) is not null, key);
        }
    }

    [Fact]
    public async Task GivenEachMailing_WhenItsPageIsOpened_ThenItIsThereWithThePreviewInEachLanguage()
    {
        var cohort = await ProposedAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var list = await PageAsync($"/cohorts/{cohort}/mailings", cookie);
        var settings = await web.Get<CohortStore>().GetAsync(cohort);

        foreach (var mailing in Mailing.Of(settings))
        {
            Assert.Contains($"/mailings/{mailing.Name}\"", list, StringComparison.Ordinal);
            Assert.Contains(
                "Nothing has been sent", await PageAsync($"/cohorts/{cohort}/mailings/{mailing.Name}", cookie), StringComparison.Ordinal);
            foreach (var language in settings.Languages)
                await PageAsync($"/cohorts/{cohort}/mail-previews/{mailing.Template}/{language}", cookie);
        }
    }

    /// <summary>One in three reads Spanish; of two of them the address is of no use.</summary>
    async Task<string> ProposedAsync()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        foreach (var number in Enumerable.Range(0, 13))
            await web.Get<PeopleStore>().UpdateAsync(cohort, $"P{number * 3:00}", person => person with { MailLanguage = "es" });
        await web.Get<PeopleStore>().UpdateAsync(
            cohort, "P00", person => person with { Email = $"{cohort}-returned@library.example" });
        await web.Get<PeopleStore>().UpdateAsync(cohort, "P01", person => person with { Email = "nowhere" });
        await web.Get<SuppressionList>().AddAsync(
            web.Get<AddressKeys>().Of($"{cohort}-returned@library.example"), MailStream.Essential, "bounced");
        return cohort;
    }

    async Task<IReadOnlyList<string>> AskAsync(string cohort)
    {
        var asked = await ActivatorUtilities.CreateInstance<ChoosingActivities>(web.Services).ChooseWhomToAsk(cohort);
        var inquiries = ActivatorUtilities.CreateInstance<AvailabilityActivities>(web.Services);
        foreach (var person in asked) await inquiries.AskAvailability(new(cohort, person, new(2020, 4, 25, 5, 0, 0, DateTimeKind.Utc)));
        return asked;
    }

    async Task<DryRun> DryAsync(string cohort, string name)
    {
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        return await web.Get<MailingReading>().DryAsync(settings, Mailing.Of(settings).Single(one => one.Name == name), default);
    }

    Task SweepAsync() => ActivatorUtilities.CreateInstance<MailingSweep>(web.Services).TellOfMailings(new(), default);

    async Task<string> PageAsync(string path, string cookie)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, path, cookie);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status}");
        return html;
    }
}
