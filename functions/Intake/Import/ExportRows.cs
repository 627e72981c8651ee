using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Import;

/// <summary>Applications out of the records below a header.</summary>
static class ExportRows
{
    /// <summary>A second name of the column with the moments, whatever its heading is.</summary>
    const string Timestamp = "Timestamp";

    public static IReadOnlyList<ExportRow> Of(Sheet sheet, HeaderRow header, DateColumn dates, QuestionMap questions)
    {
        var titles = header.Titles.Select((title, column) =>
            Titles(title, column == dates.Index && questions.FieldOf(title) != ApplicationField.AppliedAt)).ToList();
        var rows = new List<ExportRow>();
        for (var i = header.Index + 1; i < sheet.Records.Count; i++)
            if (sheet.Records[i] is { IsEmpty: false } record && !header.IsRepeatedBy(record))
                rows.Add(
                    new(i - header.Index, [.. Answers(titles, record, dates)], Note(titles.Count, record)) { DateColumn = dates.Index });
        return rows;
    }

    static IReadOnlyList<string> Titles(string title, bool isMoment) => isMoment ? [title, Timestamp] : [title];

    static IEnumerable<RawAnswer> Answers(List<IReadOnlyList<string>> titles, SheetRecord record, DateColumn dates)
    {
        for (var column = 0; column < Math.Max(titles.Count, record.Cells.Length); column++)
        {
            var cell = column < record.Cells.Length ? record.Cells[column].Trim() : "";
            if (column == dates.Index) cell = dates.Rewrite(cell);
            yield return new(column < titles.Count ? titles[column] : [$"column {column + 1}"], cell.Length > 0 ? [cell] : []);
        }
    }

    static string? Note(int columns, SheetRecord record)
    {
        var filled = Array.FindLastIndex(record.Cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1;
        string?[] notes =
        [
            record.Cells.Length == columns || (record.Cells.Length > columns && filled <= columns) ? null
                : $"The row has {record.Cells.Length} cells and the header {columns}: look whether the answers stand in the right columns.",
            record.HadOpenQuote ? "A quote (\") in the row is not closed and was left out: look at its answers."
                : record.HasStrayQuote ? "A quote (\") in the row does not stand at the end of its cell: "
                    + "look whether the answers stand in the right columns." : null,
            record.IsOdd
                ? "The row is in another character encoding than the file (Windows-1252) and was read as such: look at names and accents."
                : null,
        ];
        return string.Join(' ', notes.OfType<string>()) is { Length: > 0 } note ? note : null;
    }
}
