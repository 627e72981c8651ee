using Ilnp.Intake.Answers;

namespace Ilnp.Intake.Import;

/// <summary>The cells of a file, nothing interpreted.</summary>
sealed record Sheet(IReadOnlyList<SheetRecord> Records)
{
    /// <summary>For the committee: how it was read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why it is not read at all.</summary>
    public string? Refusal { get; init; }
}

/// <summary>A record of a file; a quoted one may take several lines.</summary>
/// <param name="IsOdd">Whether a line of it was in another encoding than the rest.</param>
sealed record SheetRecord(string[] Cells, bool IsOdd)
{
    /// <summary>Whether a quote in it was left out that nothing closes.</summary>
    public bool HadOpenQuote { get; init; }

    /// <summary>Whether a quoted cell of it does not end with its quote.</summary>
    public bool HasStrayQuote { get; init; }

    /// <summary>As the file has it, where it takes several lines; else null.</summary>
    public RawRecord? Raw { get; init; }

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Tells workbooks from text by what files begin with, whatever they are called.</summary>
static class SheetReader
{
    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Records that are tried to find the delimiter.</summary>
    const int Tried = 40;

    public static Sheet Read(byte[] file, QuestionMap questions)
    {
        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8)) return Workbook.Read(file, questions);
        if (file is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return Refused("The file is a workbook of an old kind (.xls): save it as .xlsx or as “CSV UTF-8” and send it again.");
        if (file.AsSpan().StartsWith("%PDF"u8)) return Refused("The file is a PDF: export the form's answers as CSV or .xlsx.");
        var decoded = FileEncoding.Decode(file);
        if (decoded.Refusal is { } refusal) return Refused(refusal);
        if (decoded.Text.AsSpan(0, Math.Min(500, decoded.Text.Length)).TrimStart() is ['<', ..])
            return Refused("The file is a web page: export the form's answers as CSV or .xlsx.");
        return Text(decoded, questions);
    }

    static Sheet Refused(string words) => new([]) { Refusal = words };

    static Sheet Text(DecodedFile decoded, QuestionMap questions)
    {
        var (text, given) = WithoutMark(decoded.Text);
        var delimiter = given ?? Delimiters.MaxBy(sign => Fitness(text, sign, questions));
        var skipped = decoded.Text.Length == text.Length ? 0 : 1;
        var csv = new CsvText(text, delimiter, decoded.OddLines, skipped);
        var sheet = OpenQuotes.Read(csv, questions);
        string[] notes = [.. new[] { decoded.Note }.OfType<string>(), .. sheet.Notes, .. CutOff.Words(csv, sheet.Records, questions)];
        return sheet with { Notes = notes };
    }

    /// <summary>Spreadsheets mark the delimiter by a first line of their own: <c>sep=;</c>.</summary>
    static (string Text, char? Delimiter) WithoutMark(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        if (end < 0 || !text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("\"sep=", StringComparison.OrdinalIgnoreCase))
            return (text, null);
        var sign = text[..end].TrimStart('"')[4..].TrimEnd('"');
        var rest = text[(end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1))..];
        return (rest, sign.Length == 1 ? sign[0] : sign == "\\t" ? '\t' : null);
    }

    /// <summary>
    /// How well a sign divides the file: by the questions that the header then has, and how many records have as many cells.
    /// </summary>
    static double Fitness(string text, char delimiter, QuestionMap questions)
    {
        var records = CsvText.Of(text.Length > 200_000 ? text[..200_000] : text, delimiter).Records(Tried);
        if (HeaderRow.Find(records, questions) is { } header) return header.Known * (1 + Evenness(records, header));
        if (HeaderRow.Guess(records) is { } guess) return Math.Min(0.9, (Evenness(records, guess) / 2) + (guess.Titles.Length / 1000d));
        return records.Count == 0 ? 0 : Math.Min(0.1, records[0].Cells.Length / 1000d);
    }

    /// <summary>The share of records that have as many cells as the header.</summary>
    static double Evenness(List<SheetRecord> records, HeaderRow header)
    {
        var below = records.Skip(header.Index + 1).Where(record => !record.IsEmpty).ToList();
        return below.Count == 0 ? 1 : below.Count(record => record.Cells.Length == header.Titles.Length) / (double)below.Count;
    }
}
