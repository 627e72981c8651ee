using Ilnp.Tests.Matching;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Proposals;

/// <summary>The page of a proposal in Chromium: without script, on a phone and on a desk, light and dark.</summary>
public sealed class MatchingPageInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(320, true)]
    [InlineData(375, false)]
    [InlineData(1280, true)]
    public async Task GivenAProposal_WhenALeadTriesChangesWithoutScript_ThenEverybodyCanUseThePage(int width, bool dark)
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var cookie = (await CommitteeVisit.SignInAsync(web, cohort)).Split('=', 2);
        var page = await browser.OpenAsync(width, dark, script: false);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(new Uri(web.Address, $"/cohorts/{cohort}/matching").AbsoluteUri);
        await page.CheckAsync("input[name=keep][value=G001]");
        await page.CheckAsync("input[name=apart][value=G002]");
        await page.ClickAsync("button[name=try]");
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(
                Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName, $"matching-tried-{width}.png"),
            FullPage = true,
        });
        Assert.DoesNotContain("G001", page.Url, StringComparison.Ordinal);
        var address = new Uri(web.Address, $"/cohorts/{cohort}/matching?keep=G001&apart=G002&try=1").AbsoluteUri;
        await page.Context.CloseAsync();

        page = await browser.OpenAsync(width, dark);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(address);
        Assert.Equal("What the changes would cost", await page.InnerTextAsync("#tried"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.IsSoundAsync();
        await page.Context.CloseAsync();
    }
}
