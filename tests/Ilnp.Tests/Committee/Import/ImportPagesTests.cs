using System.Globalization;
using System.Net;
using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.Import;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Tests.Intake;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Committee.Import;

/// <summary>A file looked at before it is imported.</summary>
public sealed class ImportPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenTheSample_WhenLookedAt_ThenNothingHappensAndThePressDoesWhatWasShownOnce()
    {
        var (cohort, cookie) = await CohortAsync();
        var mails = web.Mails("application-received").Count;

        var (status, path) = await ImportVisit.ChooseAsync(web, cohort, cookie, await File.ReadAllBytesAsync(Samples.ExportPath));
        var (shown, page) = await CommitteeVisit.GetAsync(web, path, cookie);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.OK), (status, shown));
        Assert.Equal((0, mails), (await ImportVisit.EndedAsync(web, cohort), web.Mails("application-received").Count));
        Assert.Empty(await PeopleAsync(cohort));
        Assert.Empty(await web.Get<ApplicationStore>().ListAsync(cohort, default));
        Assert.Empty(await web.Get<IntakeProblemStore>().ListAsync(cohort));
        Assert.Contains("Kojo Abena Agbeko", page, StringComparison.Ordinal);
        Assert.Equal(("country", "appliedAt"), (ImportVisit.ReadAs(page, "Country"), ImportVisit.ReadAs(page, "Timestamp")));
        Assert.Equal("commit", ImportVisit.ReadAs(page, "Can you commit to the four months of the program?"));

        var (pressed, to) = await ImportVisit.PressAsync(web, path, cookie, page);
        var (again, _) = await ImportVisit.PressAsync(web, path, cookie, page);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, 1), (pressed, again, await ImportVisit.EndedAsync(web, cohort)));
        var sent = web.Mails("application-received").Count;
        await ImportVisit.PressAsync(web, path, cookie, page);
        var (_, done) = await CommitteeVisit.GetAsync(web, to, cookie);

        var figures = ImportVisit.Figures(page);
        Assert.Contains("This file is imported", done, StringComparison.Ordinal);
        Assert.Equal(figures, ImportVisit.Figures(done));
        Assert.Equal(figures["new people"], (await PeopleAsync(cohort)).Count);
        Assert.Equal((1, sent), (await ImportVisit.EndedAsync(web, cohort), web.Mails("application-received").Count));
        Assert.True(sent > mails);
    }

    [Fact]
    public async Task GivenAFileOfWhichNoHeadingIsKnown_WhenALeadSaysWhatItsColumnsAre_ThenItIsImportedAndTheNextOneIsRead()
    {
        var (cohort, cookie) = await CohortAsync();
        var file = Encoding.UTF8.GetBytes(
            "Kontaktadr.;Wer;Woher;Plaudert auf\r\nrosa@library.example;Rosa Quispe;Peru;Spanish\r\n"
                + "bao@library.example;Bao Vu;Viet Nam;French\r\n");
        using var refused = await PostFileAsync(cohort, file);
        var (path, page) = await LookAsync(cohort, cookie, file);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains($"http://localhost/cohorts/{cohort}/import", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("None of its headings is known", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"sure\"", page, StringComparison.Ordinal);
        Assert.Equal("", ImportVisit.ReadAs(page, "Woher"));

        (string Heading, string Field)[] said =
            [("Kontaktadr.", "email"), ("Wer", "name"), ("Woher", "country"), ("Plaudert auf", "languages")];
        var wish = said.Select(one => (ImportVisit.FieldOf(page, one.Heading), one.Field)).ToArray();
        var without = (await CommitteeVisit.GetAsync(web, $"{path}?{wish[1].Item1}=name", cookie)).Html;
        await ImportVisit.PressAsync(web, path, cookie, without, [wish[1]]);
        Assert.Equal(0, await ImportVisit.EndedAsync(web, cohort));
        var sure = (await CommitteeVisit.GetAsync(
            web, $"{path}?{string.Join('&', wish.Select(one => $"{one.Item1}={one.Field}"))}", cookie)).Html;
        await ImportVisit.PressAsync(web, path, cookie, sure, wish);
        await ImportVisit.EndedAsync(web, cohort);

        Assert.Equal(["PE", "VN"], (await PeopleAsync(cohort)).Select(person => person.Country).Order());
        using var next = await PostFileAsync(
            cohort, Encoding.UTF8.GetBytes("Kontaktadr.;Wer;Woher;Plaudert auf\r\nluc@library.example;Luc Morel;France;French\r\n"));
        await ImportVisit.EndedAsync(web, cohort);
        Assert.Equal((HttpStatusCode.Accepted, 3), (next.StatusCode, (await PeopleAsync(cohort)).Count));
    }

    [Fact]
    public async Task GivenOnlyTheAddressesAreSaid_WhenTheFileIsImported_ThenItIsReadByThat()
    {
        var (cohort, cookie) = await CohortAsync();
        var (path, page) = await LookAsync(
            cohort, cookie, Encoding.UTF8.GetBytes("Kontaktadr.;Wer;Woher\r\nrosa@library.example;Rosa Quispe;Peru\r\n"));
        var column = ImportVisit.FieldOf(page, "Kontaktadr.");

        var sure = (await CommitteeVisit.GetAsync(web, $"{path}?{column}=email", cookie)).Html;
        await ImportVisit.PressAsync(web, path, cookie, sure, (column, "email"));
        await ImportVisit.EndedAsync(web, cohort);

        Assert.Equal("rosa@library.example", Assert.Single(await PeopleAsync(cohort)).Email);
    }

    /// <summary>As <c>curl</c> sends it.</summary>
    Task<HttpResponseMessage> PostFileAsync(string cohort, byte[] file)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/cohorts/{cohort}/applications") { Content = new ByteArrayContent(file) };
        request.Headers.Add("x-functions-key", WebHostFixture.FunctionKey);
        return web.Client.SendAsync(request);
    }

    [Fact]
    public async Task GivenPeopleOfAnEarlierFile_WhenALaterOneIsLookedAt_ThenNewChangedAndUnchangedAreTold()
    {
        var (cohort, cookie) = await CohortAsync();
        await ImportAsync(cohort, cookie, ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe"), ImportVisit.Row(3, "Bao Vu")));

        var unclear = ImportVisit.Row(5, "Luc Morel", "Narnia");
        var (_, page) = await LookAsync(
            cohort, cookie, ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe"), ImportVisit.Row(4, "Bao Vu", "Vietnam"), unclear, unclear));

        Assert.Equal(
            new Dictionary<string, int>
            {
                ["new person"] = 1,
                ["person with changed answers"] = 1,
                ["row known already"] = 1,
                ["row that stands there twice"] = 1,
                ["row with something not understood"] = 1,
            },
            ImportVisit.Figures(page));
        Assert.Contains("“Narnia” is not known; the person is held back until it is set.", page, StringComparison.Ordinal);
        Assert.Equal("PE", (await PeopleAsync(cohort)).Single(person => person.Name == "Bao Vu").Country);
    }

    [Fact]
    public async Task GivenAColumnReadWrongly_WhenItIsChosenOtherwise_ThenThisFileAndTheNextAreReadSo()
    {
        var (cohort, cookie) = await CohortAsync();
        var file = Renamed(ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe")));
        var (path, page) = await LookAsync(cohort, cookie, file);
        var choice = (Name: ImportVisit.FieldOf(page, "Item 7"), Value: "country");

        Assert.Equal("", ImportVisit.ReadAs(page, "Item 7"));
        Says("The file has no column for the country", page);
        var (stale, to) = await ImportVisit.PressAsync(web, path, cookie, page, choice);
        var (_, second) = await CommitteeVisit.GetAsync(web, to, cookie);
        Assert.Equal((HttpStatusCode.SeeOther, 0), (stale, await ImportVisit.EndedAsync(web, cohort)));
        Says("Nothing was imported", second);
        Assert.Equal("country", ImportVisit.ReadAs(second, "Item 7"));
        Assert.DoesNotContain("The file has no column for the country", second, StringComparison.Ordinal);

        await ImportVisit.PressAsync(web, to, cookie, second, choice);
        await ImportVisit.EndedAsync(web, cohort);
        var (_, next) = await LookAsync(cohort, cookie, Renamed(ImportVisit.File(ImportVisit.Row(3, "Bao Vu", "Vietnam"))));

        Assert.Equal("PE", Assert.Single(await PeopleAsync(cohort)).Country);
        Assert.Equal("country", ImportVisit.ReadAs(next, "Item 7"));
        Assert.Contains("Vietnam", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAFileImportedWithAColumnReadWrongly_WhenItIsImportedReadOtherwise_ThenItsAnswersCount()
    {
        var (cohort, cookie) = await CohortAsync();
        var file = Renamed(ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe")));
        await ImportAsync(cohort, cookie, file);
        var (path, done) = await LookAsync(cohort, cookie, file);
        web.Clock.Now += TimeSpan.FromMinutes(5);

        var (_, page) = await CommitteeVisit.GetAsync(web, $"{path}?column3=country", cookie);
        await ImportVisit.PressAsync(web, path, cookie, page, ("column3", "country"));
        await ImportVisit.EndedAsync(web, cohort);

        Assert.Contains("This file is imported", done, StringComparison.Ordinal);
        Assert.Equal(1, ImportVisit.Figures(page)["person with changed answers"]);
        Assert.Equal("PE", Assert.Single(await PeopleAsync(cohort)).Country);
    }

    [Fact]
    public async Task GivenDatesWithTwoMeanings_WhenLookedAt_ThenThePageAsksAndTheAnswerIsImported()
    {
        var (cohort, cookie) = await CohortAsync();
        var (path, page) = await LookAsync(cohort, cookie, ImportVisit.File("3/2/2020 9:00:00" + ImportVisit.Row(1, "Rosa Quispe")[19..]));
        var (_, day) = await CommitteeVisit.GetAsync(web, path + "?order=day", cookie);

        await ImportVisit.PressAsync(web, path, cookie, day, ("order", "day"));
        await ImportVisit.EndedAsync(web, cohort);

        Assert.Contains("What does 3/4/2020 or 3-4-2020 mean in this file?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("dayFirst", page, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await PeopleAsync(cohort)).FirstAppliedAt.Month);
    }

    [Fact]
    public async Task GivenAFileWithThingsToSayOfIt_WhenItIsImported_ThenTheDonePageRepeatsThem()
    {
        var (cohort, cookie) = await CohortAsync();
        string[] rows =
        [
            "20-03-02" + ImportVisit.Row(2, "Rosa Quispe")[10..],
            "20-03-15" + ImportVisit.Row(15, "Bao Vu")[10..],
            "20-03-15" + ImportVisit.Row(15, "Bao Vu")[10..],
            "Total: 3",
        ];
        var (path, page) = await LookAsync(cohort, cookie, ImportVisit.File(rows));
        var (_, to) = await ImportVisit.PressAsync(web, path, cookie, page);
        await ImportVisit.EndedAsync(web, cohort);
        var (_, done) = await CommitteeVisit.GetAsync(web, to, cookie);

        foreach (var shown in new[] { page, done })
        {
            Says("Dates such as 20-03-04 are read with the year first: 4 March 2020.", shown);
            Says("left out", shown);
        }

        Assert.Equal(ImportVisit.Figures(page), ImportVisit.Figures(done));
        Assert.Equal(1, ImportVisit.Figures(done)["row that stands there twice"]);
        Assert.Equal([2, 15], (await PeopleAsync(cohort)).Select(person => person.FirstAppliedAt.Day).Order());
    }

    [Fact]
    public async Task GivenAYearThatMayStandAnywhere_WhenLookedAt_ThenThePageAsksAndTheDonePageSaysWhatWasTaken()
    {
        var (cohort, cookie) = await CohortAsync();
        var (path, page) = await LookAsync(cohort, cookie, ImportVisit.File("20-03-02" + ImportVisit.Row(2, "Rosa Quispe")[10..]));
        var (_, year) = await CommitteeVisit.GetAsync(web, path + "?order=year", cookie);
        var (_, to) = await ImportVisit.PressAsync(web, path, cookie, year, ("order", "year"));
        await ImportVisit.EndedAsync(web, cohort);
        var (_, done) = await CommitteeVisit.GetAsync(web, to, cookie);

        Assert.Contains("<option value=\"year\"", page, StringComparison.Ordinal);
        Says("Dates such as 20-03-04 are read with the year first", done);
        Assert.Equal(new(2020, 3, 2), DateOnly.FromDateTime(Assert.Single(await PeopleAsync(cohort)).FirstAppliedAt.Date));
    }

    [Theory]
    [InlineData("", "No file was chosen, or there is nothing in it.")]
    [InlineData("%PDF-1.7", "The file is a PDF")]
    [InlineData("<html><body>Sign in</body></html>", "The file is a web page")]
    [InlineData("PK\u0003\u0004broken", "The workbook is damaged")]
    [InlineData("1,2\r\n3,4\r\n", "The file has no header row")]
    [InlineData("Email Address,Full name,Country\r\n", "The file has no applications")]
    public async Task GivenAFileThatIsNone_WhenChosen_ThenThePageSaysWhatToDo(string content, string said)
    {
        var (cohort, cookie) = await CohortAsync();

        var (status, html) = await ImportVisit.ChooseAsync(web, cohort, cookie, Encoding.Latin1.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Says(said, html);
        Assert.Contains("enctype=\"multipart/form-data\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAFileOverTheLimit_WhenChosen_ThenThePageSaysSo()
    {
        var (cohort, cookie) = await CohortAsync();
        var (status, html) = await ImportVisit.ChooseAsync(web, cohort, cookie, new byte[17 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Says("The file has more than 16 MB.", html);
    }

    [Fact]
    public async Task GivenWhatIsNoForm_WhenPosted_ThenItIsTheSendersMistake()
    {
        var (cohort, cookie) = await CohortAsync();
        using var content = new StringContent("file=answers.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cohorts/{cohort}/import") { Content = content };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task GivenAMemberWhoIsNoLead_WhenTheyImport_ThenThePageSaysWhoCanAndNothingIsImported()
    {
        var (cohort, lead) = await CohortAsync();
        var liaison = await CommitteeVisit.SignInAsync(web, cohort, "liaison");
        var (path, page) = await LookAsync(cohort, lead, ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe")));

        (HttpStatusCode Status, string Html)[] answers =
        [
            await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/import", liaison), await CommitteeVisit.GetAsync(web, path, liaison),
            await ImportVisit.ChooseAsync(web, cohort, liaison, ImportVisit.File()), await ImportVisit.PressAsync(web, path, liaison, page),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.All(answers, answer => Says("Only leads can import applications", answer.Html));
        Assert.Equal(0, await ImportVisit.EndedAsync(web, cohort));
        var people = $"/cohorts/{cohort}/people";
        Assert.DoesNotContain("/import\"", (await CommitteeVisit.GetAsync(web, people, liaison)).Html, StringComparison.Ordinal);
        Assert.Contains("/import\"", (await CommitteeVisit.GetAsync(web, people, lead)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenASessionThatEnded_WhenAFileIsChosenOrPressed_ThenSigningInLeadsBackToThePage()
    {
        var (cohort, lead) = await CohortAsync();
        var (path, page) = await LookAsync(cohort, lead, ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe")));

        var (chosen, pressed) = (
            await ImportVisit.ChooseAsync(web, cohort, null, ImportVisit.File()), await ImportVisit.PressAsync(web, path, null, page));

        Assert.Equal((HttpStatusCode.SeeOther, $"/sign-in?to={Uri.EscapeDataString($"/cohorts/{cohort}/import")}"), chosen);
        Assert.Equal(HttpStatusCode.Unauthorized, pressed.Status);
        Assert.Contains("name=\"sure\"", pressed.Html, StringComparison.Ordinal);
        Assert.Equal(0, await ImportVisit.EndedAsync(web, cohort));
    }

    [Fact]
    public async Task GivenAFileOfAnotherRoundOrOfYesterday_WhenPressed_ThenItIsNotThereAndNothingIsImported()
    {
        var (cohort, cookie) = await CohortAsync();
        var (other, otherCookie) = await CohortAsync();
        var (path, page) = await LookAsync(cohort, cookie, ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe")));

        var elsewhere = await ImportVisit.PressAsync(web, path.Replace(cohort, other, StringComparison.Ordinal), otherCookie, page);
        var (unknown, _) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/import/..%2Fx", cookie);
        var now = web.Clock.Now;
        web.Clock.Now += TimeSpan.FromHours(24);
        var late = await ImportVisit.PressAsync(web, path, await CommitteeVisit.SignInAsync(web, cohort), page);
        web.Clock.Now = now;

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (elsewhere.Status, late.Status));
        Assert.All([elsewhere.Html, late.Html], html => Says("This file is not kept here", html));
        Assert.NotEqual(HttpStatusCode.OK, unknown);
        Assert.Equal((0, 0), (await ImportVisit.EndedAsync(web, cohort), await ImportVisit.EndedAsync(web, other)));
    }

    [Fact]
    public async Task GivenTwoThousandRows_WhenLookedAt_ThenAllAreCountedAndTheFirstTenShown()
    {
        var (cohort, cookie) = await CohortAsync();
        var rows = Enumerable.Range(0, 2000).Select(i => ImportVisit.Row(1 + (i % 28), Name(i), i % 10 == 0 ? $"Place{i % 50}" : "Peru"));

        var (_, page) = await LookAsync(cohort, cookie, ImportVisit.File([.. rows]));

        var figures = ImportVisit.Figures(page);
        Assert.Equal((2000, 200), (figures["new people"], figures["rows with something not understood"]));
        Assert.Contains("200 rows:", page, StringComparison.Ordinal);
        Assert.Contains("Person N9<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Person N10<", page, StringComparison.Ordinal);

        static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"Person N{i}");
    }

    [Fact]
    public async Task GivenAFileThatWaits_WhenSomebodyIsErased_ThenItIsGone()
    {
        var (cohort, cookie) = await CohortAsync();
        var (path, _) = await LookAsync(cohort, cookie, ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe")));

        foreach (var kind in web.Services.GetServices<IPersonalData>().Where(kind => kind.What.Places.Contains("container intake-raw")))
            await kind.EraseAsync(new(cohort, "P1"), default);

        Assert.Equal(HttpStatusCode.Gone, (await CommitteeVisit.GetAsync(web, path, cookie)).Status);
        Assert.Null(await web.Get<WaitingFiles>().FindAsync(cohort, path.Split('/')[^1], default));
    }

    [Fact]
    public async Task GivenAFileThatWaits_WhenTheNightAfterIsOver_ThenItIsLetGo()
    {
        var (cohort, cookie) = await CohortAsync();
        var (path, _) = await LookAsync(cohort, cookie, ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe")));
        var (messages, today) = (web.Get<RawMessageStore>(), DateOnly.FromDateTime(web.Clock.Now.UtcDateTime));

        var sameDay = await messages.PurgeAsync(cohort, today, 10, default);
        var nextDay = await messages.PurgeAsync(cohort, today.AddDays(1), 10, default);

        Assert.Equal((0, 1), (sameDay, nextDay));
        Assert.Equal(HttpStatusCode.Gone, (await CommitteeVisit.GetAsync(web, path, cookie)).Status);
    }

    async Task<(string Cohort, string Cookie)> CohortAsync()
    {
        var cohort = await web.CohortAsync();
        return (cohort, await CommitteeVisit.SignInAsync(web, cohort));
    }

    async Task<(string Path, string Page)> LookAsync(string cohort, string cookie, byte[] file)
    {
        var (_, path) = await ImportVisit.ChooseAsync(web, cohort, cookie, file);
        var (status, page) = await CommitteeVisit.GetAsync(web, path, cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        return (path, page);
    }

    async Task ImportAsync(string cohort, string cookie, byte[] file)
    {
        var (path, page) = await LookAsync(cohort, cookie, file);
        await ImportVisit.PressAsync(web, path, cookie, page);
        await ImportVisit.EndedAsync(web, cohort);
    }

    Task<IReadOnlyList<Person>> PeopleAsync(string cohort) => web.Get<PeopleStore>().ListAsync(cohort);

    /// <summary>The country under a heading that says nothing.</summary>
    static byte[] Renamed(byte[] file) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace(",Country,", ",Item 7,", StringComparison.Ordinal));

    static void Says(string words, string page) => Assert.Contains(words, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
}
