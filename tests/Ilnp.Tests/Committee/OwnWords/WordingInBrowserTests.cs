using Ilnp.Tests.Pages;
using Microsoft.Playwright;

namespace Ilnp.Tests.Committee.OwnWords;

/// <summary>A lead on a phone, from the overview to a mail in the cohort's own words.</summary>
public sealed class WordingInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task GivenAPhoneWithoutScript_WhenALeadChangesAMail_ThenSheSeesItBeforeAndAfter()
    {
        var (page, cohort) = await OpenAsync(320, dark: false, script: false);
        await page.GotoAsync(Address($"/cohorts/{cohort}"));
        await page.ClickAsync("text=The mails' words");
        await page.ClickAsync("li:has-text('How is it going?') >> a:has-text('العربية')");

        await page.FillAsync("#body", "مرحبًا {{ nam }}\n\n[أجب]({{ url }})");
        await page.ClickAsync("button:has-text('Save')");
        Assert.Contains("line 1: “nam” is no placeholder", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await page.FillAsync("#body", "مرحبًا {{ name }} و {{ partners }}\n\n[أجب]({{ url }})");
        await page.ClickAsync("button:text-is('Preview')");
        await page.FrameLocator("iframe").Locator("text=Amina Diallo").First.WaitForAsync();
        Assert.Contains("مرحبًا {{ name }}", await page.InputValueAsync("#body"), StringComparison.Ordinal);
        await page.TakePictureAsync(Screenshot("wording-preview-320"));
        await page.ClickAsync("button:has-text('Save')");

        Assert.Contains("Saved. It counts from the next mail on.", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await page.ClickAsync("text=Back to the original");
        Assert.Contains("The original counts again", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(1100, false)]
    public async Task GivenAWidth_WhenEachPageIsOpened_ThenNothingHangsOutAndNoRuleIsBroken(int width, bool dark)
    {
        var (page, cohort) = await OpenAsync(width, dark, script: true);
        foreach (var (name, path) in new[]
        {
            ("list", ""), ("topics", "/topics"), ("topic", "/topic.failure/ar"), ("english", "/introduction/en"), ("arabic", "/prompt/ar"),
        })
        {
            await page.GotoAsync(Address($"/cohorts/{cohort}/wording{path}"));
            await LookAsync(page, $"wording-{name}-{width}{(dark ? "-dark" : "")}", width);
        }

        await page.FillAsync("#body", "{{ x }} <b>");
        await page.ClickAsync("button:has-text('Save')");
        await LookAsync(page, $"wording-mistakes-{width}{(dark ? "-dark" : "")}", width);
        await page.Context.CloseAsync();
    }

    async Task<(IPage Page, string Cohort)> OpenAsync(int width, bool dark, bool script)
    {
        var cohort = await web.CohortAsync();
        var (cookie, page) = ((await CommitteeVisit.SignInAsync(web, cohort)).Split('=', 2), await browser.OpenAsync(width, dark, script));
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        return (page, cohort);
    }

    string Address(string path) => new Uri(web.Address, path).AbsoluteUri;

    static string Screenshot(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName, $"{name}.png");

    /// <summary>The mail in the frame has tests of its own, and no rule can be run in there: it is allowed no script.</summary>
    static async Task LookAsync(IPage page, string name, int width)
    {
        await page.TakePictureAsync(Screenshot(name));
        Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0,
            $"{name} is wider than {width}");
        var frames = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('iframe')].map(frame => [frame.title, frame.remove()]).filter(frame => frame[0]).length");
        Assert.Equal(page.Url.EndsWith("/wording", StringComparison.Ordinal) || page.Url.EndsWith("/topics", StringComparison.Ordinal)
            ? 0
            : 1, frames);
        await page.IsSoundAsync(name);
    }
}
