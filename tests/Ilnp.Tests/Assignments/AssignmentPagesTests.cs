using System.Net;
using Ilnp.Approvals;
using Ilnp.Assignments;
using Ilnp.Assignments.Questions;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Reports;
using Ilnp.Rights;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Assignments;

/// <summary>A joint task from its offer to the report and back, on everybody's pages.</summary>
public sealed class AssignmentPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    readonly DateTimeOffset before = web.Clock.Now;

    public void Dispose() => web.Clock.Now = before;

    [Fact]
    public async Task GivenTheSecondMonth_WhenThePageIsOpened_ThenItHasATaskAndTheOthersAndTheWayToHandIn()
    {
        var visit = await AssignmentVisit.BeginAsync(web);
        var card = (await visit.CardAsync("P1"))!;
        Assert.Contains("A small task for you and Kofi Mensah", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(JointTasks.All.Count - 1, card.QuerySelectorAll("dt").Length);
        Assert.Equal("/me/do/assignment/write", card.QuerySelector("form")!.GetAttribute("action"));
        var form = await visit.ReadAsync(await visit.PressAsync("P1", "write"));
        Assert.Contains("Five words of our work", form, StringComparison.Ordinal);
        Assert.Null((await web.Get<DecisionStore>().FindAsync(visit.Cohort, HandIn.DecisionId("G001", "P1")))!.Choice);
    }

    [Theory]
    [InlineData(0)] // not offered
    [InlineData(4)] // later
    public async Task GivenNoTaskYet_WhenThePageIsOpened_ThenThereIsNoCardAndNoButton(int fromMonth)
    {
        var visit = await AssignmentVisit.BeginAsync(web, fromMonth);
        Assert.Null(await visit.CardAsync("P1"));
        Assert.Equal("/me", await visit.PressAsync("P1", "write"));
        Assert.Equal("/me", await visit.PressAsync("P1", "consent"));
    }

    [Fact]
    public async Task GivenATask_WhenOneHandsIn_ThenTheOtherReadsItOnceAndIsAsked()
    {
        var visit = await AssignmentVisit.BeginAsync(web);
        var link = await visit.HandInAsync("P1", "One *line*.\n<b>Another</b>.");
        Assert.Empty(await visit.MailsAsync("P1"));
        var mail = Assert.Single(await visit.MailsAsync("P2"));
        foreach (var words in new[] { "Wanjiru Kamau", "One *line*.", "<b>Another</b>.", "Five words of our work" })
            Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<b>Another</b>.", await visit.ReadAsync(AssignmentVisit.LinkOf(mail)), StringComparison.Ordinal);

        // The same again is no news, nor is another consent of the author.
        await visit.PostAsync(link, HandIn.Unnamed, "One *line*.\n<b>Another</b>.");
        Assert.Single(await visit.MailsAsync("P2"));
        Assert.Contains("what came of the task", (await visit.CardAsync("P2"))!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenWordsThatWereHandedIn_WhenItIsActedOnAgain_ThenNobodyIsWrittenToTwice()
    {
        var visit = await AssignmentVisit.BeginAsync(web, 2, "P3");
        await visit.HandInAsync("P1", "We compared.");
        var first = (await web.Get<GroupStore>().GetAsync(visit.Cohort, "G001")).HandedInAt;
        var decision = (await web.Get<DecisionStore>().FindAsync(visit.Cohort, HandIn.DecisionId("G001", "P1")))!;
        web.Clock.Now = web.Clock.Now.AddHours(6);
        foreach (var effect in web.Get<IEnumerable<IDecisionEffect>>().Where(effect => effect.Form == HandIn.Name))
            await effect.ApplyAsync(decision, web.Durable, default);
        Assert.Equal((1, 1), ((await visit.MailsAsync("P2")).Count, (await visit.MailsAsync("P3")).Count));
        Assert.Equal(first, (await web.Get<GroupStore>().GetAsync(visit.Cohort, "G001")).HandedInAt);
    }

    [Fact]
    public async Task GivenWordsOfOne_WhenTheOtherPutsThemRight_ThenTheNewOnesCountAndTheFirstIsAsked()
    {
        var visit = await AssignmentVisit.BeginAsync(web);
        await visit.HandInAsync("P1", "Won line.");
        await visit.ConsentAsync("P2", HandIn.Named);
        var old = AssignmentVisit.LinkOf(Assert.Single(await visit.MailsAsync("P2")));
        var form = await visit.PressAsync("P2", "change");
        Assert.Contains("Won line.", await visit.ReadAsync(form), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await visit.PostAsync(form, HandIn.Named, "One line."));

        Assert.Contains("One line.", Assert.Single(await visit.MailsAsync("P1")).Text, StringComparison.Ordinal);
        Assert.Contains("only when all of you have agreed", (await visit.CardAsync("P1"))!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Newer words have been handed in", await visit.ReadAsync(old), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await visit.PostAsync(old, HandIn.No)); // too late, and harmless
        await visit.ConsentAsync("P1", HandIn.Named);
        Assert.Contains("with your names", (await visit.CardAsync("P2"))!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HandIn.Named, "Stands in the report with names", true)]
    [InlineData(HandIn.Unnamed, "Stands in the report without names", true)]
    [InlineData(HandIn.No, "Not to be shown", false)]
    [InlineData(null, "Not all have said", false)]
    public async Task GivenWhatWasHandedIn_WhenTheCommitteeLooks_ThenItReadsTheWordsOnlyWhereAllAgree(
        string? consent, string expected, bool isRead)
    {
        var visit = await AssignmentVisit.BeginAsync(web);
        Assert.Contains("No group has handed in anything yet", await visit.DeskAsync(), StringComparison.Ordinal);
        await visit.HandInAsync("P1", "We compared.");
        if (consent is not null) await visit.ConsentAsync("P2", consent);
        var page = await visit.DeskAsync("liaison");
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains("1 of 1 group handed in", page, StringComparison.Ordinal);
        Assert.Equal(isRead, page.Contains("We compared.", StringComparison.Ordinal));
        Assert.Equal(consent == HandIn.Named, page.Contains("Kofi Mensah", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenAReportThatQuotesAGroup_WhenOneOfThemTakesTheConsentBack_ThenItIsWrittenAnewWithoutThem()
    {
        var visit = await AssignmentVisit.BeginAsync(web);
        await visit.HandInAsync("P1", "We compared; write to me@library.example.");
        var link = await visit.ConsentAsync("P2", HandIn.Named);
        Assert.Null(await web.Get<ReportStore>().FindPageAsync(visit.Cohort)); // none is written before its time
        await web.Get<ReportBuilder>().BuildAsync(visit.Cohort);
        var page = (await web.Get<ReportStore>().FindPageAsync(visit.Cohort))!;
        foreach (var words in new[]
        {
            "What pairs did together", "We compared; write to [address left out]", "Wanjiru Kamau and Kofi Mensah",
        })
            Assert.Contains(words, page, StringComparison.Ordinal);

        web.Clock.Now = web.Clock.Now.AddDays(100);
        Assert.Equal(HttpStatusCode.SeeOther, await visit.PostAsync(link, HandIn.No));
        var anew = (await web.Get<ReportStore>().FindPageAsync(visit.Cohort))!;
        Assert.DoesNotContain("We compared", anew, StringComparison.Ordinal);
        Assert.Contains("1 of 1 group handed in", anew, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenSomebodyWhoWroteAndIsErased_WhenTheOthersLook_ThenTheWordsAreGoneAndTheFigureStays()
    {
        var visit = await AssignmentVisit.BeginAsync(web, 2, "P3");
        await visit.HandInAsync("P1", "We compared.");
        await visit.ConsentAsync("P2", HandIn.Named);
        await web.Get<PersonRecords>().EraseAsync(new(visit.Cohort, "P1"), default);
        await web.Get<GroupStore>().UpdateAsync(
            visit.Cohort, "G001", group => group with { Members = ["P2", "P3"], FormerMembers = ["P1"] });
        Assert.DoesNotContain("We compared", (await visit.CardAsync("P2"))!.TextContent, StringComparison.Ordinal);
        var group = await web.Get<GroupStore>().GetAsync(visit.Cohort, "G001");
        Assert.Equal((1, 1), AssignmentRules.Figure([group]));
        Assert.DoesNotContain(
            await web.Get<DecisionStore>().ListAsync(visit.Cohort), asked => asked.Answer(HandIn.Text) is not null);
    }

    [Fact]
    public async Task GivenSomebodyWhoLeftTheGroup_WhenTheyHandIn_ThenNothingIsTaken()
    {
        var visit = await AssignmentVisit.BeginAsync(web);
        var link = await visit.PressAsync("P1", "write");
        await web.Get<GroupStore>().UpdateAsync(
            visit.Cohort, "G001", group => group with { Status = GroupStatus.Dissolved, EndedAt = web.Clock.Now });
        Assert.Equal(HttpStatusCode.SeeOther, await visit.PostAsync(link, HandIn.Named, "Too late."));
        Assert.Null((await web.Get<DecisionStore>().FindAsync(visit.Cohort, HandIn.DecisionId("G001", "P1")))!.Choice);
        Assert.Contains("not together as it was", await visit.ReadAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTheLastDayIsOver_WhenSomebodyHandsIn_ThenNothingIsTakenAndConsentsCanStillBeTakenBack()
    {
        var visit = await AssignmentVisit.BeginAsync(web);
        var link = await visit.HandInAsync("P1", "In time.");
        web.Clock.Now = new(new ProgrammeCalendar(SampleCohort.Settings(visit.Cohort)).FinalSurveyCloses, TimeSpan.Zero);
        await visit.PostAsync(link, HandIn.Named, "Too late.");
        Assert.Contains("In time.", (await visit.CardAsync("P1"))!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/me", await visit.PressAsync("P1", "change"));
        await visit.ConsentAsync("P1", HandIn.No);
        Assert.Contains("stays among you", (await visit.CardAsync("P1"))!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "words")]
    [InlineData("Good.", "nothing")]
    public async Task GivenAFormThatIsNotFilled_WhenItIsSent_ThenNothingIsTaken(string text, string task)
    {
        var visit = await AssignmentVisit.BeginAsync(web);
        var link = await visit.PressAsync("P1", "write");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await visit.PostAsync(link, HandIn.Named, text, task));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, await visit.PostAsync(link, HandIn.Named, new string('字', HandIn.Longest + 1)));
        Assert.Empty(await visit.MailsAsync("P2"));
    }

    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(2, 2, true)]
    [InlineData(2, 0, false)]
    public async Task GivenAPrompt_WhenItIsWritten_ThenItLeadsToATaskFromItsMonthOnUntilTheGroupHasHandedIn(
        int month, int fromMonth, bool hasTask)
    {
        var visit = await AssignmentVisit.BeginAsync(web, fromMonth);
        var reader = await web.Get<PeopleStore>().GetAsync(visit.Cohort, "P1");
        var letter = (await web.Get<PromptLetters>().WriteAsync(reader, month))!;
        Assert.Equal(hasTask, letter.Model["assignment_url"] is Uri);
        if (!hasTask) return;
        var link = ((Uri)letter.Model["assignment_url"]!).PathAndQuery;
        Assert.Equal(HttpStatusCode.SeeOther, await visit.PostAsync(link, HandIn.Named, "We compared."));
        Assert.Null((await web.Get<PromptLetters>().WriteAsync(reader, month + 1))!.Model["assignment_url"]);
    }
}
