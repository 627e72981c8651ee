using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Audit;
using Ilnp.Committee.Meetings;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Meetings;
using Ilnp.Programme;
using Ilnp.Tests.Committee.Dates;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Committee.Meetings;

/// <summary>
/// A lead invites everybody to one meeting in two sittings: what is shown, who hears, twice, two at once, and called off.
/// </summary>
public sealed partial class MeetingPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    static readonly (string, string)[] Typed = [("day", "2020-04-22"), ("minutes", "60"), ("link", "https://meet.example/all")];

    [Fact]
    public async Task GivenPairs_WhenALeadInvitesByTwoPressesOfOneButton_ThenEachIsInvitedOnceWithTheirTimes()
    {
        var (cohort, ana) = await CohortAsync();
        var (way, _) = await OpenAsync(cohort, ana);

        var (status, asked) = await PostAsync(way, ana, Typed);
        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var words in new[]
        {
            "Wednesday, 22 April 2020", "for <bdi>2</bdi> of <bdi>2</bdi>", "Nairobi", "Tokyo", "2 people get",
        })
            Assert.Contains(words, asked, StringComparison.Ordinal);
        Assert.Empty((await web.Get<CohortStore>().GetAsync(cohort)).Meetings);
        for (var press = 0; press < 2; press++)
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(Action(asked), ana, [.. Typed, ("sure", "yes")])).Status);
        await UntilAsync(cohort, 5);

        var meeting = Assert.Single((await web.Get<CohortStore>().GetAsync(cohort)).Meetings);
        Assert.Equal((1, 60), (meeting.Number, meeting.Minutes));
        var invited = await MailsAsync(cohort, "meeting");
        Assert.Equal(["P1", "P2"], invited.Select(mail => mail.To[0].Name).Order());
        var own = Sittings.Of(meeting).Own("Africa/Nairobi");
        Assert.Contains(
            SittingWords.At(own, "Africa/Nairobi", "en"), invited.Single(mail => mail.To[0].Name == "P1").Text.Unwrapped(),
            StringComparison.Ordinal);
        Assert.Contains("あなたの回", invited.Single(mail => mail.To[0].Name == "P2").Text, StringComparison.Ordinal);
        Assert.All(invited, mail => Assert.Contains("https://meet.example/all", mail.Text, StringComparison.Ordinal));
        Assert.Equal(3, (await MailsAsync(cohort, "committee-meeting")).Count);
        var line = Assert.Single(await LinesAsync(cohort));
        Assert.Equal(("Ana Lead", "invited everybody to a meeting", false), (line.Who, line.What, line.IsHalf));
        var page = await PageAsync(cohort, "P1");
        Assert.Contains("Everybody meets", page, StringComparison.Ordinal);
        Assert.Contains("https://meet.example/all", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAMeeting_WhenALeadCallsItOff_ThenEverybodyInvitedHearsAndAnotherCanBeHeld()
    {
        var (cohort, ana) = await CohortAsync();
        var (way, _) = await OpenAsync(cohort, ana);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(way, ana, [.. Typed, ("sure", "yes")])).Status);
        await UntilAsync(cohort, 5);
        var (off, page) = await OpenAsync(cohort, ana);
        Assert.DoesNotContain("type=\"date\"", page, StringComparison.Ordinal);

        for (var press = 0; press < 2; press++)
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(off, ana, [("off", "yes")])).Status);
        await UntilAsync(cohort, 10);

        Assert.Equal(["P1", "P2"], (await MailsAsync(cohort, "meeting-off")).Select(mail => mail.To[0].Name).Order());
        Assert.DoesNotContain("Everybody meets", await PageAsync(cohort, "P1"), StringComparison.Ordinal);
        var (again, _) = await OpenAsync(cohort, ana);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(again, ana, [.. Typed, ("sure", "yes")])).Status);
        await UntilAsync(cohort, 15);
        Assert.Equal([1, 2], (await web.Get<CohortStore>().GetAsync(cohort)).Meetings.Select(meeting => meeting.Number));
    }

    [Fact]
    public async Task GivenTwoLeadsAtOnce_WhenBothPress_ThenOneMeetingIsHeldAndTheOtherReadsIt()
    {
        var (cohort, ana) = await CohortAsync();
        var bo = await CommitteeVisit.SignInAsync(web, cohort, "bo");
        var (ofAna, ofBo) = ((await OpenAsync(cohort, ana)).Way, (await OpenAsync(cohort, bo)).Way);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(ofAna, ana, [.. Typed, ("sure", "yes")])).Status);

        var (status, html) = await PostAsync(ofBo, bo, [("day", "2020-04-23"), .. Typed.Skip(1), ("sure", "yes")]);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Nothing of yours was done", html, StringComparison.Ordinal);
        Assert.Single((await web.Get<CohortStore>().GetAsync(cohort)).Meetings);
    }

    [Theory]
    [InlineData("day", "", "A day is missing")]
    [InlineData("day", "2020-04-17", "at least three days ahead")]
    [InlineData("day", "2021-04-17", "at least three days ahead")]
    [InlineData("minutes", "7", "Choose how long")]
    [InlineData("link", "http://meet.example", "begins with https://")]
    [InlineData("link", "javascript:alert(1)", "begins with https://")]
    public async Task GivenWhatCannotBe_WhenPosted_ThenItIsSaidAndNobodyIsInvited(string field, string typed, string expected)
    {
        var (cohort, ana) = await CohortAsync();
        var (way, _) = await OpenAsync(cohort, ana);

        var (status, html) = await PostAsync(way, ana, [.. Typed.Where(one => one.Item1 != field), (field, typed), ("sure", "yes")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Empty((await web.Get<CohortStore>().GetAsync(cohort)).Meetings);
    }

    [Fact]
    public async Task GivenAPressThatEndedHalfWay_WhenAnotherLeadLetsItGoOn_ThenEverybodyIsInvited()
    {
        var (cohort, ana) = await CohortAsync();
        var meeting = Ilnp.Tests.Meetings.MeetingPlay.Meeting;
        var act = new CommitteeAct(MeetingFile.Subject, web.Clock.Now, "bo", MeetingPresses.Hold) { Press = "half", Meeting = meeting };
        await Assert.ThrowsAsync<IOException>(() => web.Get<CommitteeActStore>().DoOnceAsync(cohort, "half", act, async _ =>
        {
            var stored = (await web.Get<CohortStore>().ReadAsync(cohort))!;
            Assert.True(await web.Get<CohortStore>().TryReplaceAsync(stored, stored.Value with { Meetings = [meeting] }));
            throw new IOException("The process ends.");
        }, default));

        var (way, page) = await OpenAsync(cohort, ana);
        Assert.Contains("it ended half-way", page, StringComparison.Ordinal);
        for (var press = 0; press < 2; press++)
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(way, ana, [("press", "half")])).Status);
        await UntilAsync(cohort, 5);

        Assert.Equal(2, (await MailsAsync(cohort, "meeting")).Count);
        Assert.True((await web.Get<CommitteeActStore>().ListAsync(cohort, MeetingFile.Subject)).Single().IsDone);
    }

    [Fact]
    public async Task GivenALiaison_WhenTheyOpenIt_ThenTheyReadThatLeadsDo()
    {
        var (cohort, _) = await CohortAsync();
        var cem = await CommitteeVisit.SignInAsync(web, cohort, "cem");
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/meeting", cem)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync($"/cohorts/{cohort}/meeting", cem, [.. Typed, ("sure", "yes")])).Status);
    }

    [Fact]
    public async Task GivenNobodyInAGroup_WhenOpened_ThenThereIsNothingToPress()
    {
        var cohort = await DatesPagesTests.StartAsync(web, CohortPhase.ApplicationsOpen);
        var (_, html) = await OpenAsync(cohort, await CommitteeVisit.SignInAsync(web, cohort, "ana"));
        Assert.Contains("There is nobody to invite", html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"date\"", html, StringComparison.Ordinal);
    }

    /// <summary>Until so many mails of the cohort's meetings are written.</summary>
    async Task UntilAsync(string cohort, int mails)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await web.Get<MailLedger>().ListAsync(cohort, MeetingLetters.Step, cancellation: limit.Token))
            .Count(mail => mail.Status == MailStatus.Sent) < mails)
            await Task.Yield();
    }

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string cohort, string template)
    {
        var keys = (await web.Get<MailLedger>().ListAsync(cohort, MeetingLetters.Step)).Select(written => written.Key.Hash).ToHashSet();
        return await Task.WhenAll(
            web.Mails(template).Where(mail => keys.Contains(mail.Key))
                .Select(async mail => (await web.Get<LocalMailbox>().ReadAsync(mail.FileName))!));
    }

    async Task<IReadOnlyList<AuditLine>> LinesAsync(string cohort)
    {
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var reader = new Ilnp.Committee.CommitteeReader(settings, settings.Committee[0], AppTexts.Shelf.In("en"));
        return await web.Get<AuditReading>().AllAsync(reader, AuditFilter.Of(_ => "", settings, web.Clock.Now), default);
    }

    async Task<string> PageAsync(string cohort, string person) =>
        (await CommitteeVisit.GetAsync(web, "/me", await OwnVisit.OpenAsync(web, cohort, person))).Html;

    async Task<(string Way, string Html)> OpenAsync(string cohort, string cookie)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/meeting", cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        return (Action(html), html);
    }

    static string Action(string html) => WebUtility.HtmlDecode(Actions().Match(html).Groups[1].Value);

    async Task<(string Cohort, string Ana)> CohortAsync()
    {
        var id = await StartAsync(web);
        return (id, await CommitteeVisit.SignInAsync(web, id, "ana"));
    }

    /// <summary>A cohort of two leads and a liaison, with somebody in Nairobi and somebody in Tokyo.</summary>
    internal static async Task<string> StartAsync(WebHostFixture web)
    {
        var id = await DatesPagesTests.StartAsync(web, CohortPhase.Running, Standing.Active);
        await web.Get<PeopleStore>().UpdateAsync(id, "P2", person => person with { TimeZone = "Asia/Tokyo" });
        return id;
    }

    async Task<(HttpStatusCode Status, string Html)> PostAsync(
        string path, string cookie, params IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (
            answer.StatusCode,
            answer.StatusCode == HttpStatusCode.SeeOther
                ? answer.Headers.Location!.OriginalString
                : await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+/meeting[^\"]+)\"")]
    private static partial Regex Actions();
}
