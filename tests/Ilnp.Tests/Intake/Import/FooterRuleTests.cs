using System.Globalization;
using System.Text;
using Ilnp.Intake.Import;
using MiniExcelLibs;

namespace Ilnp.Tests.Intake.Import;

/// <summary>What stands below the applications of a file that was saved again is nobody.</summary>
public sealed class FooterRuleTests
{
    static readonly string[] Header =
    [
        "Timestamp", "Email Address", "Full name", "Country", "Languages you can use", "Interests",
        "Library type", "Years of experience", "Internet?", "Every two weeks?", "Four months?",
    ];

    static readonly string[] Rosa =
    [
        "2020/03/02 14:11:52", "rosa@biblio.example", "Rosa Quispe", "Peru",
        "Spanish", "Archives", "Public library", "7", "Yes", "Yes", "Yes",
    ];

    [Theory]
    [InlineData("Total;1"), InlineData("Summe"), InlineData("488"), InlineData(";488"), InlineData("Итого;1"), InlineData("合計;1")]
    [InlineData("Average;;;;;;;7.0"),
        InlineData("1;1;1;1;1;1;1;7.00;100%;100%;100%"),
        InlineData("=COUNTA(A2:A2);=COUNTA(B2:B2)"),
        InlineData(";;;;;;;#DIV/0!")]
    [InlineData("Exported on 10 April 2020"),
        InlineData("Exported on;2020-04-10 12:00"),
        InlineData("Questions? office@ilnp.example"),
        InlineData("Page 1 of 3")]
    [InlineData("Total;;;4 countries;;;;;Yes: 1;Yes: 1;Yes: 1"),
        InlineData(";;TOTAL DE SOLICITUDES: 1"),
        InlineData("Country;Count"),
        InlineData("-----;-----"),
        InlineData("2020-04-10 12:00")]
    public void GivenARowThatIsNobodys_WhenTheFileIsRead_ThenItIsToldAndLeftOut(string cells)
    {
        var export = Read(Rosa, ["", ""], cells.Split(';'));

        Assert.Equal("Rosa Quispe", Assert.Single(export.Rows).Answers[2].Text);
        Assert.Contains("Row 3 has no address", Assert.Single(export.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020/03/05 14:11:52;;Ana Lima"),
        InlineData("2020/03/05 14:11:52;n/a;Ana Lima;Brazil"),
        InlineData(";;Ana Lima;Brazil;Portuguese")]
    [InlineData("2020/03/05 14:11:52;ana@bib"), InlineData("Max;;Max Total;Brazil;Portuguese"), InlineData(";ana@biblio.example")]
    public void GivenAnApplicantWhoseAddressIsMissing_WhenTheFileIsRead_ThenTheyAreStillThere(string cells)
    {
        var export = Read(Rosa, cells.Split(';'));

        Assert.Equal(2, export.Rows.Count);
        Assert.Empty(export.Problems);
    }

    [Fact]
    public void GivenManyRowsThatAreNobodys_WhenTheFileIsRead_ThenOneSentenceNamesThem()
    {
        var export = Read([Rosa, .. Enumerable.Range(0, 8).Select(i => new[] { $"Note {i}" })]);

        Assert.Contains("8 rows have no address", Assert.Single(export.Problems), StringComparison.Ordinal);
        Assert.Contains("row 2 “Note 0”; row 3 “Note 1”", export.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAWorkbookWithTotals_WhenRead_ThenTheyAreNobodyToo()
    {
        string[][] rows = [Rosa, ["Total", "1", "", "", "", "", "", "7", "", "", ""]];
        using var file = new MemoryStream();
        file.SaveAs(rows.Select(row => Header.Zip(row).ToDictionary(cell => cell.First, cell => (object)cell.Second)));

        Assert.Single(ExportFile.Read(file.ToArray()).Rows);
    }

    [Theory, InlineData(81), InlineData(82)]
    public void GivenApplicantsAndFootersInAnyOrder_WhenTheFileIsRead_ThenExactlyTheApplicantsAreThere(int seed)
    {
        var random = new Random(seed);
        string[] labels = ["Total", "Summe", "Average", "Total:", "Count", "Promedio", "Gesamt", "Всего", "小计", "Subtotal 2"];
        for (var i = 0; i < 300; i++)
        {
            var isPerson = Enumerable.Range(0, random.Next(2, 8)).Select(k => k == 0 || random.Next(2) == 0).ToList();
            var export = Read([.. isPerson.Select((is1, k) => is1 ? Person(k) : Footer())]);

            Assert.True(isPerson.Count(one => one) == export.Rows.Count, $"seed {seed}: {string.Join(' ', export.Problems)}");
        }

        string[] Person(int k) =>
            [
                Rosa[0],
                random.Next(3) == 0 ? "" : $"p{k}@biblio.example",
                .. Rosa[2..].Select((cell, at) => at < 3 || random.Next(3) > 0 ? cell : ""),
            ];

        string[] Footer() =>
            [
                random.GetItems(labels, 1)[0],
                .. Enumerable.Range(1, 10).Select(_ =>
                    random.Next(3) == 0 ? random.Next(900).ToString(CultureInfo.InvariantCulture) + (random.Next(2) == 0 ? "%" : "") : ""),
            ];
    }

    static ExportFile Read(params string[][] rows) =>
        ExportFile.Read(
            Encoding.UTF8.GetBytes(string.Concat(new[] { Header }.Concat(rows)
                .Select(row => string.Join(';', row.Concat(Enumerable.Repeat("", Math.Max(0, Header.Length - row.Length)))) + "\r\n"))));
}
