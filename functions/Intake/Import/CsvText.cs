using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Ilnp.Intake.Import;

/// <summary>A file's text and the sign between its cells.</summary>
/// <param name="Text">Without a first line that only names the sign.</param>
/// <param name="OddLines">Lines of the file, from 1, in another encoding than the rest.</param>
/// <param name="Skipped">Lines of the file before the text.</param>
sealed record CsvText(string Text, char Delimiter, IReadOnlySet<int> OddLines, int Skipped)
{
    /// <summary>Lines of the file in which a quote was taken out that nothing closes.</summary>
    public IReadOnlySet<int> Opened { get; init; } = new HashSet<int>();

    public static CsvText Of(string text, char delimiter) => new(text, delimiter, new HashSet<int>(), 0);

    public List<SheetRecord> Records(int most = int.MaxValue)
    {
        using var reader = new StringReader(Text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter.ToString(),
            IgnoreBlankLines = false,
            BadDataFound = null,
            DetectColumnCountChanges = false,
        });
        var records = new List<SheetRecord>();
        for (int last = parser.RawRow, place = 0; records.Count < most && parser.Read(); last = parser.RawRow)
        {
            var lines = Enumerable.Range(last + 1 + Skipped, parser.RawRow - last).ToList();
            var raw = new RawRecord(parser.RawRecord, place, last + 1 + Skipped);
            records.Add(new(parser.Record!, OddLines.Count > 0 && lines.Exists(OddLines.Contains))
            {
                HadOpenQuote = Opened.Count > 0 && lines.Exists(Opened.Contains),
                HasStrayQuote = raw.Text.Contains('"', StringComparison.Ordinal)
                    && QuotedCell.Of(raw, Delimiter).Any(cell => cell.HasMore || !cell.IsClosed),
                Raw = lines.Count > 1 ? raw : null,
            });
            place += raw.Text.Length;
        }

        return records;
    }

    /// <summary>The same without the quote that opens there.</summary>
    public CsvText Without(QuotedCell cell) =>
        this with { Text = Text.Remove(cell.Place, 1), Opened = Opened.Append(cell.Line).ToHashSet() };
}

/// <summary>A record as the file has it.</summary>
/// <param name="Place">Of its first sign in the text.</param>
/// <param name="Line">Of the file, from 1.</param>
sealed record RawRecord(string Text, int Place, int Line);
