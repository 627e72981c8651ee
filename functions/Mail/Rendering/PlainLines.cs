using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// Plain text in lines that every program shows whole: 72 columns, a letter of East Asia counting two. What hangs under a sign of a
/// list or a quotation stays under it; addresses are never broken.
/// </summary>
public static partial class PlainLines
{
    public const int Columns = 72;

    public static string Wrapped(string text) => string.Join('\n', text.Split('\n').SelectMany(Lines));

    /// <summary>Columns that a text takes.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    static IEnumerable<string> Lines(string line)
    {
        if (Width(line) <= Columns) return [line];
        var signs = Signs.Match(line).Value;
        var hanging = Sign.Replace(signs, sign => new(' ', sign.Length));
        var (lines, current) = (new List<string>(), new StringBuilder(signs));
        var width = Width(signs);
        var begun = false;
        foreach (var (gap, piece) in LineBreaks.Pieces(line[signs.Length..]))
        {
            if (begun && width + Width(gap) + Width(piece) > Columns)
            {
                lines.Add(current.ToString());
                current.Clear().Append(hanging);
                (width, begun) = (Width(hanging), false);
            }

            if (begun) current.Append(gap);
            current.Append(piece);
            width += (begun ? Width(gap) : 0) + Width(piece);
            begun = true;
        }

        return [.. lines, current.ToString()];
    }

    static int Width(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
            : IsWide(rune) ? 2 : 1;

    internal static bool IsWide(Rune rune) =>
        rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);

    [GeneratedRegex(@"^(?: +|> |- |[0-9]+\. )*")]
    private static partial Regex Signs { get; }

    [GeneratedRegex(@"- |[0-9]+\. ")]
    private static partial Regex Sign { get; }
}
