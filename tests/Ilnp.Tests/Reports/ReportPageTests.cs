using AngleSharp.Html.Parser;
using Ilnp.Programme;
using Ilnp.Reports;
using Ilnp.Usage.Cost;

namespace Ilnp.Tests.Reports;

public sealed class ReportPageTests
{
    static readonly ReportPage Page = new(SampleCohort.Map);

    [Fact]
    public async Task GivenThePilot_WhenRendered_ThenTheNumbersStandOnThePage()
    {
        var html = await Render(SampleCohort.Pilot());
        using var page = await new HtmlParser().ParseDocumentAsync(html);
        var text = page.Body!.TextContent;
        var groups = page.QuerySelectorAll(".tiles div")
            .Single(tile => tile.TextContent.Contains("pairs and a trio", StringComparison.Ordinal));

        Assert.Contains("488 submissions came in, of 470 people", text, StringComparison.Ordinal);
        Assert.Equal("47", groups.QuerySelector("dd")!.TextContent);
        Assert.Contains("53 of 97 people answered", text, StringComparison.Ordinal);
        Assert.Contains("42 of 97 people answered", text, StringComparison.Ordinal);
        Assert.Equal(70, page.QuerySelectorAll("section[aria-labelledby=where] .list tbody tr").Length);
        Assert.Equal(70, page.QuerySelectorAll("path.part, path.applied, circle.part, circle.applied").Length);
        Assert.DoesNotContain("@library.example", html, StringComparison.Ordinal);
        Assert.DoesNotContain("private", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenWhatTheAppUsed_WhenRendered_ThenItsCostStandsThereWithWhatIsInIt()
    {
        var facts = SampleCohort.Pilot();
        var alone = await SectionAsync(facts);
        Assert.Contains(
            "on 188 days, the app ran its functions 21,575 times and sent 37,613 requests to storage", alone, StringComparison.Ordinal);
        Assert.Contains("and 114,000 to keep its place", alone, StringComparison.Ordinal);
        Assert.Contains(
            "East US 2, in one building (LRS) as of September 2026, that comes to US$0.06, without", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("cohort ran on some of these days", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("has counted since", alone, StringComparison.Ordinal);
        Assert.Contains("functions run21,575 executions0.0086", alone, StringComparison.Ordinal);
        Assert.Contains("azure.microsoft.com/pricing", alone, StringComparison.Ordinal);
        Assert.All(Bill.NotCounted, other => Assert.Contains(other, alone, StringComparison.Ordinal));

        var later = await SectionAsync(facts with { Others = 1, Cost = facts.Cost! with { From = new(2020, 4, 1) } });
        Assert.Contains("Another cohort ran on some of these days", later, StringComparison.Ordinal);
        Assert.Contains("has counted since 1 April 2020", later, StringComparison.Ordinal);
        Assert.Equal("", await SectionAsync(SampleCohort.Empty));
    }

    [Theory]
    [InlineData(0, "less than a cent")]
    [InlineData(0.0049, "less than a cent")]
    [InlineData(0.005, "US$0.01")]
    [InlineData(1234.5, "US$1234.50")]
    public void GivenAnAmount_WhenWritten_ThenNothingIsForFree(double dollars, string words) =>
        Assert.Equal(words, ReportView.Dollars(dollars));

    static async Task<string> SectionAsync(ReportFacts facts)
    {
        using var page = await new HtmlParser().ParseDocumentAsync(await Render(facts));
        return page.QuerySelector("section[aria-labelledby=cost]")?.TextContent ?? "";
    }

    [Fact]
    public async Task GivenMarkupInANameOrAComment_WhenRendered_ThenItIsText()
    {
        using var page = await new HtmlParser().ParseDocumentAsync(await Render(SampleCohort.Pilot()));

        Assert.Contains(page.QuerySelectorAll("blockquote footer"), footer => footer.TextContent == "Zoë <b>Muñoz</b>");
        Assert.Empty(page.QuerySelectorAll("blockquote b, script, link, img"));
    }

    [Fact]
    public async Task GivenNothing_WhenRendered_ThenThePageSaysSo()
    {
        using var page = await new HtmlParser().ParseDocumentAsync(await Render(SampleCohort.Empty));

        Assert.Contains("Nobody has applied yet.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("details, blockquote"));
        Assert.DoesNotContain("NaN", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenOnePerson_WhenRendered_ThenTheWordsAreInTheSingular()
    {
        var facts = SampleCohort.Empty with
        {
            Submissions = 1,
            People = [SampleCohort.Person(1, "SG", Standing.Eligible)],
            Waiting = 1,
        };
        using var page = await new HtmlParser().ParseDocumentAsync(await Render(facts));

        Assert.Contains("1 submission came in, of one person", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Singapore: 1 applicant, nobody took part", page.QuerySelector("circle title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("One person waits", page.Body.TextContent, StringComparison.Ordinal);
    }

    static Task<string> Render(ReportFacts facts) => Page.RenderAsync(SampleCohort.Report(facts));
}
