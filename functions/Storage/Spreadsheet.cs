using System.Data;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Ilnp.Storage;

/// <summary>
/// Spreadsheets for people (.xlsx): a row of headings that stays in sight, and no cell that becomes a formula, whatever somebody wrote.
/// The same sheets are the same bytes.
/// </summary>
public static class Spreadsheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static readonly OpenXmlConfiguration Layout = new() { AutoFilter = false, FreezeRowCount = 1, FastMode = true, EnableAutoWidth = true };

    /// <summary>A file with these sheets; an empty one has its headings.</summary>
    public static byte[] Of(params IEnumerable<DataTable> sheets)
    {
        using var all = new DataSet();
        foreach (var sheet in sheets) all.Tables.Add(sheet);
        using var file = new MemoryStream();
        file.SaveAs(all, configuration: Layout);
        file.Position = 0;
        return StableWorkbook.Of(file);
    }

    /// <summary>A sheet with its headings.</summary>
    public static DataTable Sheet(string name, params IEnumerable<string> headings)
    {
        var table = new DataTable(name);
        foreach (var heading in headings) table.Columns.Add(heading, typeof(object));
        return table;
    }

    /// <summary>Adds a row, its texts made harmless.</summary>
    public static void AddRow(this DataTable table, params IEnumerable<object?> cells) =>
        table.Rows.Add([.. cells.Select(cell => cell is string text ? SpreadsheetText.Safe(text) : cell ?? DBNull.Value)]);
}
