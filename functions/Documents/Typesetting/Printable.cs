using System.Globalization;
using System.Text;
using AnyAscii;

namespace Ilnp.Documents.Typesetting;

/// <summary>
/// A text that the typefaces can print whole.
/// </summary>
/// <param name="Text">Composed (NFC), without control characters; what no typeface has stands in Latin letters.</param>
/// <param name="Replaced">The characters that had to be replaced or left out, each once: for whoever sends the document.</param>
public sealed record Printable(string Text, IReadOnlyList<string> Replaced)
{
    public static Printable From(string text, FontShelf shelf)
    {
        var faces = shelf.For(FontRole.Text, "en").ToArray();
        var printed = new StringBuilder();
        var replaced = new List<string>();
        foreach (var rune in WellFormed(text).Normalize().EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
                printed.Append(' ');
            else if (Itemiser.IsInvisible(rune) || faces.Any(face => face.Covers(rune.Value)))
                printed.Append(rune.ToString());
            else
                Replace(rune, printed, replaced);
        }

        return new(string.Join(' ', printed.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)), replaced);
    }

    static void Replace(Rune rune, StringBuilder printed, List<string> replaced)
    {
        if (!replaced.Contains(rune.ToString())) replaced.Add(rune.ToString());
        // Pictures would come out as ":words:"; a name is better off without them.
        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.ModifierSymbol))
            printed.Append(rune.ToString().Transliterate());
    }

    /// <summary>Halves of a character, as a cut in the middle leaves them, become U+FFFD and are then left out.</summary>
    static string WellFormed(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune == Rune.ReplacementChar ? "" : rune.ToString()));
}
