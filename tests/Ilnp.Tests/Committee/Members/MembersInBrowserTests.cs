using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Members;

/// <summary>A lead changes the committee in Chromium, on a phone and on a desk.</summary>
public sealed class MembersInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task GivenARunningCohort_WhenALeadChangesItsCommitteeWithoutScript_ThenItIsDoneAndEachPageIsSound(int width, bool dark)
    {
        var cohort = await CohortAsync();
        var cookie = (await CommitteeVisit.SignInAsync(web, cohort)).Split('=', 2);
        var page = await browser.OpenAsync(width, dark, script: false);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(new Uri(web.Address, $"/cohorts/{cohort}/committee").AbsoluteUri);
        await SeeAsync(page, cookie, $"committee-{width}", width, dark);

        await page.ClickAsync("main a[href*='/committee/new']");
        await page.FillAsync("[name=name]", "Eve Newcomer-With-A-Long-Name");
        await page.ClickAsync("main form button");
        await SeeAsync(page, cookie, $"committee-wrong-{width}", width, dark, again: false);
        await page.FillAsync("[name=email]", $"eve.newcomer.with.a.long.name@{cohort}.example");
        await page.CheckAsync("[name=roles][value=liaison]");
        await page.FillAsync("[name=load]", "3");
        await page.ClickAsync("main form button");
        await page.ClickAsync("[name=sure]");
        Assert.Equal(1, await page.Locator(".notice.done").CountAsync());

        await page.ClickAsync("a[href*='/committee/liaison/absence']");
        await SeeAsync(page, cookie, $"committee-absence-{width}", width, dark);
        await page.FillAsync("[name=from]", "2020-04-10");
        await page.FillAsync("[name=until]", "2020-04-30");
        await page.CheckAsync("[name=who][value=lead]");
        await page.ClickAsync("main form button >> nth=-1");
        Assert.Contains("stands in", await page.InnerTextAsync("#m-liaison"), StringComparison.Ordinal);

        await page.ClickAsync("a[href*='/committee/liaison/leave']");
        await SeeAsync(page, cookie, $"committee-leave-{width}", width, dark);
        await page.ClickAsync("[name=sure]");
        Assert.Equal(0, await page.Locator("#m-liaison").CountAsync());
        await SeeAsync(page, cookie, $"committee-after-{width}", width, dark);
        await page.Context.CloseAsync();
    }

    async Task<string> CohortAsync()
    {
        var cohort = await web.CohortAsync();
        foreach (var (number, name) in new[] { "Zoë Müller", "王小明", "عبد الله محمد", "Anna Kuznetsova" }.Index())
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(cohort, $"P{number + 1}", name, "DE", Standing.Active) with { GroupId = $"G00{(number / 2) + 1}" });
        await web.Get<GroupStore>().PutManyAsync(cohort, [Group(cohort, "G001", "P1", "P2"), Group(cohort, "G002", "P3", "P4")]);
        return cohort;
    }

    static Group Group(string cohort, string id, params string[] members) =>
        new() { CohortId = cohort, GroupId = id, Members = members, Status = GroupStatus.Active, LiaisonId = "liaison" };

    /// <summary>Keeps a picture; the check of accessibility needs script, and a page that was opened by its address.</summary>
    async Task SeeAsync(Microsoft.Playwright.IPage shown, string[] cookie, string name, int width, bool dark, bool again = true)
    {
        await shown.ScreenshotAsync(new()
        {
            Path = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName, $"{name}.png"),
            FullPage = true,
        });
        Assert.Equal(0, await shown.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        if (!again) return;
        var page = await browser.OpenAsync(width, dark);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(shown.Url);
        await page.IsSoundAsync();
        await page.Context.CloseAsync();
    }
}
