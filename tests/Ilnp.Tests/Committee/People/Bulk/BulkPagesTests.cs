using System.Net;
using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Committee.People.Bulk;
using Ilnp.Mail;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Committee.People.Bulk;

/// <summary>The same act about many people: what is said before, what is done, and what is told of it.</summary>
public sealed class BulkPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenADryRun_WhenItIsShown_ThenItCountsAndNamesAndWritesNothing()
    {
        var (cohort, cookie) = await CohortAsync();
        var mails = web.Mails("application-withdrawn").Count;

        var (status, html) = await BulkVisit.LookAsync(web, cohort, cookie, "do=withdraw&of=all");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<strong>2</strong>people it concerns", html, StringComparison.Ordinal);
        Assert.Contains("<strong>2</strong>mails go out", html, StringComparison.Ordinal);
        Assert.Contains("<strong>3</strong>left out", html, StringComparison.Ordinal);
        Assert.Contains("3 people have no application to take back now", html, StringComparison.Ordinal);
        Assert.Contains("Application taken back", html, StringComparison.Ordinal);
        Assert.Contains("Do it for 2 people", html, StringComparison.Ordinal);
        Assert.Equal("P1 P2", BulkVisit.FieldsOf(html)["ids"]);
        Assert.Empty(await web.Get<CommitteeActStore>().ListAllAsync(cohort, default));
        Assert.Empty(await web.Get<DecisionStore>().ListAsync(cohort, "withdrawal-"));
        Assert.Empty(await RunsAsync(cohort));
        Assert.Equal(mails, web.Mails("application-withdrawn").Count);
        Assert.Equal(Standing.Eligible, (await web.Get<PeopleStore>().GetAsync(cohort, "P1")).Standing);
    }

    [Fact]
    public async Task GivenADryRun_WhenItIsConfirmedTwiceAndByAnotherLead_ThenEachIsActedOnOnceAndTheAuditLeadsToTheResult()
    {
        var (cohort, cookie) = await CohortAsync();
        var other = await CommitteeVisit.SignInAsync(web, cohort, "second");
        var fields = BulkVisit.FieldsOf((await BulkVisit.LookAsync(web, cohort, cookie, "do=withdraw&of=all")).Html);
        var mails = web.Mails("application-withdrawn").Count;

        var presses = await Task.WhenAll(
            BulkVisit.PressAsync(web, cohort, cookie, fields),
            BulkVisit.PressAsync(web, cohort, other, fields),
            BulkVisit.PressAsync(web, cohort, cookie, fields));
        var page = await BulkVisit.EndAsync(web, cohort, cookie, presses[0].Html);
        await BulkVisit.PressAsync(web, cohort, other, fields);

        Assert.All(presses, press => Assert.Equal((HttpStatusCode.SeeOther, presses[0].Html), (press.Status, press.Html)));
        Assert.Contains("2 of 2 done", page, StringComparison.Ordinal);
        Assert.Contains("Zoë Müller", page, StringComparison.Ordinal);
        Assert.Single(await RunsAsync(cohort));
        var acts = await web.Get<CommitteeActStore>().ListAllAsync(cohort, default);
        Assert.Equal(
            ["P1", "P2"], acts.Where(act => act is { Bulk: null, Action: "withdraw", IsDone: true }).Select(act => act.SubjectId).Order());
        Assert.True(Assert.Single(acts, act => act.Bulk is not null).IsDone);
        Assert.Equal(3, acts.Count);
        Assert.Equal(mails + 2, web.Mails("application-withdrawn").Count);
        Assert.Equal(Standing.Ineligible, (await web.Get<PeopleStore>().GetAsync(cohort, "P2")).Standing);
        var (_, audit) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/audit", cookie);
        Assert.Contains($"href=\"{presses[0].Html}\"", audit, StringComparison.Ordinal);
        Assert.Contains("2 people", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenSomebodyWhoChangedSinceTheDryRun_WhenItIsDone_ThenTheyAreLeftOutAndNamed()
    {
        var (cohort, cookie) = await CohortAsync();
        var fields = BulkVisit.FieldsOf((await BulkVisit.LookAsync(web, cohort, cookie, "do=withdraw&of=all")).Html);
        await web.Get<PeopleStore>().UpdateAsync(cohort, "P2", person => person with { Standing = Standing.Asked });

        var page = await BulkVisit.EndAsync(web, cohort, cookie, (await BulkVisit.PressAsync(web, cohort, cookie, fields)).Html);

        Assert.Contains("1 of 2 done", page, StringComparison.Ordinal);
        Assert.Contains("1 person has no application to take back now", page, StringComparison.Ordinal);
        Assert.Contains("王小明", page, StringComparison.Ordinal);
        Assert.Equal(Standing.Asked, (await web.Get<PeopleStore>().GetAsync(cohort, "P2")).Standing);
        Assert.Empty(await web.Get<CommitteeActStore>().ListAsync(cohort, "P2"));
    }

    [Fact]
    public async Task GivenOpenQuestions_WhenTheirLinksAreSentAgain_ThenWhoHadItJustNowOrGetsNoMailIsLeftOut()
    {
        var (cohort, cookie) = await CohortAsync();
        foreach (var id in new[] { "P1", "P2", "P3" })
        {
            await web.Get<DecisionLinks>().OpenAsync(new()
            {
                CohortId = cohort,
                DecisionId = $"availability-{id}",
                Form = "availability",
                SubjectId = id,
                ClosesAt = web.Clock.Now.AddDays(3),
            });
            await web.Get<PeopleStore>().UpdateAsync(cohort, id, person => person with { Email = $"{id}@{cohort}.example" });
        }

        await web.Get<SuppressionList>().AddAsync(web.Get<AddressKeys>().Of($"P2@{cohort}.example"), MailStream.Essential, "bounced");
        await PostAsync($"/cohorts/{cohort}/people/P3/do/ask-again?press=1&about=availability-P3", cookie);
        var mails = web.Mails("fresh-link").Count;

        var (_, html) = await BulkVisit.LookAsync(web, cohort, cookie, "do=ask-again&of=all");
        var page = await BulkVisit.EndAsync(
            web, cohort, cookie, (await BulkVisit.PressAsync(web, cohort, cookie, BulkVisit.FieldsOf(html))).Html);

        Assert.Equal("P1", BulkVisit.FieldsOf(html)["ids"]);
        Assert.Contains("1 person gets no mail", html, StringComparison.Ordinal);
        Assert.Contains("1 person had this mail less than an hour ago", html, StringComparison.Ordinal);
        Assert.Contains("2 people have no open question", html, StringComparison.Ordinal);
        Assert.Contains("1 of 1 done", page, StringComparison.Ordinal);
        Assert.Equal(mails + 1, web.Mails("fresh-link").Count);
    }

    [Fact]
    public async Task GivenAPauseAndANote_WhenDoneForMany_ThenEachHasWhatWasChosenForAll()
    {
        var (cohort, cookie) = await CohortAsync();
        var (_, pause) = await BulkVisit.LookAsync(web, cohort, cookie, "do=pause&of=all");
        var (missing, again) = await BulkVisit.PressAsync(web, cohort, cookie, BulkVisit.FieldsOf(pause));
        var paused = await BulkVisit.PressAsync(web, cohort, cookie, [.. BulkVisit.FieldsOf(again), new("weeks", "pause-2")]);
        var (_, note) = await BulkVisit.LookAsync(web, cohort, cookie, "do=note&of=ticked&who=P1&who=P4");
        var noted = await BulkVisit.PressAsync(web, cohort, cookie, [.. BulkVisit.FieldsOf(note), new("note", "Met at the fair.")]);
        await BulkVisit.EndAsync(web, cohort, cookie, paused.Html);
        var page = await BulkVisit.EndAsync(web, cohort, cookie, noted.Html);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing);
        Assert.Contains("2: Pause noted", Plain(pause), StringComparison.Ordinal);
        Assert.Contains("2: The partner pauses (to their partners)", Plain(pause), StringComparison.Ordinal);
        Assert.Contains("3 people are in no running group", pause, StringComparison.Ordinal);
        Assert.Equal(
            ["pause-2", "pause-2"], (await web.Get<DecisionStore>().ListAsync(cohort, "pulse-G001-")).Select(decision => decision.Choice!));
        Assert.Contains("No mail goes out.", note, StringComparison.Ordinal);
        Assert.Contains("Met at the fair.", page, StringComparison.Ordinal);
        Assert.Equal("Met at the fair.", Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, "P1")).Note);
    }

    [Fact]
    public async Task GivenHeldBackPeopleAndThoseWhoTookBack_WhenDoneForMany_ThenTheyCount()
    {
        var (cohort, cookie) = await CohortAsync();
        await web.Get<PeopleStore>().UpdateAsync(
            cohort, "P2", person => person with { Standing = Standing.HeldBack, Reasons = [ReasonCode.UnknownMoment] });
        foreach (var act in new[] { "in-time", "withdraw", "stay" })
        {
            var (_, html) = await BulkVisit.LookAsync(web, cohort, cookie, $"do={act}&of=ticked&who=P2");
            var page = await BulkVisit.EndAsync(
                web, cohort, cookie, (await BulkVisit.PressAsync(web, cohort, cookie, BulkVisit.FieldsOf(html))).Html);
            Assert.Contains("1 of 1 done", page, StringComparison.Ordinal);
        }

        Assert.Equal(
            (Standing.Eligible, null),
            (
                (await web.Get<PeopleStore>().GetAsync(cohort, "P2")).Standing,
                (await web.Get<PeopleStore>().GetAsync(cohort, "P2")).WithdrawnAt));
    }

    [Fact]
    public async Task GivenALiaison_WhenTheyActOnMany_ThenOnlyTheirGroupsPeopleAreConcernedAndTheOthersStay()
    {
        var (cohort, _) = await CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort, "liaison");

        var (_, html) = await BulkVisit.LookAsync(web, cohort, cookie, "do=own-page&of=all");
        var fields = BulkVisit.FieldsOf(html);
        fields["ids"] += " P1";
        var page = await BulkVisit.EndAsync(web, cohort, cookie, (await BulkVisit.PressAsync(web, cohort, cookie, fields)).Html);

        Assert.Equal("P4 P5 P1", fields["ids"]);
        Assert.Contains("3 people are looked after by somebody else", html, StringComparison.Ordinal);
        Assert.Contains("2 of 3 done", page, StringComparison.Ordinal);
        Assert.Contains("1 person is looked after by somebody else", page, StringComparison.Ordinal);
        Assert.Empty(await web.Get<CommitteeActStore>().ListAsync(cohort, "P1"));
    }

    [Fact]
    public async Task GivenAMemberWithoutTheRight_WhenTheyTry_ThenTheyMayNotAndTheListOffersNothing()
    {
        var (cohort, lead) = await CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort, "web");
        var fields = BulkVisit.FieldsOf((await BulkVisit.LookAsync(web, cohort, lead, "do=own-page&of=all")).Html);
        var result = (await BulkVisit.PressAsync(web, cohort, lead, fields)).Html;

        var (_, list) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/people", cookie);

        Assert.DoesNotContain("name=\"who\"", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await BulkVisit.LookAsync(web, cohort, cookie, "do=withdraw&of=all")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await BulkVisit.PressAsync(web, cohort, cookie, fields)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, result, cookie)).Status);
        Assert.StartsWith("/sign-in", (await CommitteeVisit.GetAsync(web, result, null)).Html, StringComparison.Ordinal);
        await BulkVisit.EndAsync(web, cohort, lead, result);
    }

    [Fact]
    public async Task GivenMoreThanOnePage_WhenAllThatTheFilterFindsAreChosen_ThenTheyAreOfAllPagesAndTheListHasSaidHowMany()
    {
        var (cohort, cookie) = await CohortAsync();
        await web.Get<PeopleStore>().AddManyAsync(
            cohort, Enumerable.Range(10, 60).Select(number => SampleCohort.Person(cohort, $"P{number}", $"Person {number}", "FR")));

        var (_, list) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/people?country=FR", cookie);
        var (_, html) = await BulkVisit.LookAsync(web, cohort, cookie, "do=withdraw&of=all&country=FR");

        Assert.Contains("All 60 that this filter finds, on all pages", Plain(list), StringComparison.Ordinal);
        Assert.Equal(60, BulkVisit.FieldsOf(html)["ids"].Split(' ').Length);
        Assert.Contains($"href=\"/cohorts/{cohort}/people?country=FR\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("do=withdraw&of=ticked", "Nobody was chosen")]
    [InlineData("do=withdraw&of=ticked&who=P9&who=%27", "Nobody was chosen")]
    [InlineData("do=erase&of=all", "Nothing was chosen to do")]
    [InlineData("do=leave&of=all", "Nothing was chosen to do")]
    [InlineData("of=all", "Nothing was chosen to do")]
    public async Task GivenAWishThatCannotBe_WhenLookedAt_ThenItIsSaid(string query, string said)
    {
        var (cohort, cookie) = await CohortAsync();
        var (status, html) = await BulkVisit.LookAsync(web, cohort, cookie, query);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (status, html.Contains(said, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GivenMoreThanTheLimit_WhenAllAreChosen_ThenNeitherTheListNorThePageTakesThem()
    {
        var (cohort, cookie) = await CohortAsync();
        await web.Get<PeopleStore>().AddManyAsync(
            cohort,
            Enumerable.Range(1000, BulkRules.Most).Select(number => SampleCohort.Person(cohort, $"P{number}", $"Person {number}", "FR")));

        var (_, list) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/people", cookie);

        Assert.DoesNotContain("id=\"of-all\"", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await BulkVisit.LookAsync(web, cohort, cookie, "do=withdraw&of=all")).Status);
        Assert.Equal(HttpStatusCode.OK, (await BulkVisit.LookAsync(web, cohort, cookie, "do=withdraw&of=all&country=FR")).Status);
    }

    [Fact]
    public async Task GivenADryRunOfDaysAgo_WhenItsButtonIsPressed_ThenItIsShownAnewAndNothingIsDone()
    {
        var (cohort, cookie) = await CohortAsync();
        var fields = BulkVisit.FieldsOf((await BulkVisit.LookAsync(web, cohort, cookie, "do=withdraw&of=all")).Html);
        fields["shown"] = BulkWish.Moment(web.Clock.Now.AddDays(-2));

        var (status, html) = await BulkVisit.PressAsync(web, cohort, cookie, fields);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("this page was more than a day old", html, StringComparison.Ordinal);
        Assert.Empty(await RunsAsync(cohort));
    }

    [Fact]
    public async Task GivenTheSameActAboutTheSamePeopleLaterThatDay_WhenDecidedAnew_ThenItIsDoneAnew()
    {
        var (cohort, cookie) = await CohortAsync();
        var start = web.Clock.Now;
        var results = new List<string>();
        foreach (var act in new[] { "withdraw", "stay", "withdraw" })
        {
            web.Clock.Now += TimeSpan.FromMinutes(5);
            var fields = BulkVisit.FieldsOf((await BulkVisit.LookAsync(web, cohort, cookie, $"do={act}&of=ticked&who=P1&who=P2")).Html);
            results.Add((await BulkVisit.PressAsync(web, cohort, cookie, fields)).Html);
            Assert.Contains("2 of 2 done", await BulkVisit.EndAsync(web, cohort, cookie, results[^1]), StringComparison.Ordinal);
        }

        web.Clock.Now = start;
        Assert.Equal(3, results.Distinct().Count());
        Assert.Equal(Standing.Ineligible, (await web.Get<PeopleStore>().GetAsync(cohort, "P1")).Standing);
    }

    [Fact]
    public async Task GivenAnActThatIsHalfDone_WhenItsPageIsOpened_ThenItSaysHowFarItIsAndLoadsAgainUntilToldNotTo()
    {
        var (cohort, cookie) = await CohortAsync();
        await DecideAsync(cohort, "withdraw");
        var (_, never) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/bulk/plan", cookie);
        await web.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(WaitingOrchestrator.StayHalfDone),
            new BulkProgress(1, new Dictionary<string, int> { [LeftOut.Unfit] = 1 }),
            new StartOrchestrationOptions(InstanceIds.Bulk(cohort, "plan")));
        var half = await WhenAsync(cohort, cookie, "1 of 3 done");

        Assert.Contains("nothing was done", never, StringComparison.Ordinal);
        Assert.Equal("5", half.Refresh);
        Assert.Contains("1 person has no application to take back now", half.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>1</strong>still to do", half.Html, StringComparison.Ordinal);
        Assert.Null((await ResultAsync(cohort, cookie, "?still=1")).Refresh);
        Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/bulk/other", cookie)).Status);
    }

    [Fact]
    public async Task GivenSomebodyOfAPlan_WhenTheyAreErased_ThenThePlanDoesNotKnowThem()
    {
        var (cohort, _) = await CohortAsync();
        await DecideAsync(cohort, "note", "Zoë Müller was not there.");
        await web.Get<Ilnp.Rights.PersonRecords>().EraseAsync(new(cohort, "P1"), default);

        var decided = Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, BulkPlan.Subject("plan")));

        Assert.Equal(["P2", "P3"], decided.Bulk!.People);
        Assert.DoesNotContain("Müller", decided.Note, StringComparison.Ordinal);
    }

    async Task<(string Html, string? Refresh)> WhenAsync(string cohort, string cookie, string said)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await web.Durable.WaitForInstanceStartAsync(InstanceIds.Bulk(cohort, "plan"), limit.Token);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (await ResultAsync(cohort, cookie, "") is var page && Plain(page.Html).Contains(said, StringComparison.Ordinal)) return page;
        }
    }

    async Task<(string Html, string? Refresh)> ResultAsync(string cohort, string cookie, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/cohorts/{cohort}/bulk/plan{query}");
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (
            await answer.Content.ReadAsStringAsync(), answer.Headers.TryGetValues("Refresh", out var refresh) ? refresh.Single() : null);
    }

    Task DecideAsync(string cohort, string act, string? note = null) => web.Get<CommitteeActStore>().BeginAsync(
        cohort, "plan",
        new(BulkPlan.Subject("plan"), web.Clock.Now, "lead", act)
        {
            Bulk = new("plan", act, new Dictionary<string, string>(), ["P1", "P2", "P3"]),
            Note = note,
        }, default);

    async Task<IReadOnlyList<string>> RunsAsync(string cohort)
    {
        List<string> ids = [];
        await foreach (var instance in web.Durable.GetAllInstancesAsync(new() { InstanceIdPrefix = $"bulk-{cohort}-" }))
            ids.Add(instance.InstanceId);
        return ids;
    }

    async Task PostAsync(string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    static string Plain(string html) =>
        WebUtility.HtmlDecode(html).Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal);

    /// <summary>
    /// P1 and P2 wait; P3 was asked; P4 and P5 are a pair of the liaison. Two leads, a liaison, and one who looks after the pages.
    /// </summary>
    async Task<(string Cohort, string Cookie)> CohortAsync()
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        var settings = SampleCohort.Settings(id);
        CommitteeMember Member(string member, CommitteeRole role) =>
            new() { Id = member, Name = $"The {member}", Email = $"{member}@{id}.example", Roles = [role] };
        await web.Get<CohortStore>().TryAddAsync(
            settings with
            {
                Committee = [.. settings.Committee, Member("second", CommitteeRole.Lead), Member("web", CommitteeRole.Technical)],
            });
        var names = new[] { "Zoë Müller", "王小明", "عبد الله بن يوسف", "Άννα Παπαδοπούλου", "José Álvarez" };
        foreach (var (place, name) in names.Index())
        {
            var standing = place < 2 ? Standing.Eligible : place == 2 ? Standing.Asked : Standing.Active;
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(id, $"P{place + 1}", name, "DE", standing) with { GroupId = place > 2 ? "G001" : null });
        }

        await web.Get<GroupStore>().TryAddAsync(new()
        {
            CohortId = id,
            GroupId = "G001",
            Members = ["P4", "P5"],
            Status = GroupStatus.Active,
            LiaisonId = "liaison",
            FormedAt = web.Clock.Now.AddDays(-1),
        });
        return (id, await CommitteeVisit.SignInAsync(web, id));
    }
}
