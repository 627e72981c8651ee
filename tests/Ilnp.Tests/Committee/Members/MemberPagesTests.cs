using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Members;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Approvals;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Pages;
using Group = Ilnp.Programme.Group;

namespace Ilnp.Tests.Committee.Members;

/// <summary>
/// The committee of a running cohort changes: who joins, is changed or leaves, two at once, and who comes back with an old link.
/// </summary>
public sealed partial class MemberPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenALeadWhoLeaves_WhenItIsPressedTwice_ThenTheyAreOutAtOnceAndTheOthersDecide()
    {
        var (cohort, ana, bo) = await CohortAsync();
        var link = await AskAsync(cohort, "duplicate-P1-P2-bo", "duplicate", "bo");
        await AskAsync(cohort, "liaison-silence-G001-1-0-bo-P2", "liaison-silence", "bo");
        var (way, shown) = await OpenAsync(cohort, ana, "bo/leave");

        Assert.Contains("signed out everywhere", shown, StringComparison.Ordinal);
        Assert.Contains("is decided by", shown, StringComparison.Ordinal);
        Assert.Contains("name=\"group.G001\"", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", bo)).Status);
        for (var press = 0; press < 2; press++) Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(way, ana, ("sure", "yes"))).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", bo)).Status);
        var (looked, page) = await CommitteeVisit.GetAsync(web, link.PathAndQuery, null);
        Assert.Equal(HttpStatusCode.Gone, looked);
        Assert.Contains("you have left the committee", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync(link.PathAndQuery, ana, ("choice", "same"))).Status);
        Assert.Equal(0, (await web.Get<DecisionStore>().FindAsync(cohort, "duplicate-P1-P2-bo"))!.Version);
        var asked = await web.Get<DecisionStore>().FindAsync(cohort, "duplicate-P1-P2-ana");
        Assert.Equal("ana", asked!.SubjectId);
        Assert.Equal("cem", (await web.Get<GroupStore>().GetAsync(cohort, "G001")).LiaisonId);
        Assert.Equal("cem", (await web.Get<DecisionStore>().FindAsync(cohort, "liaison-silence-G001-1-0-cem-P2"))!.SubjectId);
        Assert.Equal(
            ("ana", "leave", true),
            (await web.Get<CommitteeActStore>().ListAsync(cohort, "committee"))
                .Select(act => (act.MemberId, act.Action, act.IsDone)).Single());
        Assert.Contains("/d/", (await MailsAsync(cohort, "committee-told", "ana")).Single().Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains(
            "Nothing comes from 王小明",
            (await MailsAsync(cohort, "committee-groups", "cem")).Single().Text.Unwrapped(),
            StringComparison.Ordinal);
        Assert.Contains(
            "Thank you for all you did",
            (await MailsAsync(cohort, "committee-left", "bo")).Single().Text.Unwrapped(),
            StringComparison.Ordinal);
        var (_, list) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/committee", ana);
        Assert.Contains("No longer in the committee", list, StringComparison.Ordinal);
        Assert.Contains("Ana Lead: Bo Both left", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenSomebodyNew_WhenTheyAreAdded_ThenTheyHearWhatTheyDoAndSignIn()
    {
        var (cohort, ana, _) = await CohortAsync();
        await AskAsync(cohort, "duplicate-P1-P2-ana", "duplicate", "ana");
        var (way, _) = await OpenAsync(cohort, ana, "new");
        (string, string)[] typed =
            [("name", "Ana Lead"), ("email", $"eve@{cohort}.example"), ("roles", "lead"), ("roles", "liaison"), ("load", "3")];

        var (status, preview) = await PostAsync(way, ana, typed);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("waits for", preview, StringComparison.Ordinal);
        Assert.Null((await web.Get<CohortStore>().GetAsync(cohort)).Committee.FirstOrDefault(member => member.LiaisonLoad == 3));
        for (var press = 0; press < 2; press++)
            Assert.Equal(
                HttpStatusCode.SeeOther, (await PostAsync(Action(preview), ana, [.. typed, .. Hidden(preview), ("sure", "yes")])).Status);

        var added = (await web.Get<CohortStore>().GetAsync(cohort)).Committee.Single(member => member.LiaisonLoad == 3);
        Assert.Equal(("ana-lead", "Ana Lead"), (added.Id, added.Name));
        var mail = (await MailsAsync(cohort, "committee-joined", "eve")).Single();
        Assert.Contains("/d/", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Liaison: looks after groups", mail.Text.Unwrapped(), StringComparison.Ordinal);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort, "ana-lead");
        Assert.Contains(
            "One person or two?</a>", (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", cookie)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenANewAddress_WhenItIsSaved_ThenSessionsAndLinksToTheOldOneEndAndBothHear()
    {
        var (cohort, ana, bo) = await CohortAsync();
        var link = await AskAsync(cohort, "duplicate-P1-P2-bo", "duplicate", "bo");
        web.Clock.Now = web.Clock.Now.AddMinutes(1); // one mail a minute
        var signIn = await CommitteeVisit.AskAsync(web, cohort, "bo");

        await ChangeAsync(
            cohort, ana, "bo", ("name", "Bo Both"), ("email", $"bo.new@{cohort}.example"),
            ("roles", "lead"), ("roles", "liaison"), ("load", "10"));

        Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", bo)).Status);
        using var late = await web.Client.PostAsync(signIn, null);
        Assert.Equal((HttpStatusCode.Gone, false), (late.StatusCode, late.Headers.Contains("Set-Cookie")));
        Assert.Equal(HttpStatusCode.Gone, (await CommitteeVisit.GetAsync(web, link.PathAndQuery, null)).Status);
        Assert.Contains(
            $"bo.new@{cohort}.example",
            (await MailsAsync(cohort, "committee-address", "bo")).Single().Text.Unwrapped(),
            StringComparison.Ordinal);
        Assert.Single(await MailsAsync(cohort, "committee-changed", "bo.new"));
        Assert.Equal("bo", (await web.Get<GroupStore>().GetAsync(cohort, "G001")).LiaisonId);
        web.Clock.Now = web.Clock.Now.AddMinutes(1);
        await CommitteeVisit.SignInAsync(web, cohort, "bo");
    }

    [Fact]
    public async Task GivenALeadWhoIsOneNoMore_WhenTheyComeBack_ThenTheyLookOnAndTheirLinkDecidesNothing()
    {
        var (cohort, ana, bo) = await CohortAsync();
        var link = await AskAsync(cohort, "duplicate-P1-P2-bo", "duplicate", "bo");
        var (stale, _) = await OpenAsync(cohort, bo, "ana/leave");

        await ChangeAsync(cohort, ana, "bo", ("name", "Bo Both"), ("email", $"bo@{cohort}.example"), ("roles", "liaison"), ("load", "10"));

        Assert.Equal(HttpStatusCode.OK, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/committee", bo)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(stale, bo, ("sure", "yes"))).Status);
        var (status, html) = await CommitteeVisit.GetAsync(web, link.PathAndQuery, null);
        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains("a role that you do not have any more", html, StringComparison.Ordinal);
        Assert.NotNull((await web.Get<CohortStore>().GetAsync(cohort)).Member("ana"));
        Assert.DoesNotContain(
            "waits for Bo", (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", bo)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTwoLeadsAtOnce_WhenBothEndTheOther_ThenOneWinsAndNobodyIsWithoutALead()
    {
        var (cohort, ana, bo) = await CohortAsync();
        var (anas, bos) = ((await OpenAsync(cohort, ana, "bo/leave")).Way, (await OpenAsync(cohort, bo, "cem/leave")).Way);

        var both = await Task.WhenAll(PostAsync(anas, ana, ("sure", "yes")), PostAsync(bos, bo, ("sure", "yes")));

        var committee = (await web.Get<CohortStore>().FindNowAsync(cohort))!.Committee;
        Assert.Equal(1, both.Count(one => one.Status == HttpStatusCode.SeeOther && one.Html.Contains("done=", StringComparison.Ordinal)));
        Assert.Equal(2, committee.Count);
        Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, "committee"));
    }

    [Fact]
    public async Task GivenAPageOfBefore_WhenItIsPressed_ThenWhatHappenedIsSaidAndWhatWasTypedStays()
    {
        var (cohort, ana, bo) = await CohortAsync();
        var (way, _) = await OpenAsync(cohort, ana, "cem/change");
        await ChangeAsync(cohort, bo, "cem", ("name", "Cem C"), ("email", $"cem@{cohort}.example"), ("roles", "liaison"), ("load", "7"));

        var (status, html) = await PostAsync(
            way, ana, ("name", "Cem Changed"), ("email", $"cem@{cohort}.example"), ("roles", "liaison"), ("load", "5"), ("sure", "yes"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Bo Both: Cem C was changed", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Cem Changed\"", html, StringComparison.Ordinal);
        Assert.Equal(7, (await web.Get<CohortStore>().GetAsync(cohort)).Member("cem")!.LiaisonLoad);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(
            Action(html), ana, ("name", "Cem Changed"), ("email", $"cem@{cohort}.example"), ("roles", "liaison"), ("load", "5"))).Status);
    }

    [Fact]
    public async Task GivenAChangeThatEndedHalfWay_WhenAnotherLeadGoesOnWithIt_ThenWhatIsLeftIsDoneOnce()
    {
        var (cohort, ana, _) = await CohortAsync();
        var (acts, settings, at) = (web.Get<CommitteeActStore>(), await web.Get<CohortStore>().GetAsync(cohort), web.Clock.Now);
        var change = new MemberChange("bo", settings.Member("bo"), null);
        await acts.BeginAsync(
            cohort,
            "p1",
            new("committee", at, "bo", change.Action)
            {
                Member = change,
                Press = "p1",
                To = new Dictionary<string, string> { ["G001"] = "cem" },
            },
            default);
        var stored = await web.Get<CohortStore>().ReadAsync(cohort);
        Assert.True(await web.Get<CohortStore>().TryReplaceAsync(stored!, change.Apply(settings, at)));
        await web.Get<GroupStore>().UpdateAsync(cohort, "G001", group => group with { LiaisonId = "cem" });
        var (_, list) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/committee", ana);

        for (var press = 0; press < 2; press++)
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync($"/cohorts/{cohort}/committee/go-on", ana, ("press", "p1"))).Status);

        Assert.Contains("This may have ended half-way.", list, StringComparison.Ordinal);
        Assert.True(Assert.Single(await acts.ListAsync(cohort, "committee")).IsDone);
        Assert.Contains("G001", Assert.Single(await MailsAsync(cohort, "committee-groups", "cem")).Text, StringComparison.Ordinal);
        Assert.Single(await MailsAsync(cohort, "committee-left", "bo"));
        Assert.Single(await MailsAsync(cohort, "committee-told", "ana"));
    }

    [Theory]
    [InlineData("ana/leave", "Nobody else is a lead")]
    [InlineData("cem/leave", "Nobody else is a liaison")]
    public async Task GivenTheLastOfARole_WhenTheyAreToLeave_ThenItIsRefusedWithAReason(string path, string expected)
    {
        var (cohort, ana, _) = await CohortAsync(withoutBo: true);
        var (_, html) = await OpenAsync(cohort, ana, path);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"sure\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(await WayAsync(cohort, ana, path), ana, ("sure", "yes"))).Status);
        Assert.Equal(2, (await web.Get<CohortStore>().GetAsync(cohort)).Committee.Count);
    }

    [Fact]
    public async Task GivenAnAddressOfAnotherCommittee_WhenALeadTakesItForThemselves_ThenItOpensNothing()
    {
        var (mine, ana, _) = await CohortAsync();
        var (other, _, _) = await CohortAsync();
        await ChangeAsync(mine, ana, "ana", ("name", "Ana Lead"), ("email", $"ana@{other}.example"), ("roles", "lead"));
        Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, $"/cohorts/{other}", ana)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await CommitteeVisit.GetAsync(web, $"/cohorts/{mine}", ana)).Status);
    }

    async Task ChangeAsync(string cohort, string cookie, string member, params (string, string)[] fields)
    {
        var (way, _) = await OpenAsync(cohort, cookie, $"{member}/change");
        var (status, html) = await PostAsync(way, cookie, [.. fields, ("sure", "yes")]);
        Assert.True(status == HttpStatusCode.SeeOther, html);
    }

    /// <summary>The page before a change, and where it is posted to.</summary>
    async Task<(string Way, string Html)> OpenAsync(string cohort, string cookie, string path)
    {
        var way = await WayAsync(cohort, cookie, path);
        var (_, html) = await CommitteeVisit.GetAsync(web, way, cookie);
        return (way, html);
    }

    async Task<string> WayAsync(string cohort, string cookie, string path)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/committee", cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        return WebUtility.HtmlDecode(Ways().Matches(html).Single(way => way.Groups[2].Value == path).Groups[1].Value);
    }

    static string Action(string html) => WebUtility.HtmlDecode(Actions().Match(html).Groups[1].Value);

    static IEnumerable<(string, string)> Hidden(string html) =>
        HiddenFields().Matches(html).Where(field => field.Groups[1].Value == "id").Select(field => ("id", field.Groups[2].Value));

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string cohort, string template, string name)
    {
        var mails = await Task.WhenAll(web.Mails(template).Select(entry => web.Get<LocalMailbox>().ReadAsync(entry.FileName)));
        return [.. mails.OfType<MailboxMail>().Where(mail => mail.To[0].Address == $"{name}@{cohort}.example")];
    }

    async Task<Uri> AskAsync(string cohort, string decision, string form, string subject)
    {
        if (form == "duplicate") await AskedDuplicate.KeepAsync(web, cohort);
        return await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = decision,
            Form = form,
            SubjectId = subject,
            ClosesAt = web.Clock.Now.AddDays(30),
            Facts = new Dictionary<string, string> { ["about"] = "王小明", ["first"] = "A", ["second"] = "B", ["why"] = "same name" },
        });
    }

    /// <summary>Ana leads; Bo leads and looks after G001; Cem looks after none. Cookies of the first two.</summary>
    async Task<(string Cohort, string Ana, string Bo)> CohortAsync(bool withoutBo = false)
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        CommitteeMember Member(string name, string full, int load, params CommitteeRole[] roles) =>
            new() { Id = name, Name = full, Email = $"{name}@{id}.example", Roles = roles, LiaisonLoad = load };
        var bo = Member("bo", "Bo Both", 10, CommitteeRole.Lead, CommitteeRole.Liaison);
        await web.Get<CohortStore>().TryAddAsync(SampleCohort.Settings(id) with
        {
            Committee =
            [
                Member("ana", "Ana Lead", 0, CommitteeRole.Lead),
                .. withoutBo ? Array.Empty<CommitteeMember>() : [bo],
                Member("cem", "Cem C", 4, CommitteeRole.Liaison),
            ],
        });
        foreach (var person in new[]
        {
            SampleCohort.Person(id, "P1", "Zoë Müller", "DE", Standing.Eligible),
            SampleCohort.Person(id, "P2", "王小明", "CN", Standing.Eligible),
        })
            await web.Get<PeopleStore>().TryAddAsync(person with { GroupId = "G001" });
        await web.Get<GroupStore>().PutManyAsync(
            id,
            [new Group
            {
                CohortId = id,
                GroupId = "G001",
                Members = ["P1", "P2"],
                Status = GroupStatus.Active,
                LiaisonId = withoutBo ? "cem" : "bo",
                FormedAt = web.Clock.Now.AddDays(-1),
            }]);
        return (id, await CommitteeVisit.SignInAsync(web, id, "ana"), withoutBo ? "" : await CommitteeVisit.SignInAsync(web, id, "bo"));
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

    [GeneratedRegex("href=\"(/cohorts/[^\"/]+/committee/([a-z-]+(?:/[a-z]+)?)\\?[^\"]*)\"")]
    private static partial Regex Ways();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+committee[^\"]+)\"")]
    private static partial Regex Actions();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenFields();
}
