using System.Net;
using Ilnp.Committee.Acts;
using Ilnp.Intake;
using Ilnp.Intake.FormQuestions;
using Ilnp.Programme;
using Ilnp.Tests.Committee.Import;
using Ilnp.Tests.Pages;
using Ilnp.Texts;

namespace Ilnp.Tests.Committee.FormQuestions;

/// <summary>What a form asks, said once for all its messages.</summary>
public sealed class QuestionPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenAQuestionThatNobodyReads_WhenALeadSaysWhatItIs_ThenThoseWhoCameComeInAndEachHearsOfItOnce()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        await visit.TakeAsync("Rosa Quispe", (QuestionVisit.Origin, "Peru"));
        await visit.TakeAsync("Bao Vu", ("ZONA DE PROCEDENCIA:", "Viet Nam"));
        var (before, mails) = (await visit.PersonAsync("Rosa Quispe"), await visit.MailsAsync("application-received", "Rosa Quispe"));
        var (overview, list) = (await visit.PageAsync($"/cohorts/{visit.Cohort}"), await visit.PageAsync(visit.List));

        var said = await visit.SayAsync(QuestionVisit.Origin, "country");
        await visit.TakeAsync("Luc Morel", (QuestionVisit.Origin, "France"));

        Assert.Equal((Standing.HeldBack, "ZZ", 1), (before.Standing, before.Country, mails));
        Assert.Contains("One question of a form is read by nothing.", overview, StringComparison.Ordinal);
        Assert.Matches("(?s)Nothing reads these.*Zona de procedencia.*In 2 messages.*google-forms.*2 texts.*These are read", list);
        Assert.Equal(HttpStatusCode.SeeOther, said.Status);
        foreach (var (name, country, letters) in new[] { ("Rosa Quispe", "PE", 2), ("Bao Vu", "VN", 2), ("Luc Morel", "FR", 1) })
        {
            var person = await visit.PersonAsync(name);
            Assert.Equal(
                (country, Standing.Eligible, letters),
                (person.Country, person.Standing, await visit.MailsAsync("application-received", name)));
        }

        Assert.Contains("Read as country, by the committee’s choice", await visit.PageAsync(visit.List), StringComparison.Ordinal);
        Assert.DoesNotContain("read by nothing", await visit.PageAsync($"/cohorts/{visit.Cohort}"), StringComparison.Ordinal);
        Assert.Contains(
            "Zoë Müller said what it is: country", await visit.PageAsync(visit.PathOf(QuestionVisit.Origin)), StringComparison.Ordinal);
        Assert.DoesNotContain(await ProblemsAsync(visit), problem => problem.IsOpen);
    }

    [Fact]
    public async Task GivenMessages_WhenTheyComeBeforeOrAfterWhatIsSaid_ThenEverybodyIsTheSame()
    {
        var (first, last) = (await QuestionVisit.BeginAsync(web), await QuestionVisit.BeginAsync(web));
        (string, string)[] rosa = [(QuestionVisit.Origin, "Wakonda"), ("Wish one", "5"), (QuestionVisit.Motto, "Peru")];
        (string, string)[] bao = [(QuestionVisit.Origin, "Viet Nam"), ("Four months", "No"), ("Wish one", "")];

        foreach (var (heading, field) in new[] { (QuestionVisit.Origin, "country"), ("Wish one", "years") })
            await TakeAndSayAsync(first, heading, field);
        await first.TakeAsync("Rosa Quispe", rosa);
        await first.TakeAsync("Bao Vu", bao);
        await last.TakeAsync("Bao Vu", bao);
        await last.TakeAsync("Rosa Quispe", rosa);
        foreach (var (heading, field) in new[] { ("Wish one", "years"), (QuestionVisit.Origin, "country") })
            await last.SayAsync(heading, field);

        foreach (var name in new[] { "Rosa Quispe", "Bao Vu" })
            Assert.Equal(Bare(await first.PersonAsync(name)), Bare(await last.PersonAsync(name)));
        Assert.Equal((await OpenAsync(first)).Order(), (await OpenAsync(last)).Order());
        Assert.Equal(
            (5, "ZZ"), (await last.PersonAsync("Rosa Quispe")) is var person ? (person.YearsOfExperience, person.Country) : default);
        Assert.Equal(1, await last.MailsAsync("application-ineligible", "Bao Vu"));
    }

    [Fact]
    public async Task GivenWhatWasSaid_WhenItIsTakenBack_ThenAllIsAsBeforeAndWhoeverFellOutHearsThatTheyAreIn()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        (string, string)[] answers = [("Country", "Peru"), ("Ready", "No"), ("Four months", "")];
        await visit.TakeAsync("Rosa Quispe", answers);
        await visit.TakeAsync("Bao Vu", answers);
        var before = await visit.PersonAsync("Rosa Quispe");
        await visit.SayAsync("Ready", "commit");
        var (out1, asked) = (await visit.PersonAsync("Rosa Quispe"), await visit.PersonAsync("Bao Vu"));
        await web.Get<PeopleStore>().UpdateAsync(visit.Cohort, asked.PersonId, person => person with { Standing = Standing.Asked });

        await visit.PressAsync("Ready", "take-back");

        Assert.Equal((Standing.Eligible, Standing.Ineligible), (before.Standing, out1.Standing));
        Assert.Equal(Bare(before), Bare(await visit.PersonAsync("Rosa Quispe")));
        Assert.Equal(
            (2, 1),
            (
                await visit.MailsAsync("application-received", "Rosa Quispe"),
                await visit.MailsAsync("application-ineligible", "Rosa Quispe")));
        Assert.Equal(
            (Standing.Asked, 1), ((await visit.PersonAsync("Bao Vu")).Standing, await visit.MailsAsync("application-received", "Bao Vu")));
        await visit.SayAsync("Ready", "commit");
        Assert.Equal(
            (Standing.Ineligible, 2),
            ((await visit.PersonAsync("Rosa Quispe")).Standing, await visit.MailsAsync("application-ineligible", "Rosa Quispe")));
    }

    [Fact]
    public async Task GivenTwoLeadsAtOnce_WhenTheSecondPresses_ThenTheyAreToldAndTheFirstCounts()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        await visit.TakeAsync("Rosa Quispe", (QuestionVisit.Origin, "Peru"));
        var path = visit.PathOf(QuestionVisit.Origin);
        var (first, second) = (
            Unknown.UnknownVisit.Action(await visit.PageAsync(path)), Unknown.UnknownVisit.Action(await visit.PageAsync(path)));

        var none = await visit.Inner.PostAsync(first, ("say", "set"), ("field", ""));
        var one = await visit.Inner.PostAsync(first, ("say", "set"), ("field", "country"));
        var again = await visit.Inner.PostAsync(first, ("say", "set"), ("field", "country"));
        var other = await visit.Inner.PostAsync(second, ("say", "leave-out"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (none.Status, one.Status));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (again.Status, other.Status));
        Assert.Equal("PE", (await visit.PersonAsync("Rosa Quispe")).Country);
        Assert.Single(
            await web.Get<CommitteeActStore>().ListAsync(visit.Cohort, $"question-{AskedQuestion.IdOf(Fold.Text(QuestionVisit.Origin))}"));
    }

    [Fact]
    public async Task GivenNoAddress_WhenALeadSaysWhereItStands_ThenThePersonIsMadeAndWrittenToOnce()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        await visit.TakeAsync("Rosa Quispe", ("Email", ""), ("Country", "Peru"), ("Reach me at", "rosa@library.example"));
        Assert.Empty(await web.Get<PeopleStore>().ListAsync(visit.Cohort));

        await visit.SayAsync("Reach me at", "email");

        var person = await visit.PersonAsync("Rosa Quispe");
        Assert.Equal(
            ("rosa@library.example", Standing.Eligible, 1),
            (person.Email, person.Standing, await visit.MailsAsync("application-received", "Rosa Quispe")));
        await visit.PressAsync("Reach me at", "take-back");
        Assert.Equal(
            (person.Email, person.Standing), (await visit.PersonAsync("Rosa Quispe")) is var now ? (now.Email, now.Standing) : default);
        Assert.Equal(1, await visit.MailsAsync("application-received", "Rosa Quispe"));
    }

    [Fact]
    public async Task GivenWhatALeadSetForOnePerson_WhenQuestionsAreReadAnew_ThenItStays()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        await visit.TakeAsync("Rosa Quispe", (QuestionVisit.Origin, "Peru"), ("Called", "Rosita"));
        var id = (await visit.PersonAsync("Rosa Quispe")).PersonId;
        await web.Get<PeopleStore>().UpdateAsync(
            visit.Cohort,
            id,
            person => person with { Country = "CL", IsCountrySet = true, Standing = Standing.Eligible, Reasons = [], Name = "Rosa Q." });

        await visit.SayAsync(QuestionVisit.Origin, "country");

        var person = await web.Get<PeopleStore>().GetAsync(visit.Cohort, id);
        Assert.Equal(("CL", true, "Rosa Q.", Standing.Eligible), (person.Country, person.IsCountrySet, person.Name, person.Standing));
        Assert.Equal(
            1,
            (await web.Get<Ilnp.Mail.Ledger.MailLedger>().ListAsync(visit.Cohort)).Count(mail => mail.Template == "application-received"));
    }

    [Fact]
    public async Task GivenAMessageThatIsNotKept_WhenQuestionsAreReadAnew_ThenItStaysAsItWasAndTheOthersAreRead()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        var gone = await visit.TakeAsync("Rosa Quispe", (QuestionVisit.Origin, "Peru"));
        await visit.TakeAsync("Bao Vu", (QuestionVisit.Origin, "Viet Nam"));
        await web.Get<RawMessageStore>().EraseAsync(visit.Cohort, gone, default);

        await visit.SayAsync(QuestionVisit.Origin, "country");

        Assert.Equal(("ZZ", "VN"), ((await visit.PersonAsync("Rosa Quispe")).Country, (await visit.PersonAsync("Bao Vu")).Country));
        Assert.DoesNotContain("being read again", await visit.PageAsync(visit.List), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAQuestionLeftOut_WhenAFileHasSuchAColumn_ThenItIsReadTheSameAndTheOtherWayRound()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        await visit.TakeAsync("Rosa Quispe", ("Nation", "Peru"), (QuestionVisit.Origin, "Chile"));
        Assert.Equal("PE", (await visit.PersonAsync("Rosa Quispe")).Country);
        await visit.PressAsync("Nation", "leave-out");
        var file = System.Text.Encoding.UTF8.GetBytes(
            "Email,Full name,Nation,Zona de procedencia,Languages\r\nbao@library.example,Bao Vu,Peru,Viet Nam,French\r\n");
        var (_, path) = await ImportVisit.ChooseAsync(web, visit.Cohort, visit.Inner.Cookie, file);
        var page = (await CommitteeVisit.GetAsync(web, path, visit.Inner.Cookie)).Html;
        Assert.Equal(("", "ZZ"), (ImportVisit.ReadAs(page, "Nation"), (await visit.PersonAsync("Rosa Quispe")).Country));

        var column = ImportVisit.FieldOf(page, "Zona de procedencia");
        page = (await CommitteeVisit.GetAsync(web, $"{path}?{column}=country", visit.Inner.Cookie)).Html;
        await ImportVisit.PressAsync(web, path, visit.Inner.Cookie, page, (column, "country"));
        await ImportVisit.EndedAsync(web, visit.Cohort);
        await visit.Inner.FollowedAsync();

        Assert.Equal(("CL", "VN"), ((await visit.PersonAsync("Rosa Quispe")).Country, (await visit.PersonAsync("Bao Vu")).Country));
    }

    [Fact]
    public async Task GivenTheAppsOwnForm_WhenALeadLeavesItsWordsOutElsewhere_ThenTheFormIsReadAsEver()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        await visit.TakeAsync("Rosa Quispe", ("Country", "Peru"));
        await visit.PressAsync("Country", "leave-out");

        var own = new Dictionary<string, IReadOnlyList<string>>
        {
            ["email"] = ["bao@library.example"],
            ["name"] = ["Bao Vu"],
            ["country"] = ["Viet Nam"],
            ["languages"] = ["French"],
        };
        await web.Get<ApplicationInbox>().SubmitAsync(web.Durable, visit.Cohort, own, ownerId: null);
        await visit.Inner.FollowedAsync();

        var application = (await web.Get<ApplicationStore>().ListAsync(visit.Cohort)).Single(one => one.Provider == "own");
        Assert.Equal(("ZZ", "VN"), ((await visit.PersonAsync("Rosa Quispe")).Country, application.Answers!.Country));
    }

    [Theory]
    [InlineData("/questions")]
    [InlineData("/questions/0123456789")]
    [InlineData("/trial-message")]
    [InlineData("/form-notes")]
    public async Task GivenSomebodyElse_WhenTheyOpenAPage_ThenNothingIsShown(string page)
    {
        var cohort = await web.CohortAsync();
        var other = await CommitteeVisit.SignInAsync(web, cohort, "liaison");

        Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}{page}", other)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}{page}", null)).Status);
    }

    /// <summary>Asks it once, so that something can be said of it.</summary>
    static async Task TakeAndSayAsync(QuestionVisit visit, string heading, string field)
    {
        await visit.TakeAsync($"Luc {field}", (heading, ""));
        await visit.SayAsync(heading, field);
    }

    async Task<IReadOnlyList<IntakeProblem>> ProblemsAsync(QuestionVisit visit) =>
        await web.Get<IntakeProblemStore>().ListAsync(visit.Cohort);

    /// <summary>What is open of Rosa and Bao.</summary>
    async Task<IEnumerable<string>> OpenAsync(QuestionVisit visit)
    {
        var theirs = new[] { await visit.PersonAsync("Rosa Quispe"), await visit.PersonAsync("Bao Vu") }
            .Select(person => person.ApplicationId).ToHashSet();
        return (await ProblemsAsync(visit)).Where(problem => problem.IsOpen && theirs.Contains(problem.ApplicationId))
            .Select(problem => problem.Words);
    }

    static string Bare(Person person) => System.Text.Json.JsonSerializer.Serialize(
        person with { CohortId = "", PersonId = "", ApplicationId = null, AnsweredAt = default, AnswersVersionAt = default });
}
