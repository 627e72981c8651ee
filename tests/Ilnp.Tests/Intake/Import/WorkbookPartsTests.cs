using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using MiniExcelLibs;

namespace Ilnp.Tests.Intake.Import;

/// <summary>Workbooks whose cells alone do not say what they mean.</summary>
public sealed class WorkbookPartsTests
{
    [Fact]
    public void GivenAHiddenSheetBeforeTheAnswers_WhenRead_ThenItIsLeftOut()
    {
        var export = ExportFile.Read(Hidden(Book("Old", "Answers"), "Old"));

        Assert.Empty(export.Problems);
        Assert.Equal("Answers", Assert.Single(export.Rows).Answers[2].Text);
    }

    [Fact]
    public void GivenTwoSheetsWithAnswers_WhenRead_ThenItIsToldWhichOneWasRead()
    {
        var export = ExportFile.Read(Book("Round 1", "Round 2"));

        Assert.Equal("Round 1", Assert.Single(export.Rows).Answers[2].Text);
        Assert.Contains("“Round 2”", Assert.Single(export.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenDaysCountedFrom1904_WhenRead_ThenTheyAreTheSameDays()
    {
        var file = Changed(Book("A"), "<x:sheets>", "<x:workbookPr date1904=\"1\"/><x:sheets>");
        var before = DateTime.Parse(Assert.Single(ExportFile.Read(Book("A")).Rows).Timestamp!, CultureInfo.InvariantCulture);

        Assert.Equal(
            before.AddDays(WorkbookParts.Later),
            DateTime.Parse(Assert.Single(ExportFile.Read(file).Rows).Timestamp!, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Submit Date (UTC)", "2020-03-02 14:20:00")]
    [InlineData("Timestamp", "2020-03-02 20:20:00")]
    public void GivenAHeadingWithAZone_WhenRead_ThenTheMomentsAreInIt(string heading, string moment)
    {
        var row = Assert.Single(
            ExportFile.Read(
                Encoding.UTF8.GetBytes($"{heading},Email,Full name,Country\r\n2020-03-02 14:20:00,a@b.example,Ana,Peru\r\n")).Rows);
        var read = new ApplicationReader(new(), TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"))
            .Read(
                new RawSubmission(row.ContentId, row.Timestamp, row.Number, row.Answers, row.Note),
                new(2020, 4, 10, 12, 0, 0, TimeSpan.Zero));

        Assert.Equal(moment, read.AppliedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Theory, InlineData("Chile", "Peru", Ilnp.Intake.Vocabulary.Countries.Unknown),
        InlineData("", "Peru", "PE"),
        InlineData("Perú", "Peru", "PE")]
    public void GivenOneHeadingTwice_WhenItsAnswersDiffer_ThenNeitherIsTaken(string first, string second, string right)
    {
        var row = Assert.Single(
            ExportFile.Read(Encoding.UTF8.GetBytes($"Email,Name,Country,Country\r\na@b.example,Ana,{first},{second}\r\n")).Rows);

        Assert.Equal(right, new ApplicationReader(new(), TimeZoneInfo.Utc)
            .Read(new RawSubmission(row.ContentId, null, row.Number, row.Answers, row.Note), DateTimeOffset.UnixEpoch).Answers.Country);
    }

    /// <summary>A workbook with a person in each sheet, named as the sheet is.</summary>
    static byte[] Book(params string[] sheets)
    {
        using var file = new MemoryStream();
        file.SaveAs(
            sheets.ToDictionary(
                name => name,
                name =>
                    (object)new[]
                    {
                        new Dictionary<string, object>
                        {
                            ["Timestamp"] = new DateTime(2016, 3, 1, 14, 11, 0),
                            ["Email Address"] = "a@b.example",
                            ["Full name"] = name,
                            ["Country"] = "Peru",
                        },
                    }));
        return file.ToArray();
    }

    static byte[] Hidden(byte[] book, string sheet) => Changed(book, text =>
    {
        var parts = XDocument.Parse(text);
        parts.Descendants().Single(node => node.Name.LocalName == "sheet" && (string?)node.Attribute("name") == sheet)
            .SetAttributeValue("state", "hidden");
        return parts.ToString(SaveOptions.DisableFormatting);
    });

    static byte[] Changed(byte[] book, string before, string after) => Changed(book, text =>
    {
        Assert.Contains(before, text, StringComparison.Ordinal);
        return text.Replace(before, after, StringComparison.Ordinal);
    });

    static byte[] Changed(byte[] book, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(book);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("xl/workbook.xml")!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("xl/workbook.xml").Open());
            writer.Write(change(text));
        }

        return file.ToArray();
    }
}
