using AngleSharp.Html.Parser;
using Ilnp.Programme;
using Ilnp.Reports;
using Ilnp.Tests.Reports;
using static Ilnp.Tests.Assignments.Handed;

namespace Ilnp.Tests.Assignments;

/// <summary>What the report and its workbook tell of joint tasks.</summary>
public sealed class JointReportTests
{
    static readonly ReportPage Page = new(SampleCohort.Map);

    [Theory]
    [InlineData("a:One:named b=named", "One", "Name of a and Name of b")]
    [InlineData("a:One:named b=unnamed", "One", null)]
    [InlineData("a:One:named b=no", null, null)]
    [InlineData("a:One:named", null, null)]
    public async Task GivenWhatAGroupHandedIn_WhenTheReportIsMade_ThenItHasTheFigureAndOnlyWhatAllAgreeTo(
        string said, string? words, string? by)
    {
        var report = SampleCohort.Report(Facts(said));
        Assert.Equal((1, 2), (report.JointTasks.Count, report.JointTasks.Of));
        Assert.Equal(
            words is null ? [] : [new Comment("Five words of our work", words, by)], report.JointWords);
        var section = (await SectionAsync(report))!;
        Assert.Contains("1 of 2 groups handed in", section, StringComparison.Ordinal);
        Assert.Equal(words is not null, section.Contains("One", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenNoGroupThatHandedIn_WhenTheReportIsMade_ThenItSaysNothingOfIt() =>
        Assert.Null(await SectionAsync(SampleCohort.Report(SampleCohort.Pilot())));

    [Fact]
    public void GivenAddressesInWords_WhenTheReportIsMade_ThenTheyAreLeftOut() => Assert.Equal(
        "Write-to-[address left out]",
        Assert.Single(SampleCohort.Report(Facts("a:Write-to-,a@library.example:named b=named")).JointWords).Text
            .Replace(",", "", StringComparison.Ordinal));

    static ReportFacts Facts(string said) => SampleCohort.Empty with
    {
        People = [.. new[] { "a", "b", "c", "d" }.Select(Member)],
        Groups = [Group("a", "b") with { HandedInAt = Begin }, Group("c", "d") with { GroupId = "G002", Status = GroupStatus.Completed }],
        Assignments = Answers(said),
    };

    static async Task<string?> SectionAsync(CohortReport report) =>
        new HtmlParser().ParseDocument(await Page.RenderAsync(report)).QuerySelector("section[aria-labelledby=together]")?.TextContent;
}
