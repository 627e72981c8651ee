using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Import;

/// <summary>
/// The CSV file that Google Forms and Sheets export: a header of question texts, the first column <c>Timestamp</c>, ticked
/// boxes joined by commas. UTF-8 or UTF-16 with or without a mark, Windows-1252 lines in between, any line ends, quoted
/// line breaks, and semicolons or tabs instead of commas are read as well.
/// </summary>
public static class GoogleFormsExport
{
    /// <summary>The rows in the file's order, empty ones left out but counted. No rows when there is no header.</summary>
    public static IReadOnlyList<ExportRow> Read(Stream file)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return Read(bytes.ToArray());
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static IReadOnlyList<ExportRow> Read(byte[] file)
    {
        var text = ExportText.Decode(file);
        using var reader = new StringReader(text.Text);
        using var parser = new CsvParser(reader, Format(text.Text));
        return parser.Read() ? [.. Rows(parser, [.. parser.Record!.Select(title => title.Trim())], text)] : [];
    }

    static IEnumerable<ExportRow> Rows(CsvParser parser, string[] header, ExportText text)
    {
        var lastLine = parser.RawRow;
        for (var number = 1; parser.Read(); number++)
        {
            var record = parser.Record!;
            var mixed = Enumerable.Range(lastLine + 1, parser.RawRow - lastLine).Any(text.MixedLines.Contains);
            lastLine = parser.RawRow;
            if (record.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                yield return new(number, [.. Enumerable.Range(0, Math.Max(header.Length, record.Length)).Select(column => Answer(header, record, column))], Note(header, record, mixed));
        }
    }

    static RawAnswer Answer(string[] header, string[] record, int column)
    {
        var title = column < header.Length ? header[column] : $"column {column + 1}";
        return new([title], column < record.Length && record[column].Trim() is { Length: > 0 } cell ? [cell] : []);
    }

    static string? Note(string[] header, string[] record, bool mixed)
    {
        string?[] notes =
        [
            record.Length == header.Length ? null : $"The row has {record.Length} cells and the header {header.Length}: look whether the answers stand in the right columns.",
            mixed ? "The row is in another character encoding than the file (Windows-1252) and was read as such: look at names and accents." : null,
        ];
        return string.Join(' ', notes.OfType<string>()) is { Length: > 0 } note ? note : null;
    }

    static CsvConfiguration Format(string text) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = Delimiter(text),
        IgnoreBlankLines = false,
        BadDataFound = null,
    };

    /// <summary>The sign that the header has most of, outside quotes.</summary>
    static string Delimiter(string text)
    {
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var quoted = false;
        foreach (var letter in text.TakeWhile(letter => quoted || letter is not ('\n' or '\r')))
        {
            if (letter == '"') quoted = !quoted;
            else if (!quoted && counts.TryGetValue(letter, out var count)) counts[letter] = count + 1;
        }

        return counts.MaxBy(count => count.Value).Key.ToString();
    }
}
