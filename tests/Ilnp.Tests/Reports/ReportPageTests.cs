using AngleSharp.Html.Parser;
using Ilnp.Programme;
using Ilnp.Reports;

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
        var groups = page.QuerySelectorAll(".tiles div").Single(tile => tile.TextContent.Contains("pairs and a trio", StringComparison.Ordinal));

        Assert.Contains("488 submissions came in, of 470 people", text, StringComparison.Ordinal);
        Assert.Equal("47", groups.QuerySelector("dd")!.TextContent);
        Assert.Contains("53 of 97 people answered", text, StringComparison.Ordinal);
        Assert.Contains("42 of 97 people answered", text, StringComparison.Ordinal);
        Assert.Equal(70, page.QuerySelectorAll(".list tbody tr").Length);
        Assert.Equal(70, page.QuerySelectorAll("path.part, path.applied, circle.part, circle.applied").Length);
        Assert.DoesNotContain("@library.example", html, StringComparison.Ordinal);
        Assert.DoesNotContain("private", text, StringComparison.Ordinal);
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
        var facts = SampleCohort.Empty with { Submissions = 1, People = [SampleCohort.Person(1, "SG", Standing.Eligible)] };
        using var page = await new HtmlParser().ParseDocumentAsync(await Render(facts));

        Assert.Contains("1 submission came in, of one person", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Singapore: 1 applicant, nobody took part", page.QuerySelector("circle title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("One person waits", page.Body.TextContent, StringComparison.Ordinal);
    }

    static Task<string> Render(ReportFacts facts) => Page.RenderAsync(SampleCohort.Report(facts));
}
