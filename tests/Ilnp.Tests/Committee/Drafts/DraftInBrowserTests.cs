using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Drafts;

/// <summary>A lead prepares and starts a cohort in Chromium, without script, on a phone and on a desk.</summary>
public sealed class DraftInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task GivenALastCohort_WhenALeadPreparesTheNextWithoutScript_ThenItStartsByOnePress(int width, bool dark)
    {
        var cohort = await web.CohortAsync();
        var cookie = (await CommitteeVisit.SignInAsync(web, cohort)).Split('=', 2);
        var page = await browser.OpenAsync(width, dark, script: false);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(new Uri(web.Address, "/cohorts").AbsoluteUri);
        await page.ClickAsync("form[action='/drafts'] button");
        var draft = page.Url;
        await page.FillAsync("[name=capacityPairs]", "many");
        await page.FillAsync("[name='dates.midSurvey']", "");
        await page.ClickAsync("form[action^='/drafts/'] button >> nth=0");
        Assert.Equal(2, await page.Locator("#problems li").CountAsync());
        await ShootAsync(page, $"draft-problems-{width}");
        await page.FillAsync("[name=capacityPairs]", "12");
        await page.FillAsync("[name='dates.midSurvey']", "2021-01-04");
        await page.ClickAsync("form[action^='/drafts/'] button >> nth=0");
        Assert.Empty(await page.Locator("#problems").AllInnerTextsAsync());
        await ShootAsync(page, $"draft-{width}");
        await AxeAsync(draft, cookie, width, dark);
        await page.ClickAsync("main a[href$='/start']");
        await ShootAsync(page, $"draft-start-{width}");
        await AxeAsync(page.Url, cookie, width, dark);
        await page.ClickAsync("form button");
        Assert.Contains("/cohorts/", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>The check itself needs script.</summary>
    async Task AxeAsync(string address, string[] cookie, int width, bool dark)
    {
        var page = await browser.OpenAsync(width, dark);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(address);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.IsSoundAsync();
        await page.Context.CloseAsync();
    }

    static Task ShootAsync(Microsoft.Playwright.IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName, $"{name}.png"),
        FullPage = true,
    });
}
