using System.Diagnostics;
using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;
using Ilnp.Tests.Pages;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Ilnp.Tests.Committee.FormQuestions;

/// <summary>A lead on a phone, from the overview to a question that is read.</summary>
public sealed class QuestionsInBrowserTests(WebHostFixture web, BrowserFixture browser, ITestOutputHelper output)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task GivenAQuestionThatNobodyReads_WhenALeadSettlesItOnAPhone_ThenItIsRead()
    {
        var visit = await BeginAsync();
        var page = await OpenAsync(visit, 320, dark: false, script: false);

        await page.GotoAsync(Address($"/cohorts/{visit.Cohort}"));
        await page.ClickAsync("p.notice >> text=Questions of the forms");
        await page.ClickAsync("li:has-text('Zona de procedencia') >> text=Say what it is");
        await page.ClickAsync("text=Keep it");
        Assert.Contains("Choose what the question asks for", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await page.SelectOptionAsync("#field", "country");
        await page.ClickAsync("text=Keep it");
        Assert.Contains("It is kept.", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await visit.Inner.FollowedAsync();
        await page.ClickAsync("text=All questions of the forms");
        await page.ClickAsync("main >> text=Try a message >> nth=-1");
        await page.SelectOptionAsync("#service", "google-forms");
        await page.ClickAsync("text=Try the last message again");

        Assert.Contains("It would be taken in", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("PE", (await visit.PersonAsync("Rosa Quispe")).Country);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task GivenAWidth_WhenEachPageIsOpened_ThenNothingHangsOutAndNoRuleIsBroken(int width, bool dark)
    {
        var visit = await BeginAsync();
        await visit.SayAsync("Wish one", "years");
        var page = await OpenAsync(visit, width, dark, script: true);

        var (secrets, trial) = ($"/cohorts/{visit.Cohort}/form-secrets", $"/cohorts/{visit.Cohort}/trial-message");
        foreach (var (name, path) in new[]
        {
            ("list", visit.List), ("open", visit.PathOf(QuestionVisit.Origin)),
            ("said", visit.PathOf("Wish one")), ("paste", $"{secrets}/formbricks"),
            ("secret", $"{secrets}/jotform"), ("trial", trial),
            ("notes", $"/cohorts/{visit.Cohort}/form-notes"),
        })
        {
            await page.GotoAsync(Address(path));
            await LookAsync(page, $"questions-{name}-{width}{(dark ? "-dark" : "")}", width);
        }

        await page.GotoAsync(Address($"{secrets}/jotform"));
        await page.ClickAsync("text=Show the secret");
        await LookAsync(page, $"questions-secret-shown-{width}{(dark ? "-dark" : "")}", width);
        await page.GotoAsync(Address(trial));
        await page.SelectOptionAsync("#service", "google-forms");
        await page.ClickAsync("text=Try the last message again");
        await LookAsync(page, $"questions-tried-{width}{(dark ? "-dark" : "")}", width);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task GivenFiveThousandMessages_WhenTheListIsOpened_ThenItIsThereAtOnce()
    {
        var visit = await BeginAsync();
        var store = web.Get<QuestionStore>();
        var headings = Enumerable.Range(0, 20).Select(n => new AskedQuestion(visit.Cohort, $"Question number {n}", web.Clock.Now)).ToList();
        foreach (var heading in headings) await store.NoteAsync(Message(visit, "first", headings), [heading], default);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 5000), async (n, stop) => await store.PutAsync(Message(visit, $"a{n:00000}", headings), stop));
        await visit.PageAsync(visit.List);

        var times = new List<double>();
        for (var n = 0; n < 7; n++)
        {
            var watch = Stopwatch.StartNew();
            await visit.PageAsync(visit.List);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        output.WriteLine(
            "milliseconds: "
                + $"{string.Join(", ", times.Select(time => time.ToString("0", System.Globalization.CultureInfo.InvariantCulture)))}");
        Assert.True(times.Min() < 1500, $"{times.Min()} ms");
    }

    static AskedMessage Message(QuestionVisit visit, string id, IEnumerable<AskedQuestion> questions) => new()
    {
        CohortId = visit.Cohort,
        ApplicationId = id,
        Provider = "typeform",
        ReceivedAt = default,
        Asked = AskedMessage.Write(
            questions.Select(question => new AskedHere(question.QuestionId, AnswerKind.Text, ApplicationField.Country))),
    };

    async Task LookAsync(IPage page, string name, int width)
    {
        await page.ScreenshotAsync(new() { Path = Screenshot($"{name}.png"), FullPage = true });
        Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0,
            $"{name} is wider than {width}");
        await page.IsSoundAsync(name);
    }

    async Task<QuestionVisit> BeginAsync()
    {
        var visit = await QuestionVisit.BeginAsync(web);
        await visit.TakeAsync(
            "Rosa Quispe", (QuestionVisit.Origin, "Peru"), ("Wish one", "5"), (QuestionVisit.Motto, new string('x', 300)),
            (new string('q', 120), "A heading without any break"), ("我想问的一个问题", "好"));
        return visit;
    }

    async Task<IPage> OpenAsync(QuestionVisit visit, int width, bool dark, bool script)
    {
        var (cookie, page) = (visit.Inner.Cookie.Split('=', 2), await browser.OpenAsync(width, dark, script));
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        return page;
    }

    string Address(string path) => new Uri(web.Address, path).AbsoluteUri;

    static string Screenshot(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName, name);
}
