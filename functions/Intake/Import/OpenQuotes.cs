using Ilnp.Intake.Answers;

namespace Ilnp.Intake.Import;

/// <summary>
/// A quote that nothing closes makes one cell of all the rows below it. Where the row in which it opens is whole without it, it is read
/// so, and that is told; else the file is refused, since nobody could be told apart from the answer of somebody else.
/// </summary>
static class OpenQuotes
{
    /// <summary>A file with more of them has something else wrong with it.</summary>
    const int Most = 20;

    /// <summary>The records of a text, its open quotes taken out.</summary>
    public static Sheet Read(CsvText text, QuestionMap questions)
    {
        while (true)
        {
            var records = text.Records();
            var header = HeaderRow.Find(records, questions) ?? HeaderRow.Guess(records);
            var (index, open) = records.Index().Select(record =>
                (record.Index, Open: Find(record.Item, record.Index, text.Delimiter, header)))
                .FirstOrDefault(found => found.Open is not null);
            if (open is null) return new(records) { Notes = Words([.. text.Opened.Order()]) };
            if (header is null || index <= header.Index || text.Opened.Count >= Most || !IsWhole(open, text.Delimiter, header))
                return new([]) { Refusal = Refusal(open, index == records.Count - 1) };
            text = text.Without(open);
        }
    }

    /// <summary>The first cell of a record that has rows in it; null for none. An answer may have several lines.</summary>
    static QuotedCell? Find(SheetRecord record, int index, char delimiter, HeaderRow? header) => record.Raw is not { } raw ? null
        : QuotedCell.Of(raw, delimiter).FirstOrDefault(cell => cell.IsLong && (!cell.IsClosed
            || (header is null || index <= header.Index ? HasAnswers(cell, delimiter) : HasRows(cell, record, delimiter, header))));

    /// <summary>A heading may have several lines, but no address in them.</summary>
    static bool HasAnswers(QuotedCell cell, char delimiter) =>
        cell.HasMore || cell.Lines().Any(line => Cells(line.Text, delimiter).Any(IsAddress));

    static bool HasRows(QuotedCell cell, SheetRecord record, char delimiter, HeaderRow header)
    {
        var columns = header.Titles.Length;
        if (cell.HasMore && record.Cells.Length != columns) return true;
        return cell.Lines().Any(line => IsRow(line.Text, delimiter, columns)
            && (!line.IsLast || Cells(cell.Head, delimiter).Length >= columns));
    }

    static bool IsWhole(QuotedCell open, char delimiter, HeaderRow header) =>
        CsvText.Of(open.Head, delimiter).Records() is [var only] && only.Cells.Length == header.Titles.Length;

    /// <summary>As many cells as the header, and an address or a moment among them.</summary>
    static bool IsRow(string line, char delimiter, int columns) =>
        Cells(line, delimiter) is var cells && cells.Length >= columns && cells.Any(cell => IsAddress(cell) || IsMoment(cell));

    static bool IsAddress(string cell) => cell.Contains('@', StringComparison.Ordinal) && EmailAddress.Read(cell).Value is not null;

    static bool IsMoment(string cell) =>
        cell.Contains(':', StringComparison.Ordinal) && MomentAnswer.Parse(cell, TimeZoneInfo.Utc, null) is not null;

    /// <summary>Of its first record.</summary>
    static string[] Cells(string line, char delimiter) => CsvText.Of(line, delimiter).Records(most: 1) is [var only] ? only.Cells : [];

    static string[] Words(IReadOnlyList<int> lines) => lines.Count == 0 ? []
        : [$"In {(lines.Count == 1 ? "line" : "lines")} {string.Join(", ", lines)} of the file a quote (\") opens that nothing closes. "
            + "It was left out, and each line below it read as a row of its own: look whether everybody is there."];

    static string Refusal(QuotedCell open, bool isLast) => isLast && !open.IsClosed && !open.Lines().Any()
        ? $"The file ends inside a cell whose quote (\") opens in line {open.Line}: "
            + "it was probably not saved whole, and rows may be missing. Export the answers again and choose that file."
        : $"In line {open.Line} of the file a quote (\") opens and is not closed where its cell ends: "
            + "the rows below it cannot be told from its text. Close it or take it out, or export the answers again, and choose that file.";
}
