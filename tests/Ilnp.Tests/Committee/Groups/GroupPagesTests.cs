using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Committee.Acts;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Rights;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;
using Group = Ilnp.Programme.Group;

namespace Ilnp.Tests.Committee.Groups;

/// <summary>The list of groups, a group's page, and each thing that the committee does there.</summary>
public sealed partial class GroupPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenGroups_WhenTheListIsFiltered_ThenNumbersAndNamesLeadOnAndTheNeedIsTheWeeklyLetters()
    {
        var (cohort, cookie) = await CohortAsync();
        await AskAsync(cohort, "liaison-silence-G001-1-0-liaison-P2", "liaison-silence", "liaison");

        var (_, all) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/groups", cookie);
        var (_, word) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/groups?need=word", cookie);
        var (_, well) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/groups?need=well", cookie);

        Assert.Contains($"<a href=\"/cohorts/{cohort}/groups/G001\">G001</a>", all, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/cohorts/{cohort}/people/P2\"><bdi>王小明</bdi></a>", all, StringComparison.Ordinal);
        Assert.Contains("Something waits for your decision.", word, StringComparison.Ordinal);
        Assert.Equal((true, false), (Lists(word, "G001"), Lists(word, "G002")));
        Assert.Equal((false, true), (Lists(well, "G001"), Lists(well, "G002")));
    }

    [Theory]
    [InlineData("lead", "note hand-over dissolve")]
    [InlineData("liaison", "note")]
    [InlineData("other", "")]
    public async Task GivenAMember_WhenAGroupsPageIsOpened_ThenTheySeeWhatTheyMayAndCanDo(string member, string expected)
    {
        var (cohort, own) = await CohortAsync();
        var cookie = member == "lead" ? own : await CommitteeVisit.SignInAsync(web, cohort, member);
        await AnswerAsync(cohort, "pulse-G001-1-P1", "P1", Pulse.Trouble);
        await AnswerAsync(cohort, "pulse-G001-1-P2", "P2", Pulse.Heard);
        await AskAsync(cohort, "lead-trouble-G001-1-0-lead-P1", "lead-trouble", "lead");
        await web.Get<Correspondence>().WriteAsync(await web.Get<PeopleStore>().GetAsync(cohort, "P1"), Heard(cohort));

        var (status, html) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);
        var (_, person) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/people/P1", cookie);
        var (_, overview) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}", cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(member == "lead", person.Contains("Heard: trouble", StringComparison.Ordinal));
        Assert.Equal(member == "lead", overview.Contains("A confidential report", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', Ways().Matches(html).Select(way => way.Groups[1].Value)));
        Assert.Contains("Zoë Müller answered: ", html, StringComparison.Ordinal);
        Assert.Contains("They share a language: English.", html, StringComparison.Ordinal);
        foreach (var word in new[] { "Something happened that should not", "A confidential report", "Heard: trouble" })
            Assert.Equal(member == "lead", html.Contains(word, StringComparison.Ordinal));
        if (member != "lead")
            Assert.Equal(
                HttpStatusCode.Forbidden, (await PostAsync($"{Path(cohort)}/do/dissolve?press=1", cookie, ("choice", "search"))).Status);
        if (member == "other")
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync($"{Path(cohort)}/do/note?press=1", cookie, ("note", "Mine."))).Status);
        Assert.Empty(await web.Get<CommitteeActStore>().ListAsync(cohort, "G001"));
    }

    [Fact]
    public async Task GivenANote_WhenItsPressComesTwice_ThenItIsKeptOnceAndShown()
    {
        var (cohort, _) = await CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort, "liaison");
        var way = await WayAsync(cohort, cookie, "note");

        for (var press = 0; press < 2; press++)
            Assert.Equal(
                (HttpStatusCode.SeeOther, $"{Path(cohort)}?done=note"), await PostAsync(way, cookie, ("note", "Both were written to.")));

        var act = Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, "G001"));
        Assert.Equal(("liaison", "note", "Both were written to.", true), (act.MemberId, act.Action, act.Note, act.IsDone));
        var (_, html) = await CommitteeVisit.GetAsync(web, $"{Path(cohort)}?done=note", cookie);
        Assert.Contains("The note is kept.", html, StringComparison.Ordinal);
        Assert.Contains("José Álvarez: Write a note", html, StringComparison.Ordinal);
        Assert.Contains("Both were written to.", html, StringComparison.Ordinal);
        foreach (var (person, isMember) in new[] { ("P1", true), ("P2", true), ("P3", false) })
        {
            var export = await web.Get<PersonRecords>().ExportAsync(new(cohort, person), AppTexts.Shelf.In("en"), default);
            Assert.Equal(
                isMember, System.Text.Json.JsonSerializer.Serialize(export).Contains("Both were written to.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task GivenAHandOver_WhenItsPressComesTwice_ThenItIsDoneOnceAndTheNewLiaisonIsAskedWhatWaits()
    {
        var (cohort, cookie) = await CohortAsync();
        await AskAsync(cohort, "liaison-silence-G001-1-0-liaison-P2", "liaison-silence", "liaison");
        await AskAsync(cohort, "pulse-G001-1-P1", "pulse", "P1");
        var way = await WayAsync(cohort, cookie, "hand-over");
        var (_, shown) = await CommitteeVisit.GetAsync(web, way, cookie);

        for (var press = 0; press < 2; press++)
            Assert.Equal((HttpStatusCode.SeeOther, $"{Path(cohort)}?done=hand-over"), await PostAsync(way, cookie, ("liaison", "other")));

        Assert.Contains("Ada Other: looks after 2 groups, of 5 at most", shown, StringComparison.Ordinal);
        Assert.Equal("other", (await web.Get<GroupStore>().GetAsync(cohort, "G001")).LiaisonId);
        Assert.Equal(
            new FieldChange("liaison", "José Álvarez", "Ada Other"),
            Assert.Single(Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, "G001")).Changes!));
        Assert.Equal("Ada Other", (await web.Get<DecisionStore>().FindAsync(cohort, "pulse-G001-1-P1"))!.Request.Facts["liaison"]);
        Assert.Equal("other", (await web.Get<DecisionStore>().FindAsync(cohort, "liaison-silence-G001-1-0-other-P2"))!.SubjectId);
        var mail = Assert.Single(await MailsAsync(cohort, "other"));
        Assert.Contains("Nothing comes from 王小明", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("/d/", mail.Text, StringComparison.Ordinal);
        Assert.Equal($"liaison@{cohort}.example", Assert.Single(mail.ReplyTo).Address);
        var (_, page) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);
        Assert.Contains("Liaison: Ada Other instead of José Álvarez", page, StringComparison.Ordinal);
        var (_, week) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/groups?need=word&liaison=other", cookie);
        Assert.True(Lists(week, "G001"));
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("liaison")]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task GivenSomebodyWhoIsNoOtherLiaison_WhenAGroupIsHandedToThem_ThenNothingIsDone(string to)
    {
        var (cohort, cookie) = await CohortAsync();
        var (status, html) = await PostAsync(await WayAsync(cohort, cookie, "hand-over"), cookie, ("liaison", to));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("class=\"errors\"", html, StringComparison.Ordinal);
        Assert.Equal("liaison", (await web.Get<GroupStore>().GetAsync(cohort, "G001")).LiaisonId);
        Assert.Empty(await web.Get<CommitteeActStore>().ListAsync(cohort, "G001"));
    }

    [Fact]
    public async Task GivenAGroupThatChangedMeanwhile_WhenTheButtonIsPressed_ThenItIsSaidAndNothingIsDone()
    {
        var (cohort, cookie) = await CohortAsync();
        await HearAsync(cohort);
        var (handing, dissolving) = (await WayAsync(cohort, cookie, "hand-over"), await WayAsync(cohort, cookie, "dissolve"));
        await web.Get<GroupStore>().UpdateAsync(cohort, "G001", group => group with { LiaisonId = "lead" });

        var (handed, html) = await PostAsync(handing, cookie, ("liaison", "other"));
        var (dissolved, _) = await PostAsync(dissolving, cookie, ("choice", "search"));
        await web.Get<GroupStore>().UpdateAsync(
            cohort, "G001", group => group with { LiaisonId = "liaison", Status = GroupStatus.Dissolved });
        var (ended, _) = await PostAsync(handing, cookie, ("liaison", "other"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (handed, dissolved, ended));
        Assert.Contains("Nothing was done", html, StringComparison.Ordinal);
        Assert.Equal("liaison", (await web.Get<GroupStore>().GetAsync(cohort, "G001")).LiaisonId);
        Assert.Empty(await MailsAsync(cohort, "other"));
        Assert.Empty(await web.Get<CommitteeActStore>().ListAsync(cohort, "G001"));
        Assert.Empty(await web.Get<DecisionStore>().ListAsync(cohort, "group-dissolve-"));
    }

    [Fact]
    public async Task GivenARunningGroup_WhenItIsDissolved_ThenItsOrchestrationHearsOfItOnce()
    {
        var (cohort, cookie) = await CohortAsync();
        var way = await WayAsync(cohort, cookie, "dissolve");
        var (unheard, _) = await PostAsync(way, cookie, ("choice", "rest"));
        await HearAsync(cohort);

        for (var press = 0; press < 2; press++)
            Assert.Equal((HttpStatusCode.SeeOther, $"{Path(cohort)}?done=dissolve"), await PostAsync(way, cookie, ("choice", "search")));
        var (again, _) = await PostAsync(way.Replace("press=", "press=2", StringComparison.Ordinal), cookie, ("choice", "rest"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (unheard, again));
        Assert.Equal(
            ("search", 1),
            (await web.Get<DecisionStore>().FindAsync(cohort, "group-dissolve-G001-lead")) is { } word
                ? (word.Choice, word.Version)
                : default);
        Assert.Equal("dissolve", Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, "G001")).Action);
        var (_, html) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);
        Assert.Equal("note hand-over", string.Join(' ', Ways().Matches(html).Select(other => other.Groups[1].Value)));
        Assert.Contains("A new partner for each, at once", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Standing.Available, "Zoë Müller (Germany) would be introduced at once to Yuki Tanaka (Japan).")]
    [InlineData(Standing.Eligible, "Of the waiting list, Yuki Tanaka (Japan) would be asked")]
    [InlineData(Standing.Ineligible, "For Zoë Müller (Germany) nobody fits")]
    public async Task GivenAPersonWhoIsThere_WhenDissolvingIsLookedAt_ThenThePageSaysWhatWouldHappenAndNothingIsWritten(
        Standing standing, string words)
    {
        var (cohort, cookie) = await CohortAsync();
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(cohort, "P7", "Yuki Tanaka", "JP", standing) with
        {
            Email = $"yuki@{cohort}.example", // in no other test's cohort
        });
        await web.Get<PeopleStore>().ApplyAsync(cohort, "P2", person => person with { Languages = ["zh"] }); // nobody shares it

        var (status, html) = await CommitteeVisit.GetAsync(web, await WayAsync(cohort, cookie, "dissolve"), cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        var foreseen = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("details.foreseen")!;
        Assert.Contains("<bdi>Zoë Müller</bdi> (Germany)", foreseen.InnerHtml, StringComparison.Ordinal);
        var read = foreseen.TextContent;
        Assert.Contains(words, read, StringComparison.Ordinal);
        Assert.Contains("For 王小明 (Germany) nobody fits at this moment.", read, StringComparison.Ordinal);
        Assert.Equal(
            (standing, null), await web.Get<PeopleStore>().GetAsync(cohort, "P7") is { } still ? (still.Standing, still.GroupId) : default);
        Assert.Equal(3, (await web.Get<GroupStore>().ListAsync(cohort)).Count);
        Assert.Equal(GroupStatus.Active, (await web.Get<GroupStore>().GetAsync(cohort, "G001")).Status);
    }

    [Fact]
    public async Task GivenGroupsThatContradictEachOther_WhenDissolvingIsLookedAt_ThenThePageSaysSoAndTheButtonsAreThere()
    {
        var (cohort, cookie) = await CohortAsync();
        await web.Get<GroupStore>().PutManyAsync(cohort, [Group(cohort, "G004", "other", GroupStatus.Active, "P3", "P4")]);

        var (status, html) = await CommitteeVisit.GetAsync(web, await WayAsync(cohort, cookie, "dissolve"), cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("contradicts itself", html, StringComparison.Ordinal);
        Assert.Contains("value=\"search\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAMemberWhoWasErased_WhenTheGroupsPageIsOpened_ThenTheyAreWithoutAName()
    {
        var (cohort, cookie) = await CohortAsync();
        await web.Get<PeopleStore>().ApplyAsync(
            cohort, "P1", person => Ilnp.Programme.PersonalData.ErasedPersonRule.Of(person, web.Clock.Now));

        var (status, html) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("Zoë Müller", Heading().Match(html).Value, StringComparison.Ordinal);
        Assert.Contains("王小明", Heading().Match(html).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "G001", true, HttpStatusCode.SeeOther)]
    [InlineData("POST", "G001/do/dissolve", true, HttpStatusCode.SeeOther)]
    [InlineData("GET", "G003", false, HttpStatusCode.NotFound)]
    [InlineData("GET", "G999", false, HttpStatusCode.NotFound)]
    [InlineData("GET", "G001/do/nothing", false, HttpStatusCode.NotFound)]
    public async Task GivenNobodySignedInOrNoSuchGroup_WhenAskedFor_ThenSigningInOrTheWayBackIsShown(
        string method, string path, bool isStranger, HttpStatusCode expected)
    {
        var (cohort, cookie) = await CohortAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/cohorts/{cohort}/groups/{path}");
        if (!isStranger) request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        if (isStranger) Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        else Assert.Contains($"href=\"/cohorts/{cohort}/groups\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    static string Path(string cohort) => $"/cohorts/{cohort}/groups/G001";

    static bool Lists(string html, string group) => html.Contains($"/groups/{group}\"", StringComparison.Ordinal);

    static Letter Heard(string cohort) => new("care", "G001-1-heard-trouble", "heard-trouble")
    {
        Liaison = SampleCohort.Settings(cohort).Committee[0],
        Model = Ilnp.Tests.Mail.SampleMail.Of("heard-trouble").Model,
    };

    /// <summary>The address on the group's page.</summary>
    async Task<string> WayAsync(string cohort, string cookie, string action)
    {
        var (_, html) = await CommitteeVisit.GetAsync(web, Path(cohort), cookie);
        return WebUtility.HtmlDecode(Ways().Matches(html).Single(way => way.Groups[1].Value == action).Value[6..^1]);
    }

    /// <summary>Somebody hears what is said to the group.</summary>
    async Task HearAsync(string cohort) => await web.Durable.ScheduleNewOrchestrationInstanceAsync(
        nameof(WaitingOrchestrator.HearDecisions),
        1,
        new Microsoft.DurableTask.StartOrchestrationOptions(InstanceIds.Group(cohort, "G001")));

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string cohort, string liaison)
    {
        var mails = await Task.WhenAll(web.Mails("liaison-handed-over").Select(entry => web.Get<LocalMailbox>().ReadAsync(entry.FileName)));
        return [.. mails.OfType<MailboxMail>().Where(mail => mail.To[0].Address == $"{liaison}@{cohort}.example")];
    }

    Task<Uri> AskAsync(string cohort, string decision, string form, string subject) => web.Get<DecisionLinks>().OpenAsync(new()
    {
        CohortId = cohort,
        DecisionId = decision,
        Form = form,
        SubjectId = subject,
        ClosesAt = web.Clock.Now.AddDays(30),
        Facts = new Dictionary<string, string> { ["about"] = "王小明", ["liaison"] = "José Álvarez" },
    });

    async Task AnswerAsync(string cohort, string decision, string subject, string choice)
    {
        var link = await AskAsync(cohort, decision, Pulse.Form, subject);
        using var answer = await web.Client.PostAsync(
            link.PathAndQuery, new FormUrlEncodedContent([KeyValuePair.Create("choice", choice)]));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>G001 of a liaison with room for 15, G002 of another with room for 5, and G003 that is only proposed.</summary>
    async Task<(string Cohort, string Cookie)> CohortAsync()
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        var settings = SampleCohort.Settings(id);
        var other = new CommitteeMember
        {
            Id = "other",
            Name = "Ada Other",
            Email = $"other@{id}.example",
            Roles = [CommitteeRole.Liaison],
            LiaisonLoad = 5,
        };
        await web.Get<CohortStore>().TryAddAsync(settings with { Committee = [.. settings.Committee, other] });
        string[] names = ["Zoë Müller", "王小明", "José Álvarez Ruiz", "Anna Kuznetsova"];
        foreach (var (i, name) in names.Index())
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(id, $"P{i + 1}", name, "DE", Standing.Active) with { GroupId = $"G00{(i / 2) + 1}" });
        await web.Get<GroupStore>().PutManyAsync(
            id,
            [
                Group(id, "G001", "liaison", GroupStatus.Active, "P1", "P2"), Group(id, "G002", "other", GroupStatus.Active, "P3", "P4"),
                Group(id, "G003", "other", GroupStatus.Proposed, "P8", "P9"),
            ]);
        return (id, await CommitteeVisit.SignInAsync(web, id));
    }

    Group Group(string cohort, string id, string liaison, GroupStatus status, params string[] members) => new()
    {
        CohortId = cohort,
        GroupId = id,
        Members = members,
        Status = status,
        LiaisonId = liaison,
        FormedAt = web.Clock.Now.AddDays(-1),
        Reasons = [new("commonLanguage", ["en"])],
    };

    async Task<(HttpStatusCode Status, string Html)> PostAsync(string path, string cookie, params (string Name, string Value)[] fields)
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

    [GeneratedRegex("href=\"/cohorts/[^\"/]+/groups/G001/do/([a-z-]+)[^\"]*\"")]
    private static partial Regex Ways();

    [GeneratedRegex("<h1>.*</h1>")]
    private static partial Regex Heading();
}
