using Ilnp.Availability;
using Ilnp.Tests.Matching;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Ilnp.Tests.Committee.Mailings;

/// <summary>A lead looks at what goes to many people.</summary>
public sealed class MailingsInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task GivenAWidth_WhenEachPageIsOpened_ThenNothingHangsOutAndNoRuleIsBroken(int width, bool dark)
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var page = await OpenAsync(cohort, width, dark);

        await page.GotoAsync(Address(await MatchApprovals.LinkAsync(web, cohort, 1)));
        await LookAsync(page, "approval", width, dark);
        await page.GotoAsync(Address($"/cohorts/{cohort}"));
        await page.ClickAsync("text=Mailings");
        await LookAsync(page, "list", width, dark);
        await page.ClickAsync("text=Participation inquiry");
        await page.ClickAsync("text=العربية");
        await page.FrameLocator("iframe").Locator("[dir=rtl]").First.WaitForAsync();
        await LookAsync(page, "dry", width, dark);
        foreach (var person in await ActivatorUtilities.CreateInstance<ChoosingActivities>(web.Services).ChooseWhomToAsk(cohort))
            await ActivatorUtilities.CreateInstance<AvailabilityActivities>(web.Services)
                .AskAvailability(new(cohort, person, new(2020, 4, 25, 5, 0, 0, DateTimeKind.Utc)));
        await page.GotoAsync(Address($"/cohorts/{cohort}/mailings/availability"));
        await LookAsync(page, "receipt", width, dark);
        await page.GotoAsync(Address($"/cohorts/{cohort}/bulk?do=own-page&of=all"));
        await LookAsync(page, "bulk", width, dark);
        await page.Context.CloseAsync();
    }

    async Task<IPage> OpenAsync(string cohort, int width, bool dark)
    {
        var (cookie, page) = ((await CommitteeVisit.SignInAsync(web, cohort)).Split('=', 2), await browser.OpenAsync(width, dark, true));
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        return page;
    }

    string Address(string path) => new Uri(web.Address, path).AbsoluteUri;

    /// <summary>The mail in the frame has tests of its own, and no rule can be run in there: it is allowed no script.</summary>
    static async Task LookAsync(IPage page, string name, int width, bool dark)
    {
        name = $"mailings-{name}-{width}{(dark ? "-dark" : "")}";
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;
        await page.TakePictureAsync(Path.Combine(folder, $"{name}.png"));
        Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0,
            $"{name} is wider than {width}");
        await page.EvaluateAsync("document.querySelectorAll('iframe').forEach(frame => frame.remove())");
        await page.IsSoundAsync(name);
    }
}
