using System.Text;

namespace Ilnp.Texts;

/// <summary>
/// A text with places: <c>{partners}</c>, <c>{0:topic}</c>, and <c>{pairs, plural, one {# pair} other {# pairs}}</c>, in which
/// <c>#</c> is the number. A small part of ICU's MessageFormat.
/// </summary>
public sealed class TextPattern
{
    readonly IReadOnlyList<TextPiece> pieces;

    internal TextPattern(IReadOnlyList<TextPiece> pieces) => this.pieces = pieces;

    /// <exception cref="FormatException">A brace is missing, or what stands between braces means nothing; says where.</exception>
    public static TextPattern Parse(string text) => new(new TextPatternReader(text).Read());

    /// <summary>Names of what the text tells, each once.</summary>
    public IEnumerable<string> Names => pieces.SelectMany(piece => piece.Names).Distinct();

    /// <summary>What is wrong with its plurals in a language.</summary>
    public IEnumerable<string> Problems(Locale locale) => pieces.SelectMany(piece => piece.Problems(locale));

    /// <summary>The text.</summary>
    /// <param name="locale">Decides about plurals and numbers.</param>
    /// <param name="words">Encodes the pattern's own words.</param>
    /// <param name="fact">What stands in a place, encoded, by name and form; the form is empty where the pattern has none.</param>
    /// <param name="number">The number that a plural goes by; null when the fact is none.</param>
    public string Write(Locale locale, Func<string, string> words, Func<string, string, string> fact, Func<string, long?> number)
    {
        var written = new StringBuilder();
        foreach (var piece in pieces) piece.Write(written, new(locale, words, fact, number));
        return written.ToString();
    }

    internal void Write(StringBuilder to, TextWriting writing)
    {
        foreach (var piece in pieces) piece.Write(to, writing);
    }
}

/// <summary>
/// How a pattern becomes a text; see
/// <see cref="TextPattern.Write(Locale, Func{string, string}, Func{string, string, string}, Func{string, long?})"/>.
/// </summary>
/// <param name="Counted">The number of the plural that is being written.</param>
sealed record TextWriting(
    Locale Locale, Func<string, string> Words, Func<string, string, string> Fact, Func<string, long?> Number, long? Counted = null);
