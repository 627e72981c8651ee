using Ilnp.Cohort;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Storage;
using Ilnp.Tests.WholeCohort.Outages;
using Microsoft.DurableTask.Client;
using Microsoft.Playwright;

namespace Ilnp.Tests.WholeCohort.Stopped;

/// <summary>A small cohort that stopped on the night when its applications closed, and the committee that looks after it.</summary>
sealed class StoppedCohort : IAsyncDisposable
{
    static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;
    static readonly CohortSettings Settings = SmallStage.Input.Settings;
    static readonly DateTimeOffset Closes = new(new ProgrammeCalendar(Settings).ApplicationsClose);

    readonly SmallStage stage;
    readonly BrowserFixture browser;
    readonly CancellationTokenSource ended = new();
    Task living = Task.CompletedTask;
    Cookie? session;

    StoppedCohort(SmallStage stage, BrowserFixture browser) => (this.stage, this.browser) = (stage, browser);

    /// <summary>Storage refuses for an hour, as after a wrong change of its firewall.</summary>
    public static async Task<StoppedCohort> StopAsync(BrowserFixture browser)
    {
        var stopped = new StoppedCohort(await SmallStage.OpenAsync(), browser);
        var stage = stopped.stage;
        await stage.App.Get<CohortStarter>().StartAsync(Settings, stage.App.Orchestrations);
        stopped.living = stage.Town.LiveAsync(stopped.ended.Token);
        await stage.Clock.RunUntilIdleAsync(Closes.AddMinutes(-1));
        stage.Storage.Fault = StorageFault.Refused;
        await stage.Clock.RunUntilIdleAsync(Closes.AddMinutes(30));
        stage.Storage.Fault = StorageFault.None;
        return stopped;
    }

    public async Task<OrchestrationRuntimeStatus> StatusAsync() =>
        (await stage.App.Orchestrations.GetInstanceAsync(InstanceIds.Cohort(Settings.Id)))!.RuntimeStatus;

    /// <summary>The mail about what stopped, once it is there: the sweep comes within six hours.</summary>
    public async Task<MailboxMail> NextMailAsync()
    {
        await stage.Clock.RunUntilIdleAsync(Closes.AddHours(7));
        return Assert.Single(await MailsAsync("orchestration-failed"));
    }

    public async Task<IReadOnlyList<MailboxMail>> MailsAsync(string template) =>
        [.. (await FinishedCohort.MailsAsync(stage.Folder.Root)).Where(mail => mail.Entry.Template == template)];

    public static string Link(MailboxMail mail) =>
        mail.Text.Split('\n', ' ', '<', '>', '(', ')').First(word => word.Contains("/d/", StringComparison.Ordinal));

    /// <summary>The words of the committee's overview, as a lead sees it.</summary>
    public async Task<string> OverviewAsync(string name)
    {
        var words = "";
        await LookAsync(
            $"stopped-overview-{name}",
            $"{stage.App.Address}cohorts/{Settings.Id}",
            async page => words = await page.InnerTextAsync("main"));
        return words;
    }

    public Task PictureAsync(string name, MailboxMail mail) =>
        LookAsync($"stopped-{name}", "about:blank", page => page.SetContentAsync(mail.Html));

    public Task LookAtPageAsync(string name, string link) => LookAsync($"stopped-{name}", link);

    /// <summary>The form behind the link, filled by somebody who wants it to go on: the last press is theirs.</summary>
    public async Task<IPage> FillAsync(string link)
    {
        var page = await browser.OpenAsync(390);
        await page.GotoAsync(link);
        await page.CheckAsync("#q-choice-1");
        return page;
    }

    /// <summary>What the page says: that nothing more can be changed, after a minute in which it had its effect.</summary>
    public async Task<string> PressAsync(IPage filled)
    {
        await filled.ClickAsync("main button[type=submit]");
        Assert.Equal("closed", await filled.GetAttributeAsync("[data-state]", "data-state"));
        await stage.Clock.RunUntilIdleAsync(stage.Clock.GetUtcNow().AddMinutes(1));
        return await filled.InnerTextAsync(".notice[role=status]");
    }

    /// <summary>Lets time pass until the cohort has ended.</summary>
    public async Task PlayOnAsync()
    {
        await stage.Clock.RunUntilIdleAsync(new(new ProgrammeCalendar(Settings).End.AddDays(10)));
    }

    /// <summary>On a phone and on a desk; nothing may run out of the page sideways.</summary>
    async Task LookAsync(string name, string address, Func<IPage, Task>? then = null)
    {
        foreach (var width in new[] { 390, 1280 })
        {
            var page = await browser.OpenAsync(width);
            if (address.StartsWith(stage.App.Address.ToString(), StringComparison.Ordinal))
                await page.Context.AddCookiesAsync([await SessionAsync()]);
            await page.GotoAsync(address);
            if (then is not null) await then(page);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            await page.Context.CloseAsync();
        }
    }

    /// <summary>A lead signs in by a mailed link, once.</summary>
    async Task<Cookie> SessionAsync()
    {
        if (session is not null) return session;
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{stage.App.Address}sign-in");
        await page.FillAsync("input[type=email]", Settings.Leads.First().Email);
        await page.ClickAsync("main button[type=submit]");
        var mail = Assert.Single(await MailsAsync("sign-in"));
        await page.GotoAsync(
            mail.Text.Split('\n', ' ', '<', '>', '(', ')').First(word => word.Contains("/sign-in/", StringComparison.Ordinal)));
        await page.ClickAsync("main button[type=submit]");
        var cookie = (await page.Context.CookiesAsync()).Single();
        return session = new() { Name = cookie.Name, Value = cookie.Value, Url = stage.App.Address.ToString() };
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
        await stage.DisposeAsync();
    }
}
