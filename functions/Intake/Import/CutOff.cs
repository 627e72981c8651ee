using Ilnp.Intake.Answers;

namespace Ilnp.Intake.Import;

/// <summary>Whether a file ends in the middle of a row: then rows may be missing behind it.</summary>
static class CutOff
{
    /// <summary>A sentence when only its last row is shorter than the header, and no line end stands behind it; else none.</summary>
    public static string[] Words(CsvText csv, IReadOnlyList<SheetRecord> records, QuestionMap questions)
    {
        if (csv.Text is [] or [.., '\n' or '\r']) return [];
        if (HeaderRow.Find(records, questions) is not { } header || records.Count - 1 <= header.Index) return [];
        var (last, columns) = (records[^1].Cells.Length, header.Titles.Length);
        var before = records.Skip(header.Index + 1).SkipLast(1).Where(record => !record.IsEmpty);
        return last >= columns || records[^1].IsEmpty || before.Any(record => record.Cells.Length < columns) ? []
            : [$"The last row has {last} cells and the header {columns}, and the file ends behind it: "
                + "it may have been cut off. Look whether rows are missing, or export the answers again."];
    }
}
