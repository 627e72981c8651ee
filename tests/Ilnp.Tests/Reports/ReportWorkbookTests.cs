using System.IO.Compression;
using Ilnp.Reports;
using MiniExcelLibs;

namespace Ilnp.Tests.Reports;

public sealed class ReportWorkbookTests
{
    static readonly string[] Sheets = ["Summary", "Countries", "Groups", "Surveys", "Mid answers", "Final answers", "Joint tasks", "Mails"];

    [Fact]
    public void GivenThePilot_WhenWritten_ThenEachSheetReadsBack()
    {
        using var file = Write(SampleCohort.Pilot());

        Assert.Equal(Sheets, file.GetSheetNames());
        Assert.Equal(70, Rows(file, "Countries").Count);
        Assert.Equal(49, Rows(file, "Groups").Count);
        Assert.Equal(53, Rows(file, "Mid answers").Count);
        Assert.Equal(42, Rows(file, "Final answers").Count);
        Assert.Contains(Rows(file, "Summary"), row => Equals(row["Figure"], "Pairs") && Equals(row["Value"], 47.0));
        Assert.Contains(Rows(file, "Surveys"), row => Equals(row["Answer"], "Every week") && Equals(row["Percent"], 18.9));
    }

    [Fact]
    public void GivenTheSameReport_WhenWrittenAgain_ThenTheFileIsTheSame()
    {
        using var once = Write(SampleCohort.Pilot());
        using var again = Write(SampleCohort.Pilot());

        Assert.Equal(once.ToArray(), again.ToArray());
    }

    [Fact]
    public void GivenAnswers_WhenWritten_ThenWordsFollowConsentAndNoAddressIsThere()
    {
        using var file = Write(SampleCohort.Pilot());
        var mid = Rows(file, "Mid answers");
        var words = mid[0].Keys.Single(key => key.StartsWith("Is the programme", StringComparison.Ordinal));

        Assert.Equal("(not to be shared)", mid[2][words]);
        Assert.Equal("很好，我学到了很多。", mid[1][words]);
        Assert.Null(mid[1]["Name"]);
        Assert.Equal("Zoë <b>Muñoz</b>", mid[0]["Name"]);
        Assert.DoesNotContain(
            "@", string.Concat(Sheets.SelectMany(sheet => Rows(file, sheet)).SelectMany(row => row.Values)), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnAnswerThatLooksLikeAFormula_WhenWritten_ThenItIsText()
    {
        using var file = Write(SampleCohort.Pilot());
        var cell = Rows(file, "Mid answers")[0].Values.OfType<string>()
            .Single(text => text.Contains("HYPERLINK", StringComparison.Ordinal));

        Assert.StartsWith("'=HYPERLINK", cell, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(x:)?f[ >]", WorksheetXml(file));
    }

    [Fact]
    public void GivenNothing_WhenWritten_ThenAllSheetsHaveTheirHeadings()
    {
        using var file = Write(SampleCohort.Empty);

        Assert.Equal(Sheets, file.GetSheetNames());
        Assert.Empty(Rows(file, "Countries"));
        var headings = (IDictionary<string, object?>)file.Query(sheetName: "Countries").Single();
        Assert.Equal(["Country", "Code", "Applied", "Took part"], headings.Values);
    }

    static MemoryStream Write(ReportFacts facts) => new(ReportWorkbook.Write(SampleCohort.Report(facts), facts, SampleCohort.Texts));

    static List<IDictionary<string, object?>> Rows(MemoryStream file, string sheet) =>
        [.. file.Query(useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object?>>()];

    static string WorksheetXml(MemoryStream file)
    {
        using var parts = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return string.Concat(
            parts.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            }));
    }
}
