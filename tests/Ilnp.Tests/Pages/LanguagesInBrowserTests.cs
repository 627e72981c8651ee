using Ilnp.Approvals;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Pages;

/// <summary>The pages that everybody meets, in every language, on the smallest phone and without script.</summary>
public sealed class LanguagesInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    const int SmallestPhone = 320;

    static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;

    /// <summary>
    /// A language for each direction and way to break lines: accessibility hangs on structure, which is the same for all others.
    /// </summary>
    static readonly string[] Audited = ["en", "ar", "ja"];

    public static TheoryData<string> Languages => [.. AppTexts.Shelf.Languages];

    [Theory, MemberData(nameof(Languages))]
    public async Task GivenAReader_WhenTheyWalkThroughTheProgramme_ThenEveryPageIsTheirsAndFits(string language)
    {
        var cohort = await web.CohortAsync(
            SampleCohort.Person("", "P1", "María José Fernández de la Cruz", "MX") with { MailLanguage = language });
        var now = web.Clock.Now;
        web.Clock.Now = new(2020, 3, 15, 12, 0, 0, TimeSpan.Zero);
        await WalkAsync(language, "apply", $"/apply/{cohort}?lang={language}", "application.review");
        web.Clock.Now = now;
        foreach (var form in new[] { "availability", "pulse", "mid-survey", "final-survey" })
            await WalkAsync(language, form, await DecisionAsync(cohort, form), "decision.submit");
    }

    /// <summary>The page, and the page with mistakes after its button was pressed.</summary>
    async Task WalkAsync(string language, string name, string path, string button)
    {
        var words = AppTexts.Shelf.In(language);
        var page = await browser.OpenAsync(SmallestPhone, script: false);
        await page.GotoAsync(new Uri(web.Address, path).AbsoluteUri);
        Assert.Equal(
            (language, words.Direction), (await page.GetAttributeAsync("html", "lang"), await page.GetAttributeAsync("html", "dir")));
        Assert.Equal(words[button], await page.InnerTextAsync("main button[type=submit]"));
        var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(sideways == 0, $"{name} in {language} is {sideways} px too wide.");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{language}-{SmallestPhone}.png"), FullPage = true });
        await page.ClickAsync("main button[type=submit]");
        Assert.Equal(words["error.title"], await page.InnerTextAsync("#errors-title"));
        await page.Context.CloseAsync();
        if (Audited.Contains(language)) await AuditAsync(path);
    }

    async Task AuditAsync(string path)
    {
        var page = await browser.OpenAsync(SmallestPhone);
        await page.GotoAsync(new Uri(web.Address, path).AbsoluteUri);
        await page.ClickAsync("footer summary");
        await page.IsSoundAsync(path);
        await page.Context.CloseAsync();
    }

    async Task<string> DecisionAsync(string cohort, string form) => (await web.Get<DecisionLinks>().OpenAsync(new()
    {
        CohortId = cohort,
        DecisionId = $"{form}-P1",
        Form = form,
        SubjectId = "P1",
        ClosesAt = web.Clock.Now.AddDays(10),
        Facts = new Dictionary<string, string> { ["liaison"] = "Ada Lead" },
        Worded = new Dictionary<string, WordedFact> { ["partners"] = new(FactKind.Names, "王小明", "Zoë Müller") },
    })).PathAndQuery;
}
