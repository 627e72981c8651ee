using System.Text;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// Where a line may end: at spaces; in Chinese and Japanese between letters too, yet not before a
/// sign that closes nor after one that opens.
/// </summary>
static class LineBreaks
{
    const string NeverFirst = "、。，．・：；？！）」』】》〉”’…ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]}.,:;?!%\u2069";
    const string NeverLast = "（「『【《〈“‘([{\u2068";

    /// <summary>What is never broken, each with the spaces that stand before it.</summary>
    public static IEnumerable<(string Gap, string Piece)> Pieces(string text)
    {
        var (gap, piece) = (new StringBuilder(), new StringBuilder());
        Rune? last = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = rune.Value == ' ';
            if (piece.Length > 0 && (isSpace || MayEnd(last!.Value, rune)))
            {
                yield return (gap.ToString(), piece.ToString());
                gap.Clear();
                piece.Clear();
            }

            (isSpace ? gap : piece).Append(rune);
            last = rune;
        }

        if (piece.Length > 0) yield return (gap.ToString(), piece.ToString());
    }

    /// <summary>Korean, whose letters are wide as well, is broken at spaces.</summary>
    static bool MayEnd(Rune before, Rune after) =>
        (IsIdeograph(before) || IsIdeograph(after)) && !NeverLast.Contains($"{before}", StringComparison.Ordinal)
            && !NeverFirst.Contains($"{after}", StringComparison.Ordinal);

    static bool IsIdeograph(Rune rune) =>
        PlainLines.IsWide(rune) && rune.Value is not ((>= 0x1100 and <= 0x115F) or (>= 0xAC00 and <= 0xD7A3));
}
