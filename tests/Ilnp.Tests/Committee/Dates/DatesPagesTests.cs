using System.Net;
using System.Text.RegularExpressions;
using DurableTask.Core.History;
using Ilnp.Approvals;
using Ilnp.Committee;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Audit;
using Ilnp.Committee.Dates;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Committee.Dates;

/// <summary>A lead moves days of a running cohort: what is shown, who hears, twice, two at once, and too late.</summary>
public sealed partial class DatesPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenOpenApplications_WhenTheDeadlineIsMovedByTwoPressesOfOneButton_ThenItIsMovedOnceAndWhoeverWasToldHears()
    {
        var (cohort, ana) = await CohortAsync(CohortPhase.ApplicationsOpen);
        var (way, page) = await OpenAsync(cohort, ana);
        Assert.Contains("It has begun or is over", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"announce\"", page, StringComparison.Ordinal);

        var (status, preview) = await PostAsync(way, ana, ("applicationsClose", "2020-05-07"), ("was.applicationsClose", "2020-04-30"));
        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var words in new[]
        {
            "Thursday, 30 April 2020", "Thursday, 7 May 2020", "2 were told this day", "2 participants were told", "Friday, 8 May 2020",
        })
            Assert.Contains(words, preview, StringComparison.Ordinal);
        Assert.Equal(0, (await web.Get<CohortStore>().GetAsync(cohort)).Dates.Moves);
        for (var press = 0; press < 2; press++)
            Assert.Equal(
                HttpStatusCode.SeeOther,
                (await PostAsync(Action(preview), ana, ("applicationsClose", "2020-05-07"), ("sure", "yes"))).Status);
        await SettleAsync(cohort, 1);

        var dates = (await web.Get<CohortStore>().GetAsync(cohort)).Dates;
        Assert.Equal((new DateOnly(2020, 5, 7), 1), (dates.ApplicationsClose, dates.Moves));
        Assert.Equal(1, await HeardAsync(cohort));
        var told = await MailsAsync(cohort, "dates-changed");
        Assert.Equal(["P1", "P2"], told.Select(mail => mail.To[0].Name).Order());
        Assert.Contains(
            told,
            mail =>
                mail.Text.Squeezed().Contains("2020年5月7日", StringComparison.Ordinal)
                    && mail.Text.Squeezed().Contains("2020年4月30日", StringComparison.Ordinal));
        Assert.Contains(
            "Ana Lead",
            Assert.Single(await MailsAsync(cohort, "dates-moved"), mail => mail.To[0].Name == "Bo Lead").Text.Unwrapped(),
            StringComparison.Ordinal);
        Assert.DoesNotContain(await MailsAsync(cohort, "dates-moved"), mail => mail.To[0].Name == "Ana Lead");
        var (_, apply) = await CommitteeVisit.GetAsync(web, $"/apply/{cohort}", null);
        Assert.Contains("7 May 2020", apply, StringComparison.Ordinal);
        var line = Assert.Single(await LinesAsync(cohort));
        Assert.Equal(
            (
                "Ana Lead",
                "moved days",
                "last day of applications: Thursday, 30 April 2020",
                "last day of applications: Thursday, 7 May 2020",
                false),
            (line.Who, line.What, line.Before, line.After, line.IsHalf));
    }

    [Fact]
    public async Task GivenTwoLeadsAtOnce_WhenBothPress_ThenOneWinsAndTheOtherKeepsWhatWasTypedAndMovesNothingBack()
    {
        var (cohort, ana) = await CohortAsync(CohortPhase.ApplicationsOpen);
        var bo = await CommitteeVisit.SignInAsync(web, cohort, "bo");
        var (ofAna, _) = await OpenAsync(cohort, ana);
        var (ofBo, _) = await OpenAsync(cohort, bo);
        (string, string)[] shown = [("was.applicationsClose", "2020-04-30"), ("was.introduce", "2020-06-04"), ("sure", "yes")];

        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await PostAsync(ofAna, ana, [("applicationsClose", "2020-05-02"), ("introduce", "2020-06-04"), .. shown])).Status);
        var (status, stale) = await PostAsync(ofBo, bo, [("applicationsClose", "2020-04-30"), ("introduce", "2020-06-08"), .. shown]);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Somebody changed this cohort", stale, StringComparison.Ordinal);
        Assert.Contains("value=\"2020-06-08\"", stale, StringComparison.Ordinal);
        Assert.Contains("name=\"applicationsClose\" value=\"2020-05-02\"", stale, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await PostAsync(Action(stale), bo, ("applicationsClose", "2020-05-02"), ("introduce", "2020-06-08"), ("sure", "yes"))).Status);
        var dates = (await web.Get<CohortStore>().GetAsync(cohort)).Dates;
        Assert.Equal((new DateOnly(2020, 5, 2), new DateOnly(2020, 6, 8), 2), (dates.ApplicationsClose, dates.Introduce, dates.Moves));
        await SettleAsync(cohort, 2);
        Assert.Equal(2, await HeardAsync(cohort));
    }

    [Fact]
    public async Task GivenTwoPressesAtTheVerySameTime_WhenBothAreDone_ThenOneOfThemMovesTheDays()
    {
        var (cohort, ana) = await CohortAsync(CohortPhase.ApplicationsOpen);
        var ways = new[] { (await OpenAsync(cohort, ana)).Way, (await OpenAsync(cohort, ana)).Way };

        var answers = await Task.WhenAll(
            ways.Select((way, number) => PostAsync(way, ana, ("applicationsClose", $"2020-05-0{number + 2}"), ("sure", "yes"))));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        var moved = Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, DatesFile.Subject), act => act.IsDone);
        Assert.Equal(moved.Dates!.After.ApplicationsClose, (await web.Get<CohortStore>().FindNowAsync(cohort))!.Dates.ApplicationsClose);
    }

    [Fact]
    public async Task GivenAnInquiry_WhenItsLastDayIsMoved_ThenOpenAnswersCloseThenAndThoseAskedHear()
    {
        var (cohort, ana) = await CohortAsync(CohortPhase.AskingAvailability, Standing.Asked, SampleCohort.Settings("c").Dates);
        var closes = new ProgrammeCalendar(await web.Get<CohortStore>().GetAsync(cohort)).AvailabilityCloses;
        await web.Get<DecisionLinks>().OpenAsync(
            new() { CohortId = cohort, DecisionId = "availability-P1", Form = "availability", SubjectId = "P1", ClosesAt = closes });
        var (way, page) = await OpenAsync(cohort, ana);
        Assert.DoesNotContain("name=\"askAvailability\"", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(way, ana, ("availabilityCloses", "2020-04-28"), ("sure", "yes"))).Status);
        await SettleAsync(cohort, 1);

        Assert.Equal(closes.AddDays(4), (await web.Get<DecisionStore>().FindAsync(cohort, "availability-P1"))!.Request.ClosesAt);
        Assert.All(
            await MailsAsync(cohort, "dates-changed"), mail => Assert.DoesNotContain("2020-06", mail.Text, StringComparison.Ordinal));
        Assert.Equal(2, (await MailsAsync(cohort, "dates-changed")).Count);
    }

    [Theory]
    [InlineData("applicationsClose", "2020-04-01", "this moment is over")]
    [InlineData("applicationsClose", "soon", "a day is missing")]
    [InlineData("applicationsClose", "2020-05-20", "Participation inquiry: 2020-05-13 must come after Last day of applications")]
    [InlineData("announce", "2020-05-20", "it has begun")]
    [InlineData("end", "2020-10-04", "No day is another")]
    public async Task GivenADayThatCannotBe_WhenPosted_ThenItIsSaidAndNothingIsMoved(string day, string typed, string expected)
    {
        var (cohort, ana) = await CohortAsync(CohortPhase.ApplicationsOpen);
        var (way, _) = await OpenAsync(cohort, ana);

        var (status, html) = await PostAsync(way, ana, (day, typed), ("sure", "yes"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Equal(0, (await web.Get<CohortStore>().GetAsync(cohort)).Dates.Moves);
    }

    [Fact]
    public async Task GivenAPressThatEndedHalfWay_WhenAnotherLeadLetsItGoOn_ThenItIsDone()
    {
        var (cohort, ana) = await CohortAsync(CohortPhase.ApplicationsOpen);
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var reader = new CommitteeReader(settings, settings.Member("bo")!, AppTexts.Shelf.In("en"));
        var file = await web.Get<DatesFiles>().ReadAsync(reader, web.Durable, default);
        var after = settings.Dates.Moving(CohortDay.ApplicationsClose, new(2020, 5, 3)) with { Moves = 1 };
        var act = new CommitteeAct(DatesFile.Subject, web.Clock.Now, "bo", DatesPresses.Move)
        {
            Press = "half",
            Dates = new(cohort, 1, settings.Dates, after, "bo", web.Clock.Now),
        };
        await Assert.ThrowsAsync<IOException>(() => web.Get<CommitteeActStore>().DoOnceAsync(cohort, "half", act, async _ =>
        {
            Assert.True(await web.Get<CohortStore>().TryReplaceAsync(file.Stored, settings with { Dates = after }));
            throw new IOException("The process ends.");
        }, default));

        var (way, page) = await OpenAsync(cohort, ana);
        Assert.Contains("it ended half-way", page, StringComparison.Ordinal);
        for (var press = 0; press < 2; press++)
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(way, ana, ("press", "half"))).Status);
        await SettleAsync(cohort, 1);

        Assert.Equal(1, await HeardAsync(cohort));
        Assert.True((await web.Get<CommitteeActStore>().ListAsync(cohort, DatesFile.Subject)).Single().IsDone);
    }

    [Fact]
    public async Task GivenALiaison_WhenTheyOpenIt_ThenTheyReadThatLeadsDoAndNothingIsTaken()
    {
        var (cohort, _) = await CohortAsync(CohortPhase.ApplicationsOpen);
        var cem = await CommitteeVisit.SignInAsync(web, cohort, "cem");
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/dates", cem)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await PostAsync($"/cohorts/{cohort}/dates", cem, ("applicationsClose", "2020-05-07"), ("sure", "yes"))).Status);
    }

    [Fact]
    public async Task GivenACohortWithoutALife_WhenOpened_ThenNoDayCanBeMoved()
    {
        var cohort = await web.CohortAsync();
        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/dates", await CommitteeVisit.SignInAsync(web, cohort));
        Assert.Contains("No day of this cohort can be moved now", html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"date\"", html, StringComparison.Ordinal);
    }

    /// <summary>Whatever was begun hears, and hears again ten minutes later.</summary>
    async Task SettleAsync(string cohort, int moves)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var move = 1; move <= moves; move++)
            while (!(await web.Durable.HistoryAsync(InstanceIds.Dates(cohort, move), limit.Token)).OfType<TimerCreatedEvent>().Any())
                limit.Token.ThrowIfCancellationRequested();
        web.Clock.Now = web.Clock.Now.AddMinutes(11);
        for (var move = 1; move <= moves; move++)
        {
            var ended = await web.Durable.WaitForInstanceCompletionAsync(InstanceIds.Dates(cohort, move), limit.Token);
            Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        }
    }

    async Task<int> HeardAsync(string cohort) =>
        (await web.Durable.GetInstanceAsync(InstanceIds.Cohort(cohort), true))!.ReadCustomStatusAs<CohortStatus>()!.Month;

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string cohort, string template)
    {
        var keys = (await web.Get<Ilnp.Mail.Ledger.MailLedger>().ListAsync(cohort, "dates"))
            .Select(written => written.Key.Hash).ToHashSet();
        return await Task.WhenAll(
            web.Mails(template).Where(mail => keys.Contains(mail.Key))
                .Select(async mail => (await web.Get<LocalMailbox>().ReadAsync(mail.FileName))!));
    }

    async Task<IReadOnlyList<AuditLine>> LinesAsync(string cohort)
    {
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var reader = new CommitteeReader(settings, settings.Committee[0], AppTexts.Shelf.In("en"));
        return await web.Get<AuditReading>().AllAsync(reader, AuditFilter.Of(_ => "", settings, web.Clock.Now), default);
    }

    async Task<(string Way, string Html)> OpenAsync(string cohort, string cookie)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/dates", cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        return (Action(html), html);
    }

    static string Action(string html) => WebUtility.HtmlDecode(Actions().Match(html).Groups[1].Value);

    async Task<(string Cohort, string Ana)> CohortAsync(CohortPhase phase, Standing standing = Standing.Eligible, CohortDates? dates = null)
    {
        var id = await StartAsync(web, phase, standing, dates);
        return (id, await CommitteeVisit.SignInAsync(web, id, "ana"));
    }

    /// <summary>A cohort of two leads and a liaison, in a step of its life, with two people.</summary>
    internal static async Task<string> StartAsync(
        WebHostFixture web, CohortPhase phase, Standing standing = Standing.Eligible, CohortDates? dates = null)
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        CommitteeMember Member(string name, string full, CommitteeRole role) => new()
        {
            Id = name,
            Name = full,
            Email = $"{name}@{id}.example",
            Roles = [role],
            LiaisonLoad = role == CommitteeRole.Liaison ? 5 : 0,
        };
        await web.Get<CohortStore>().TryAddAsync(SampleCohort.Settings(id) with
        {
            Dates = dates ?? new()
            {
                Announce = new(2020, 4, 1),
                ApplicationsClose = new(2020, 4, 30),
                AskAvailability = new(2020, 5, 13),
                AvailabilityCloses = new(2020, 5, 24),
                Introduce = new(2020, 6, 4),
                MidSurvey = new(2020, 8, 6),
            },
            Committee =
            [
                Member("ana", "Ana Lead", CommitteeRole.Lead),
                Member("bo", "Bo Lead", CommitteeRole.Lead),
                Member("cem", "Cem C", CommitteeRole.Liaison),
            ],
        });
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(id, "P1", "P1", "DE", standing));
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(id, "P2", "P2", "JP", standing) with { MailLanguage = "ja" });
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(id, "P3", "P3", "JP", Standing.Ineligible));
        await web.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(WaitingOrchestrator.HearMoves), new CohortStatus(phase), new StartOrchestrationOptions(InstanceIds.Cohort(id)));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await web.Durable.WaitForInstanceStartAsync(InstanceIds.Cohort(id), limit.Token);
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

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+/dates[^\"]+)\"")]
    private static partial Regex Actions();
}
