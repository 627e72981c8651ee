using System.Net;
using Ilnp.Announcements;
using Ilnp.Committee.Spreading;
using Ilnp.Mail.Ledger;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Committee.Spreading;

/// <summary>Whoever does marketing takes flyers, texts and the map of reach from one page.</summary>
public sealed class SpreadPagesTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>, IDisposable
{
    readonly DateTimeOffset start = web.Clock.Now;

    public void Dispose() => web.Clock.Now = start;

    [Fact]
    public async Task GivenApplications_WhenThePageIsOpened_ThenTextsWithTheirLengthsAndTheMapOfReachAreThere()
    {
        var cohort = await CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        var english = await PageAsync($"/cohorts/{cohort}/spread", cookie);
        var arabic = await PageAsync($"/cohorts/{cohort}/spread/ar", cookie);
        var map = await PageAsync($"/cohorts/{cohort}/reach.svg", cookie);

        Assert.Contains("2 people have applied so far, from 2 countries.", Words(english), StringComparison.Ordinal);
        Assert.Contains("of 280 characters", Words(english), StringComparison.Ordinal);
        Assert.Contains("You get a mail on Wednesday, 25 March 2020", Words(english), StringComparison.Ordinal);
        Assert.Contains("that people applied from so far: Ghana and Peru.", Words(english), StringComparison.Ordinal);
        Assert.Contains("<pre lang=\"ar\" dir=\"rtl\">", arabic, StringComparison.Ordinal);
        Assert.Contains("/picture/story\"", english, StringComparison.Ordinal);
        Assert.Contains("Alternative text of both pictures", english, StringComparison.Ordinal);
        Assert.Equal(2, map.Split("#0d5c63").Length - 1);
    }

    [Fact]
    public async Task GivenEachPaperAndLanguage_WhenTheFlyerIsFetched_ThenItIsAFile()
    {
        var cohort = await CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);

        foreach (var paper in FlyerFormat.All)
            foreach (var language in new[] { "en", "ja", "ar" })
                Assert.StartsWith(
                    "%PDF-1.7",
                    await PageAsync($"/cohorts/{cohort}/spread/{language}/flyer/{paper.Name}", cookie),
                    StringComparison.Ordinal);
        foreach (var picture in new[] { "spread/ar/picture/square", "spread/ja/picture/story", "reach.png" })
            Assert.Equal("PNG", (await PageAsync($"/cohorts/{cohort}/{picture}", cookie))[1..4]);
        var liaison = await CommitteeVisit.SignInAsync(web, cohort, "liaison");
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/spread", liaison)).Status);
    }

    [Fact]
    public async Task GivenTheLastWeek_WhenItIsLookedAtTwice_ThenWhoeverSpreadsTheWordIsRemindedOnce()
    {
        var cohort = await CohortAsync();
        var sweep = ActivatorUtilities.CreateInstance<LastWeekSweep>(web.Services);
        foreach (var day in new[] { 24, 25, 26 })
        {
            web.Clock.Now = new(2020, 3, day, 12, 0, 0, TimeSpan.Zero);
            await sweep.RemindOfLastWeek(new(), default);
            Assert.Equal(day < 25 ? 0 : 1, (await web.Get<MailLedger>().ListAsync(cohort, "announcement")).Count);
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task GivenAWidth_WhenThePageIsOpened_ThenNothingHangsOutAndNoRuleIsBroken(int width)
    {
        var cohort = await CohortAsync();
        var (cookie, page) = (
            (await CommitteeVisit.SignInAsync(web, cohort)).Split('=', 2), await browser.OpenAsync(width, dark: false, true));
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        foreach (var language in new[] { "en", "ar", "ja" })
        {
            await page.GotoAsync(new Uri(web.Address, $"/cohorts/{cohort}/spread/{language}").AbsoluteUri);
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;
            await page.TakePictureAsync(Path.Combine(folder, $"spread-{language}-{width}.png"));
            Assert.Equal(
                0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            await page.IsSoundAsync($"spread {language} {width}");
        }

        await page.Context.CloseAsync();
    }

    Task<string> CohortAsync() => web.CohortAsync(
        SampleCohort.Person("", "P1", "Ama", "GH"), SampleCohort.Person("", "P2", "Rosa", "PE"));

    async Task<string> PageAsync(string path, string cookie)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, path, cookie);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status}");
        return html;
    }

    static string Words(string html) => html.Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal);
}
