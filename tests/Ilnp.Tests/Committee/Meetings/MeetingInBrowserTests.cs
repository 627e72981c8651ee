using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Meetings;

/// <summary>A lead invites everybody in Chromium, on a phone and on a desk, and calls it off.</summary>
public sealed class MeetingInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task GivenPairs_WhenALeadInvitesAndCallsOff_ThenEachPageIsSound(int width, bool dark)
    {
        var cohort = await MeetingPagesTests.StartAsync(web);
        var cookie = (await CommitteeVisit.SignInAsync(web, cohort, "ana")).Split('=', 2);
        var page = await browser.OpenAsync(width, dark);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(new Uri(web.Address, $"/cohorts/{cohort}/meeting").AbsoluteUri);
        await SeeAsync(page, $"meeting-{width}");

        await page.ClickAsync("main form button");
        await SeeAsync(page, $"meeting-wrong-{width}");
        await page.FillAsync("[name=day]", "2020-04-22");
        await page.FillAsync("[name=link]", "https://meet.example/all");
        await page.ClickAsync("main form button");
        await SeeAsync(page, $"meeting-asked-{width}");
        await page.ClickAsync("[name=again]");
        Assert.Equal("2020-04-22", await page.InputValueAsync("[name=day]"));
        await page.ClickAsync("main form button");
        await page.ClickAsync("[name=sure]");
        await SeeAsync(page, $"meeting-ahead-{width}");
        Assert.Single((await web.Get<CohortStore>().FindNowAsync(cohort))!.Meetings);
        await page.ClickAsync("summary");
        await page.ClickAsync("[name=off]");
        Assert.Equal(1, await page.Locator(".notice.done").CountAsync());
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
