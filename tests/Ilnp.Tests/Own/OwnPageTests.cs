using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Care.Letters;
using Ilnp.Certificates;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Surveys;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Own;

/// <summary>What somebody sees on their own page, and what its buttons lead to.</summary>
public sealed class OwnPageTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    static readonly DateTimeOffset Running = new(2020, 6, 11, 12, 0, 0, TimeSpan.Zero), Ended = new(2020, 9, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task GivenAPair_WhenOneOpensTheirPage_ThenItShowsThePartnerAndHelp()
    {
        await using var at = new Moment(web, Running);
        var cohort = await PairAsync();
        var page = await ShowAsync(cohort, "P1");

        var partner = Card(page, "partner");
        Assert.Contains("Kofi Mensah", partner, StringComparison.Ordinal);
        Assert.Contains("kofi-", partner, StringComparison.Ordinal);
        Assert.Contains("15:00", partner, StringComparison.Ordinal); // Nairobi at noon UTC
        Assert.Equal(3, partner.Split("For a talk").Length - 1);
        Assert.Contains("Looks after you: José Álvarez", Card(page, "care"), StringComparison.Ordinal);
        Assert.Contains("Times are those of Nairobi.", Card(page, "dates"), StringComparison.Ordinal);
        Assert.Contains("Monday, 6 July 2020, 17:00", Card(page, "dates"), StringComparison.Ordinal); // nine in Chicago
        Assert.Null(page.QuerySelector("[data-card=place]"));
    }

    [Fact]
    public async Task GivenHelpNeeded_WhenTheButtonIsPressedOnTwoDays_ThenTheSameWordCanBeSaidTwice()
    {
        await using var at = new Moment(web, Running);
        var cohort = await PairAsync();
        var cookie = await OwnVisit.OpenAsync(web, cohort, "P1");
        for (var day = 0; day < 2; day++)
        {
            web.Clock.Now = Running.AddDays(day);
            var link = await OwnVisit.PressAsync(web, cookie, "care", "word");
            Assert.StartsWith("/d/", link, StringComparison.Ordinal);
            using var told = await web.Client.PostAsync(link, Form(("choice", "mismatch"), ("note", "We have little in common.")));
            Assert.Equal(HttpStatusCode.SeeOther, told.StatusCode);
        }

        var words = await web.Get<DecisionStore>().ListAsync(cohort, "pulse-G001-");
        Assert.Equal(["mismatch", "mismatch"], words.Select(word => word.Choice));
        Assert.All(words, word => Assert.Equal((InstanceIds.Group(cohort, "G001"), "P1"), (word.Request.InstanceId, word.SubjectId)));
    }

    [Fact]
    public async Task GivenOneWhoSaysWhatTheyAgreed_WhenTheOtherLooks_ThenItStandsThereAndBothHaveItByMail()
    {
        await using var at = new Moment(web, Running);
        var cohort = await PairAsync();
        var link = await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, "P1"), "partner", "agree");
        using (await web.Client.PostAsync(link, Form(("rhythm", "weekly"), ("tool", "other"), ("other", "Letters and postcards")))) { }

        var partner = Card(await ShowAsync(cohort, "P2"), "partner");
        Assert.Contains("Every week", partner, StringComparison.Ordinal);
        Assert.Contains("Letters and postcards", partner, StringComparison.Ordinal);
        Assert.Equal(link, await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, "P2"), "partner", "agree"));
        var mails = new List<MailboxMail>();
        foreach (var entry in web.Mails("agreed"))
            if (await web.Get<LocalMailbox>().ReadAsync(entry.FileName) is { } mail
                && mail.To.Any(to => to.Name == $"Kofi Mensah {cohort}"))
                mails.Add(mail);
        Assert.Equal(2, Assert.Single(mails).To.Count);
        await ActivatorUtilities.CreateInstance<CareActivities>(web.Services).AskPulse(
            new(cohort, "G001", 1, InstanceIds.Group(cohort, "G001"), Ended.UtcDateTime));
        var pulses = await Task.WhenAll(web.Mails("pulse").Select(entry => web.Get<LocalMailbox>().ReadAsync(entry.FileName)));
        Assert.Contains(
            "You agreed to talk every week (Letters and postcards).",
            pulses.Single(mail => mail!.To[0].Name == $"Kofi Mensah {cohort}")!.Text.Unwrapped(), StringComparison.Ordinal);
    }

    async Task<string> TextAsync(string path, HttpStatusCode expected)
    {
        using var answer = await web.Client.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).Body!.TextContent;
    }

    [Theory]
    [InlineData(Standing.Eligible, "you are on the waiting list")]
    [InlineData(Standing.Ineligible, "could not accept your application")]
    [InlineData(Standing.HeldBack, "a question about your application")]
    [InlineData(Standing.Available, "You said that you take part")]
    [InlineData(Standing.Later, "You asked for a later round")]
    [InlineData(Standing.Declined, "You are not taking part this time")]
    [InlineData(Standing.Silent, "had no answer in time")]
    public async Task GivenNoGroup_WhenThePageIsOpened_ThenItSaysWhereOneStands(Standing standing, string expected)
    {
        var cohort = await web.CohortAsync(Somebody("P1", standing));
        Assert.Contains(expected, Card(await ShowAsync(cohort, "P1"), "place"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnOpenInquiry_WhenThePageIsOpened_ThenItsButtonLeadsThere()
    {
        var cohort = await web.CohortAsync(Somebody("P1", Standing.Asked));
        var link = await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = InquiryForm.DecisionId("P1"),
            Form = InquiryForm.Name,
            SubjectId = "P1",
            ClosesAt = web.Clock.Now.AddDays(5),
        });
        var cookie = await OwnVisit.OpenAsync(web, cohort, "P1");
        Assert.Contains("There is a place for you", (await CommitteeVisit.GetAsync(web, "/me", cookie)).Html, StringComparison.Ordinal);
        Assert.Equal(link.PathAndQuery, await OwnVisit.PressAsync(web, cookie, "place", "answer"));
    }

    [Fact]
    public async Task GivenAnApplication_WhenTakenBackAndKeptAgain_ThenItCountsAsTheLastWordSays()
    {
        var cohort = await web.CohortAsync(Somebody("P1", Standing.Eligible));
        var cookie = await OwnVisit.OpenAsync(web, cohort, "P1");
        var link = await OwnVisit.PressAsync(web, cookie, "application", "withdraw");
        Assert.Equal(Standing.Eligible, await StandingAsync(cohort)); // asking changes nothing

        using (await web.Client.PostAsync(link, Form(("choice", "withdraw")))) { }
        Assert.Equal(Standing.Ineligible, await StandingAsync(cohort));
        Assert.Contains(
            "You have taken your application back", (await CommitteeVisit.GetAsync(web, "/me", cookie)).Html, StringComparison.Ordinal);
        Assert.Equal(link, await OwnVisit.PressAsync(web, cookie, "application", "stay"));

        using (await web.Client.PostAsync(link, Form(("choice", "stay")))) { }
        Assert.Equal(Standing.Eligible, await StandingAsync(cohort));
        async Task<Standing> StandingAsync(string of) => (await web.Get<PeopleStore>().GetAsync(of, "P1")).Standing;
    }

    [Theory]
    [InlineData(Standing.Active, Standing.Active, "application-kept")]
    [InlineData(Standing.Asked, Standing.Declined, "application-withdrawn")]
    [InlineData(Standing.Silent, Standing.Declined, "application-withdrawn")]
    [InlineData(Standing.Declined, Standing.Declined, "application-withdrawn")]
    [InlineData(Standing.Resting, Standing.Left, "application-withdrawn")]
    public async Task GivenAnApplicant_WhenTheirWordComesAfterThingsHaveGoneOn_ThenItIsHeardAndTheyAreTold(
        Standing meanwhile, Standing expected, string mail)
    {
        var cohort = await web.CohortAsync(Somebody("P1", Standing.Eligible));
        var link = await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, "P1"), "application", "withdraw");
        await web.Get<PeopleStore>().UpdateAsync(
            cohort, "P1", person => person with { Standing = meanwhile, GroupId = meanwhile == Standing.Active ? "G001" : null });
        var before = web.Mails(mail).Count;

        using (await web.Client.PostAsync(link, Form(("choice", "withdraw")))) { }

        Assert.Equal(expected, (await web.Get<PeopleStore>().GetAsync(cohort, "P1")).Standing);
        Assert.Equal(before + 1, web.Mails(mail).Count);
    }

    [Fact]
    public async Task GivenSomebodyWhoLeft_WhenTheyTakeItBackOnTheSamePage_ThenAPartnerIsLookedForAgain()
    {
        await using var at = new Moment(web, Running);
        var cohort = await PairAsync();
        var link = await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, "P1"), "care", "word");
        using (await web.Client.PostAsync(link, Form(("choice", "leave"), ("sure", "yes")))) { }
        // What the cohort's rematches do with it.
        await web.Get<PeopleStore>().UpdateAsync(cohort, "P1", person => person with { Standing = Standing.Left, GroupId = null });

        using (await web.Client.PostAsync(link, Form(("choice", "heard")))) { }

        Assert.Equal(Standing.Available, (await web.Get<PeopleStore>().GetAsync(cohort, "P1")).Standing);
    }

    [Fact]
    public async Task GivenSomebodyWhoWasTakenOut_WhenTheyAnswerAnOldQuestion_ThenTheyStayOut()
    {
        await using var at = new Moment(web, Running);
        var cohort = await PairAsync();
        var link = await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, "P1"), "care", "word");
        using (await web.Client.PostAsync(link, Form(("choice", "trouble")))) { }
        await web.Get<PeopleStore>().UpdateAsync(cohort, "P1", person => person with { Standing = Standing.Left, GroupId = null });

        using (await web.Client.PostAsync(link, Form(("choice", "heard")))) { }

        Assert.Equal(Standing.Left, (await web.Get<PeopleStore>().GetAsync(cohort, "P1")).Standing);
    }

    [Fact]
    public async Task GivenAParticipantWhoMissedTheSurvey_WhenTheyAskForTheirCertificate_ThenItComesAndStandsThere()
    {
        await using var at = new Moment(web, Ended);
        var cohort = await PairAsync(GroupStatus.Completed);
        var cookie = await OwnVisit.OpenAsync(web, cohort, "P1");
        var link = await OwnVisit.PressAsync(web, cookie, "certificate", "wish");
        using (await web.Client.PostAsync(link, Form(("q9-name", "Wanjiru wa Kamau")))) { }

        Assert.NotNull(await web.Get<CertificateStore>().FindAsync(cohort, "P1"));
        var page = await ShowAsync(cohort, "P1");
        using var file = await web.Client.GetAsync(
            new Uri(page.QuerySelector("[data-card=certificate] a")!.GetAttribute("href")!).PathAndQuery);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        var check = web.Get<CertificateLinks>().For(await web.Get<CohortStore>().GetAsync(cohort), "P1").PathAndQuery;
        Assert.Contains("Wanjiru wa Kamau took part in", await TextAsync(check, HttpStatusCode.OK), StringComparison.Ordinal);
        await web.Get<CertificateStore>().EraseAsync(cohort, "P1");
        Assert.DoesNotContain("Wanjiru", await TextAsync(check, HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Contains("cannot confirm", await TextAsync("/certificate/k1.AAAA", HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Contains("Nobody needs to stop talking", Card(page, "partner"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-card=care]"));
    }

    [Fact]
    public async Task GivenNoContact_WhenItIsSaidInTheSurvey_ThenTheLiaisonHearsAtOnceAndOnce()
    {
        await using var at = new Moment(web, Running);
        var cohort = await PairAsync();
        var survey = SurveyKind.Mid.Form().Question(cohort, "P1", Ended.UtcDateTime, "P1");
        var link = (await web.Get<DecisionLinks>().OpenAsync(survey)).PathAndQuery;
        for (var press = 0; press < 2; press++)
            using (await web.Client.PostAsync(link, Form(("q2", "yes"), ("q4", "no"), ("q7", "yes"), ("q8", "yes"), ("q10", "no")))) { }

        var told = await Task.WhenAll(
            web.Mails("liaison-no-contact").Select(entry => web.Get<LocalMailbox>().ReadAsync(entry.FileName)));
        Assert.Single(told, mail => mail!.Text.Contains($"Kofi Mensah {cohort}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenSomebodyWithoutAPlace_WhenTheProgrammeIsOver_ThenNothingIsLeftToTakeBack(bool isOver)
    {
        await using var at = new Moment(web, isOver ? Ended : Running);
        var cohort = await web.CohortAsync(Somebody("P1", Standing.Eligible));

        var page = await ShowAsync(cohort, "P1");

        Assert.Equal(isOver, page.QuerySelector("form[action$='application/withdraw']") is null);
        if (isOver)
            Assert.Equal("/me", await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, "P1"), "application", "withdraw"));
    }

    [Fact]
    public async Task GivenSomebodyElsesPage_WhenButtonsAreSentToIt_ThenOnlyOnesOwnIsReached()
    {
        await using var at = new Moment(web, Running);
        var (mine, other) = (await PairAsync(), await web.CohortAsync(Somebody("P1", Standing.Eligible)));
        var cookie = await OwnVisit.OpenAsync(web, other, "P1");
        Assert.Equal("/me", await OwnVisit.PressAsync(web, cookie, "care", "word"));
        Assert.Equal("/me", await OwnVisit.PressAsync(web, cookie, "certificate", "wish"));
        Assert.Empty(await web.Get<DecisionStore>().ListAsync(mine, "pulse-"));
    }

    async Task<string> PairAsync(GroupStatus status = GroupStatus.Active)
    {
        var cohort = await web.CohortAsync();
        Person[] pair =
        [
            Somebody("P1", Standing.Active),
            Somebody("P2", Standing.Active) with { Name = $"Kofi Mensah {cohort}", Email = $"kofi-{cohort}@library.example" },
        ];
        foreach (var person in pair) await web.Get<PeopleStore>().TryAddAsync(person with { CohortId = cohort, GroupId = "G001" });
        await web.Get<GroupStore>().PutManyAsync(
            cohort, [new() { CohortId = cohort, GroupId = "G001", Members = ["P1", "P2"], Status = status, LiaisonId = "liaison" }]);
        return cohort;
    }

    static Person Somebody(string id, Standing standing) =>
        SampleCohort.Person("", id, "Wanjiru Kamau", "KE", standing) with { Email = $"wanjiru-{Guid.NewGuid():N}@library.example" };

    async Task<IDocument> ShowAsync(string cohort, string person)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, "/me", await OwnVisit.OpenAsync(web, cohort, person));
        Assert.Equal(HttpStatusCode.OK, status);
        return new HtmlParser().ParseDocument(html);
    }

    static string Card(IDocument page, string name) =>
        string.Join(
            ' ', page.QuerySelector($"[data-card={name}]")!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    static FormUrlEncodedContent Form(params (string Key, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));

    /// <summary>The clock at another moment, until it is disposed.</summary>
    sealed class Moment : IAsyncDisposable
    {
        readonly WebHostFixture web;
        readonly DateTimeOffset before;

        public Moment(WebHostFixture web, DateTimeOffset now)
        {
            (this.web, before) = (web, web.Clock.Now);
            web.Clock.Now = now;
        }

        public ValueTask DisposeAsync()
        {
            web.Clock.Now = before;
            return ValueTask.CompletedTask;
        }
    }
}
