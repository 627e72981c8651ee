using System.Net;
using System.Text;
using Ilnp.Committee.Acts;
using Ilnp.Committee.FormQuestions;
using Ilnp.Intake;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Stray;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Rights;
using Ilnp.Tests.Committee.Unknown;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Committee.FormQuestions;

/// <summary>Messages for a round that is not here, taken into one that is, or thrown away.</summary>
public sealed class StrayPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    readonly string named = $"wave-{Guid.NewGuid():N}";

    [Fact]
    public async Task GivenMessagesForLastYear_WhenALeadTakesThemIn_ThenEachIsAnApplicantOnceHoweverOftenItIsPressed()
    {
        var visit = await BeginAsync();
        await KeepAsync("Rosa Quispe", "Bao Vu");
        var path = await PathAsync(visit);
        var (overview, list, page) = (
            await visit.PageAsync($"/cohorts/{visit.Cohort}"), await visit.PageAsync(visit.List), await visit.PageAsync(path));

        var first = await visit.Inner.PostAsync(UnknownVisit.Action(page), ("do", StrayPages.TakeIn));
        var again = await visit.Inner.PostAsync(UnknownVisit.Action(page), ("do", StrayPages.TakeIn));

        Assert.Contains("came for a round that is not here", overview, StringComparison.Ordinal);
        Assert.Contains($"2 messages from google-forms for “{named}”", list, StringComparison.Ordinal);
        Assert.Contains($"All are kept until {DateText.Day(new DateOnly(2020, 4, 8), "en")}", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"{visit.List}?done=stray-take-in"), (first.Status, first.Html));
        Assert.Equal(first, again);
        foreach (var name in new[] { "Rosa Quispe", "Bao Vu" }) Assert.Equal(1, await MailsAsync(visit, name));
        Assert.Equal(2, (await ApplicationsAsync(visit.Cohort)).Count);
        Assert.Empty(await LeftAsync());
        Assert.DoesNotContain(named, await visit.PageAsync(visit.List), StringComparison.Ordinal);
        Assert.Matches(
            $"(?s)took in messages for a round that is not here.*2, google-forms, “{named}”",
            await visit.PageAsync($"/cohorts/{visit.Cohort}/audit"));
    }

    [Fact]
    public async Task GivenTwoMembersOfARoundAtOnce_WhenBothTakeThemIn_ThenEachIsTakenInOnce()
    {
        var visit = await BeginAsync();
        var other = new UnknownVisit(web, visit.Cohort, await CommitteeVisit.SignInAsync(web, visit.Cohort, "technical"));
        await KeepAsync([.. Enumerable.Range(0, 12).Select(one => $"Rosa {(char)('A' + one)}")]);
        var path = await PathAsync(visit);
        var actions = new[] { UnknownVisit.Action(await visit.PageAsync(path)), UnknownVisit.Action(await other.PageAsync(path)) };

        var answers = await Task.WhenAll(
            visit.Inner.PostAsync(actions[0], ("do", StrayPages.TakeIn)), other.PostAsync(actions[1], ("do", StrayPages.TakeIn)),
            visit.Inner.PostAsync(actions[0], ("do", StrayPages.TakeIn)));
        await visit.Inner.FollowedAsync();

        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.Conflict }));
        Assert.Equal(12, (await ApplicationsAsync(visit.Cohort)).Count);
        Assert.Equal(12, (await web.Get<PeopleStore>().ListAsync(visit.Cohort)).Count);
        Assert.Equal(12, (await web.Get<MailLedger>().ListAsync(visit.Cohort)).Count(mail => mail.Template == "application-received"));
        Assert.Empty(await LeftAsync());
    }

    [Fact]
    public async Task GivenARoundThatHasGone_WhenItWouldTakeThemIn_ThenTheyAreStillKept()
    {
        await KeepAsync("Somebody Left");
        var kept = Assert.Single(await LeftAsync());

        Assert.Equal(
            0, await web.Get<StrayTaking>().TakeInAsync(web.Durable, "gone", new(kept.Provider, kept.NameId, kept.ReceivedAt), default));
        Assert.Equal(kept.MessageId, Assert.Single(await LeftAsync()).MessageId);
    }

    [Fact]
    public async Task GivenTwoRoundsAtOnce_WhenBothTakeThemIn_ThenEachMessageIsInOneOfThem()
    {
        var (one, two) = (await BeginAsync(), await BeginAsync());
        await KeepAsync([.. Enumerable.Range(0, 12).Select(at => $"Rosa {(char)('A' + at)}")]);
        var path = await PathAsync(one);
        var (first, second) = (
            UnknownVisit.Action(await one.PageAsync(path)), UnknownVisit.Action(await two.PageAsync(await PathAsync(two))));

        await Task.WhenAll(one.Inner.PostAsync(first, ("do", StrayPages.TakeIn)), two.Inner.PostAsync(second, ("do", StrayPages.TakeIn)));
        await Task.WhenAll(one.Inner.FollowedAsync(), two.Inner.FollowedAsync());

        var (here, there) = (await ApplicationsAsync(one.Cohort), await ApplicationsAsync(two.Cohort));
        Assert.Equal(12, here.Concat(there).Select(application => application.ApplicationId).Distinct().Count());
        Assert.Equal(12, here.Count + there.Count);
        Assert.Empty(await LeftAsync());
    }

    [Fact]
    public async Task GivenAnEndHalfWay_WhenItIsPressedAgain_ThenTheRestIsTakenInAndNoOtherRoundCanHaveIt()
    {
        var (visit, other) = (await BeginAsync(), await BeginAsync());
        await KeepAsync("Rosa Quispe", "Bao Vu", "Luc Morel");
        var action = UnknownVisit.Action(await visit.PageAsync(await PathAsync(visit)));
        var strays = web.Get<StrayStore>();
        // The first is in the round's inbox already, the second only claimed, when the process ends.
        var begun = (await LeftAsync()).Take(2).ToList();
        foreach (var message in begun) Assert.True(await strays.TryClaimAsync(message, visit.Cohort, default));
        var inside = (await strays.FindAsync(begun[0], default))!;
        await web.Get<ApplicationInbox>().AcceptAsync(web.Durable, visit.Cohort, FormProvider.Find(inside.Provider)!, inside.Body);
        Assert.Contains($"One message from google-forms for “{named}”", await other.PageAsync(other.List), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await visit.Inner.PostAsync(action, ("do", StrayPages.TakeIn))).Status);

        Assert.Equal(3, (await ApplicationsAsync(visit.Cohort)).Count);
        foreach (var name in new[] { "Rosa Quispe", "Bao Vu", "Luc Morel" }) Assert.Equal(1, await MailsAsync(visit, name));
        Assert.Empty(await LeftAsync());

        // All was taken in, and only that could not be written down any more.
        await web.Get<CommitteeActStore>().UpdateAllAsync(visit.Cohort, act => act with { IsDone = false }, default);
        Assert.Equal(HttpStatusCode.SeeOther, (await visit.Inner.PostAsync(action, ("do", StrayPages.TakeIn))).Status);
        Assert.True(Assert.Single(await web.Get<CommitteeActStore>().ListAllAsync(visit.Cohort, default)).IsDone);
    }

    [Fact]
    public async Task GivenMessagesThatNobodyNeeds_WhenTheyAreThrownAway_ThenTheyAreGoneAndALaterPressSaysThatSomebodyWasFirst()
    {
        var (visit, other) = (await BeginAsync(), await BeginAsync());
        await KeepAsync("Rosa Quispe");
        var first = UnknownVisit.Action(await visit.PageAsync(await PathAsync(visit)));
        var second = UnknownVisit.Action(await other.PageAsync(await PathAsync(other)));
        web.Clock.Now += TimeSpan.FromMinutes(1);
        await KeepAsync("Bao Vu");

        var thrown = await visit.Inner.PostAsync(first, ("do", StrayPages.ThrowAway));
        var late = await other.Inner.PostAsync(second, ("do", StrayPages.TakeIn));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (thrown.Status, late.Status));
        Assert.Contains("Nothing was done by your press", late.Html, StringComparison.Ordinal);
        Assert.Empty(await ApplicationsAsync(visit.Cohort));
        Assert.Empty(await ApplicationsAsync(other.Cohort));
        Assert.Empty(await web.Get<CommitteeActStore>().ListAllAsync(other.Cohort, default));
        Assert.Single(await LeftAsync()); // came after the page was shown
    }

    [Fact]
    public async Task GivenOthersOrAClosedRound_WhenTheyOpenThePages_ThenNothingIsShownAndNothingHappens()
    {
        var visit = await BeginAsync();
        await KeepAsync("Rosa Quispe");
        var path = await PathAsync(visit);
        var action = UnknownVisit.Action(await visit.PageAsync(path));
        var technical = new UnknownVisit(web, visit.Cohort, await CommitteeVisit.SignInAsync(web, visit.Cohort, "technical"));
        var liaison = new UnknownVisit(web, visit.Cohort, await CommitteeVisit.SignInAsync(web, visit.Cohort, "liaison"));

        Assert.Contains(named, await technical.PageAsync(visit.List), StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", await technical.PageAsync(path), StringComparison.Ordinal);
        Assert.Contains("came for a round", await technical.PageAsync($"/cohorts/{visit.Cohort}"), StringComparison.Ordinal);
        Assert.DoesNotContain("came for a round", await liaison.PageAsync($"/cohorts/{visit.Cohort}"), StringComparison.Ordinal);
        foreach (var page in new[] { path, visit.List })
            Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, page, liaison.Cookie)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await liaison.PostAsync(action, ("do", StrayPages.ThrowAway))).Status);
        var broken = action.Replace("about=", "about=x", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Inner.PostAsync(broken, ("do", StrayPages.ThrowAway))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Inner.PostAsync(action, ("do", "something"))).Status);

        web.Clock.Now = new(2020, 4, 2, 0, 0, 0, TimeSpan.Zero);
        var later = new UnknownVisit(web, visit.Cohort, await CommitteeVisit.SignInAsync(web, visit.Cohort));
        Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, path, later.Cookie)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await later.PostAsync(action, ("do", StrayPages.TakeIn))).Status);
        Assert.Single(await LeftAsync());
    }

    [Fact]
    public async Task GivenANameThatIsMarkup_WhenItIsShown_ThenItIsText()
    {
        var visit = await BeginAsync();
        await web.Get<StrayMessages>().AcceptAsync(
            $"<script>{named}", null, FormProvider.Find("google-forms")!, Body("Rosa Quispe"), default);
        var path = Assert.Single(
            await web.Get<StrayStore>().ListAsync(default), message => message.Named.Contains(named, StringComparison.Ordinal));

        foreach (var page in new[] { visit.List, QuestionPaths.OfStrays(visit.Cohort, path.Provider, path.NameId) })
        {
            var (_, html) = await CommitteeVisit.GetAsync(web, page, visit.Inner.Cookie);
            Assert.Contains($"&lt;script&gt;{named}", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task GivenSomebodyWhoseMessageNamedAnotherRound_WhenTheyAskOrAreErased_ThenItIsShownAndGoesAndOthersStay()
    {
        var visit = await BeginAsync();
        await visit.TakeAsync("Rosa Quispe", ("Country", "Peru"));
        var rosa = await visit.PersonAsync("Rosa Quispe");
        await KeepAsync("Rosa Quispe", "Rosa Quispe Vu");
        var escaped = QuestionVisit.Message("Rosa", ("Email", "ROSA.Quispe@library.example"))
            .Replace("@", "\\u0040", StringComparison.Ordinal);
        await web.Get<StrayMessages>().AcceptAsync(
            named, null, FormProvider.Find("google-forms")!, new(Encoding.UTF8.GetBytes(escaped), "application/json"), default);
        var records = web.Get<PersonRecords>();
        var self = new PersonRef(visit.Cohort, rosa.PersonId);

        var held = (await records.ExportAsync(self, AppTexts.Shelf.In("en"), default))!;
        Assert.Equal(2, held.Rounds[0].Held.Single(kind => kind.What.Name == "stray").Holdings.Count);
        for (var time = 0; time < 2; time++) await records.EraseAsync(self);

        var left = Assert.Single(await LeftAsync());
        Assert.Contains(
            "Rosa Quispe Vu",
            Encoding.UTF8.GetString((await web.Get<StrayStore>().FindAsync(left, default))!.Body.Bytes),
            StringComparison.Ordinal);
    }

    /// <summary>A round that takes applications, with a technical member.</summary>
    async Task<QuestionVisit> BeginAsync()
    {
        web.Clock.Now = new(2020, 3, 10, 12, 0, 0, TimeSpan.Zero);
        var id = $"c{Guid.NewGuid():N}"[..12];
        var settings = SampleCohort.Settings(id);
        var technical = new CommitteeMember
        {
            Id = "technical",
            Name = "Ada Öz",
            Email = $"technical@{id}.example",
            Roles = [CommitteeRole.Technical],
        };
        await web.Get<CohortStore>().TryAddAsync(settings with { Committee = [.. settings.Committee, technical] });
        return new(web, id, await CommitteeVisit.SignInAsync(web, id));
    }

    async Task KeepAsync(params string[] names)
    {
        foreach (var name in names)
            Assert.Equal(
                AcceptanceStatus.Stray,
                (await web.Get<StrayMessages>().AcceptAsync(named, null, FormProvider.Find("google-forms")!, Body(name), default)).Status);
    }

    static ReceivedBody Body(string name) =>
        new(Encoding.UTF8.GetBytes(QuestionVisit.Message(name, ("Country", "Peru"))), "application/json");

    async Task<string> PathAsync(QuestionVisit visit) =>
        (await LeftAsync())[0] is var one ? QuestionPaths.OfStrays(visit.Cohort, one.Provider, one.NameId) : "";

    async Task<IReadOnlyList<StrayMessage>> LeftAsync() =>
        [.. (await web.Get<StrayStore>().ListAsync(default)).Where(message => message.Named == named)];

    async Task<IReadOnlyList<Application>> ApplicationsAsync(string cohort) => await web.Get<ApplicationStore>().ListAsync(cohort);

    static Task<int> MailsAsync(QuestionVisit visit, string name) => visit.MailsAsync("application-received", name);
}
