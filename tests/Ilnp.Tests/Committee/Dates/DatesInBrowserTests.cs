using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Dates;

/// <summary>A lead moves a day in Chromium, on a phone and on a desk.</summary>
public sealed class DatesInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task GivenARunningCohort_WhenALeadMovesTheDeadline_ThenEachPageIsSound(int width, bool dark)
    {
        var cohort = await DatesPagesTests.StartAsync(web, CohortPhase.ApplicationsOpen);
        var cookie = (await CommitteeVisit.SignInAsync(web, cohort, "ana")).Split('=', 2);
        var page = await browser.OpenAsync(width, dark);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(new Uri(web.Address, $"/cohorts/{cohort}/dates").AbsoluteUri);
        await SeeAsync(page, $"dates-{width}");

        await page.FillAsync("[name=applicationsClose]", "2020-05-20");
        await page.ClickAsync("main form button");
        await SeeAsync(page, $"dates-wrong-{width}");
        await page.FillAsync("[name=applicationsClose]", "2020-05-07");
        await page.FillAsync("[name=introduce]", "2020-06-08");
        await page.ClickAsync("main form button");
        await SeeAsync(page, $"dates-asked-{width}");
        await page.ClickAsync("[name=again]");
        Assert.Equal("2020-05-07", await page.InputValueAsync("[name=applicationsClose]"));
        await page.ClickAsync("main form button");
        await page.ClickAsync("[name=sure]");
        Assert.Equal(1, await page.Locator(".notice.done").CountAsync());
        await SeeAsync(page, $"dates-done-{width}");
        Assert.Equal(new(2020, 5, 7), (await web.Get<CohortStore>().FindNowAsync(cohort))!.Dates.ApplicationsClose);
        await page.Context.CloseAsync();
    }

    static async Task SeeAsync(Microsoft.Playwright.IPage page, string name)
    {
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName, $"{name}.png"),
            FullPage = true,
        });
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.IsSoundAsync();
    }
}
