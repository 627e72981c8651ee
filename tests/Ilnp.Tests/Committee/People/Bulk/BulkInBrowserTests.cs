using Ilnp.Committee.Acts;
using Ilnp.Committee.People.Bulk;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Committee.People.Bulk;

/// <summary>A lead acts on many people in Chromium without script, on a phone and on a desk.</summary>
public sealed class BulkInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(320, true)]
    [InlineData(1100, false)]
    public async Task GivenTheListOfPeople_WhenALeadActsOnManyWithoutScript_ThenItIsDoneAndEachPageIsSound(int width, bool dark)
    {
        var cohort = await CohortAsync();
        var cookie = (await CommitteeVisit.SignInAsync(web, cohort)).Split('=', 2);
        var page = await browser.OpenAsync(width, dark, script: false);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(new Uri(web.Address, $"/cohorts/{cohort}/people").AbsoluteUri);
        await page.CheckAsync("[name=who][value=P1]");
        await page.CheckAsync("[name=who][value=P4]");
        await page.SelectOptionAsync("#many-do", "pause");
        await SeeAsync(page, cookie, $"bulk-list-{width}", width, dark);

        await page.ClickAsync("#many button");
        await page.Locator("details").EvaluateAllAsync<bool>("all => all.every(one => one.open = true)");
        await SeeAsync(page, cookie, $"bulk-dry-{width}", width, dark);
        await page.ClickAsync("main form button");
        await SeeAsync(page, cookie, $"bulk-wrong-{width}", width, dark, again: false);
        await page.CheckAsync("[name=weeks][value=pause-2]");
        await page.ClickAsync("main form button");
        Assert.Contains($"/cohorts/{cohort}/bulk/", page.Url, StringComparison.Ordinal);
        await BulkVisit.EndAsync(web, cohort, string.Join('=', cookie), new Uri(page.Url).AbsolutePath);
        var running = page.Url;
        page = await page.Context.NewPageAsync(); // the first one loads itself again, at a moment of its own
        await page.GotoAsync(running);
        await SeeAsync(page, cookie, $"bulk-result-{width}", width, dark);

        await page.GotoAsync(await HalfDoneAsync(cohort));
        await SeeAsync(page, cookie, $"bulk-progress-{width}", width, dark);
        await page.Context.CloseAsync();
    }

    /// <summary>One that stays as it is; the page is told not to load again, so that it holds still.</summary>
    async Task<string> HalfDoneAsync(string cohort)
    {
        await web.Get<CommitteeActStore>().BeginAsync(cohort, "plan", new(BulkPlan.Subject("plan"), web.Clock.Now, "lead", "ask-again")
        {
            Bulk = new("plan", "ask-again", new Dictionary<string, string>(), [.. Enumerable.Range(1, 120).Select(number => $"P{number}")]),
        }, default);
        var progress = new BulkProgress(37, new Dictionary<string, int> { [LeftOut.Unfit] = 2, [LeftOut.NoMail] = 1 });
        await web.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(WaitingOrchestrator.StayHalfDone), progress, new StartOrchestrationOptions(InstanceIds.Bulk(cohort, "plan")));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await web.Durable.GetInstanceAsync(InstanceIds.Bulk(cohort, "plan"), getInputsAndOutputs: true, limit.Token))
            ?.SerializedCustomStatus is null)
            limit.Token.ThrowIfCancellationRequested();
        return new Uri(web.Address, $"/cohorts/{cohort}/bulk/plan?still=1").AbsoluteUri;
    }

    async Task<string> CohortAsync()
    {
        var cohort = await web.CohortAsync();
        var names = new[]
        {
            "Zoë Müller-Lüdenscheidt-von-und-zu-Hohenstein", "王小明", "عبد الله محمد بن يوسف", "Anna Kuznetsova", "José Álvarez",
        };
        foreach (var (place, name) in names.Index())
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(cohort, $"P{place + 1}", name, "DE", place < 2 ? Standing.Active : Standing.Eligible) with
                {
                    GroupId = place < 2 ? "G001" : null,
                });
        await web.Get<GroupStore>().TryAddAsync(
            new()
            {
                CohortId = cohort,
                GroupId = "G001",
                Members = ["P1", "P2"],
                Status = GroupStatus.Active,
                LiaisonId = "liaison",
                FormedAt = web.Clock.Now.AddDays(-1),
            });
        return cohort;
    }

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
