using Ilnp.Intake.Answers;
using Ilnp.Tests.Committee.Import;
using Ilnp.Tests.Pages;
using Microsoft.Playwright;

namespace Ilnp.Tests.Committee.Unknown;

/// <summary>A lead on a phone, without script, from the overview to somebody who is in.</summary>
public sealed class UnknownInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task GivenSomebodyHeldBackByTheirCountry_WhenALeadSettlesItOnAPhone_ThenTheyComeIn()
    {
        var visit = await BeginAsync();
        var page = await OpenAsync(visit, 320, dark: false, script: false);

        await page.GotoAsync(Address($"/cohorts/{visit.Cohort}"));
        Assert.Contains("One person is held back until it is known.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("text=Answers that were not understood");
        await page.ClickAsync("li:has-text('Wakonda') >> text=Say what it means");
        await page.FillAsync("input[name=value]", "Nowhere at all");
        await page.ClickAsync("text=This is what it means");
        Assert.Contains("We do not know this country", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("Nowhere at all", await page.InputValueAsync("input[name=value]"));
        await page.FillAsync("input[name=value]", "Peru");
        await page.ClickAsync("text=This is what it means");
        Assert.Contains("It is kept.", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await visit.FollowedAsync();
        await page.ReloadAsync();
        await page.ClickAsync("text=Rosa Quispe");

        Assert.Contains("eligible, waiting", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(2, await visit.MailsAsync("application-received", "Rosa Quispe"));
        await page.GotoAsync(Address($"/cohorts/{visit.Cohort}"));
        Assert.DoesNotContain("held back until", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task GivenAWidth_WhenEachPageIsOpened_ThenNothingHangsOutAndNoRuleIsBroken(int width, bool dark)
    {
        var visit = await BeginAsync();
        var message = await visit.TakeAsync(
            web, "{\"formId\": 3, \"a very long word without any break\": \"" + new string('x', 300) + "\"}");
        await visit.SayAsync(WordKind.Language, "Zzyva", "Quechua");
        var address = (await visit.PageAsync(visit.List)).Split('"')
            .First(part => part.StartsWith($"{visit.List}/addresses/", StringComparison.Ordinal));
        var page = await OpenAsync(visit, width, dark, script: true);

        (string Name, string Path)[] pages =
        [
            ("list", visit.List), ("settled", $"{visit.List}?show=settled"), ("word", visit.PathOf(WordKind.Country, "Wakonda")),
            ("set", visit.PathOf(WordKind.Language, "Zzyva")), ("address", address), ("message", $"{visit.List}/messages/{message}"),
            ("overview", $"/cohorts/{visit.Cohort}"),
            ("person", $"/cohorts/{visit.Cohort}/people/{(await visit.PersonAsync("Rosa Quispe")).PersonId}"),
        ];
        foreach (var (name, path) in pages)
        {
            await page.GotoAsync(Address(path));
            await page.ScreenshotAsync(new() { Path = Screenshot($"unknown-{name}-{width}{(dark ? "-dark" : "")}.png"), FullPage = true });
            Assert.True(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0,
                $"{name} is wider than {width}");
            await page.IsSoundAsync(name);
        }

        await page.Context.CloseAsync();
    }

    Task<UnknownVisit> BeginAsync() => UnknownVisit.BeginAsync(
        web, ImportVisit.Row(2, "Rosa Quispe", "Wakonda"), ImportVisit.Row(4, "Luc Morel", "Peru", "\"Spanish, Zzyva\""),
        ImportVisit.Row(5, "Bao Vu").Replace("bao.vu@library.example", "bao at library", StringComparison.Ordinal));

    async Task<IPage> OpenAsync(UnknownVisit visit, int width, bool dark, bool script)
    {
        var (cookie, page) = (visit.Cookie.Split('=', 2), await browser.OpenAsync(width, dark, script));
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        return page;
    }

    string Address(string path) => new Uri(web.Address, path).AbsoluteUri;

    static string Screenshot(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName, name);
}
