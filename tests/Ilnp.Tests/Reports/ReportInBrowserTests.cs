using Ilnp.Reports;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Reports;

/// <summary>The report's page in Chromium: accessible, and whole on a phone.</summary>
public sealed class ReportInBrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    public static TheoryData<string, int> Readers => new() { { "pilot", 1200 }, { "pilot", 360 }, { "nothing", 360 } };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task GivenAReader_WhenTheReportIsOpened_ThenNothingIsInaccessibleOrCutOff(string cohort, int width)
    {
        var report = SampleCohort.Report(cohort == "pilot" ? SampleCohort.Pilot() : SampleCohort.Empty);
        var page = await browser.OpenAsync(width);
        await page.SetContentAsync(await new ReportPage(SampleCohort.Map).RenderAsync(report));
        if (cohort == "pilot") await page.ClickAsync("summary");

        await page.IsSoundAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
