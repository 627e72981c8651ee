using System.Data;
using Ilnp.Storage;
using Ilnp.Texts;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Ilnp.Reports;

/// <summary>
/// The report as a spreadsheet for the committee: figures, groups without names, and survey answers row by row, with words
/// only from those who agreed to be quoted. No cell becomes a formula, whatever somebody wrote.
/// </summary>
public static class ReportWorkbook
{
    static readonly OpenXmlConfiguration Layout = new() { AutoFilter = false, FreezeRowCount = 1, FastMode = true, EnableAutoWidth = true };

    /// <summary>
    /// An .xlsx file with the sheets Summary, Countries, Groups, Surveys, Mid answers, Final answers
    /// and Mails; an empty one has its headings.
    /// </summary>
    public static byte[] Write(CohortReport report, ReportFacts facts, PageTexts texts)
    {
        using var sheets = new DataSet();
        foreach (var table in new[]
        {
            WorkbookFigures.Summary(report),
            WorkbookFigures.Countries(report),
            WorkbookFigures.Groups(facts),
            WorkbookFigures.Surveys(report),
        })
            sheets.Tables.Add(table);
        foreach (var table in new[]
        {
            WorkbookAnswers.Mid(facts, texts), WorkbookAnswers.Final(facts, texts), WorkbookFigures.Mails(report),
        })
            sheets.Tables.Add(table);
        using var file = new MemoryStream();
        file.SaveAs(sheets, configuration: Layout);
        file.Position = 0;
        return StableWorkbook.Of(file);
    }

    /// <summary>A sheet with its headings.</summary>
    internal static DataTable Sheet(string name, params IEnumerable<string> headings)
    {
        var table = new DataTable(name);
        foreach (var heading in headings) table.Columns.Add(heading, typeof(object));
        return table;
    }

    /// <summary>Adds a row, its texts made harmless.</summary>
    internal static void AddRow(this DataTable table, params IEnumerable<object?> cells) =>
        table.Rows.Add([.. cells.Select(cell => cell is string text ? SpreadsheetText.Safe(text) : cell ?? DBNull.Value)]);
}
