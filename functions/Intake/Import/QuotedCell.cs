namespace Ilnp.Intake.Import;

/// <summary>A quoted cell, as its record has it.</summary>
/// <param name="Start">Of its quote in the record.</param>
/// <param name="End">Of the quote that closes it, or of the record.</param>
/// <param name="IsClosed">Whether a quote closes it.</param>
/// <param name="HasMore">Whether something stands between that quote and the next cell.</param>
sealed record QuotedCell(RawRecord Record, int Start, int End, bool IsClosed, bool HasMore)
{
    /// <summary>Whether it has line breaks in it.</summary>
    public bool IsLong => Record.Text.AsSpan(Start, End - Start).ContainsAny('\n', '\r');

    /// <summary>Of its quote in the file's text.</summary>
    public int Place => Record.Place + Start;

    /// <summary>Where it opens, of the file, from 1.</summary>
    public int Line => Record.Line + CountLines(Record.Text.AsSpan(0, Start));

    /// <summary>The record up to the end of the line in which it opens, without its quote.</summary>
    public string Head => Record.Text[..Start] + Record.Text[(Start + 1)..LineEnd(Start)];

    /// <summary>The lines that begin within it, each by itself, and whether it ends in them.</summary>
    public IEnumerable<(string Text, bool IsLast)> Lines()
    {
        for (var from = LineEnd(Start) + 1; from <= End && from < Record.Text.Length; from = LineEnd(from) + 1)
            yield return (Record.Text[from..LineEnd(from)], LineEnd(from) >= End);
    }

    /// <summary>All of a record.</summary>
    public static IEnumerable<QuotedCell> Of(RawRecord record, char delimiter)
    {
        var text = record.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                var end = Closing(text, at + 1);
                var next = end + 1 < text.Length ? text[end + 1] : '\n';
                yield return new(record, at, end, end < text.Length, next != delimiter && next is not ('\n' or '\r'));
                at = end;
            }

            while (at < text.Length && text[at] != delimiter && text[at] is not ('\n' or '\r')) at++;
        }
    }

    /// <summary>The next quote that is not doubled; the text's end when there is none.</summary>
    static int Closing(string text, int from)
    {
        for (var at = text.IndexOf('"', from); at >= 0; at = text.IndexOf('"', at + 2))
        {
            if (at + 1 >= text.Length || text[at + 1] != '"') return at;
            if (at + 2 >= text.Length) break;
        }

        return text.Length;
    }

    int LineEnd(int from) => Record.Text.AsSpan(from).IndexOfAny('\n', '\r') is >= 0 and var end ? from + end : Record.Text.Length;

    static int CountLines(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");
}
