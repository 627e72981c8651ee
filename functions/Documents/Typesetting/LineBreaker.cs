using System.Globalization;
using System.Text;

namespace Ilnp.Documents.Typesetting;

/// <summary>
/// Breaks a text into lines of at most a width: at spaces, between Chinese and Japanese characters, and
/// inside a word only when it fits no line.
/// </summary>
public sealed class LineBreaker(Typesetter typesetter)
{
    const string NeverFirst = "、。，．！？：；）」』】〉》”’,.!?:;)]}…・ーァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ々〜％";
    const string NeverLast = "（「『【〈《“‘([{";

    /// <summary>Width in em of the text on one line.</summary>
    public double Measure(string text, TextStyle style) => typesetter.Measure(text, style);

    /// <summary>Lines not wider than the width, in em; as many as are needed. A line break in the text is one on the page.</summary>
    public IReadOnlyList<TextLine> Break(string text, TextStyle style, double width) =>
        [.. text.Split('\n').SelectMany(part => BreakPart(part.Trim(), style, width))];

    IEnumerable<TextLine> BreakPart(string rest, TextStyle style, double width)
    {
        while (rest.Length > 0)
        {
            var taken = Longest(rest, style, width);
            yield return typesetter.Line(rest[..taken].TrimEnd(), style);
            rest = rest[taken..].TrimStart();
        }
    }

    /// <summary>The same number of lines, but of about equal width: no last line with a lone word.</summary>
    public IReadOnlyList<TextLine> Balanced(string text, TextStyle style, double width)
    {
        var lines = Break(text, style, width);
        if (lines.Count < 2) return lines;
        var (low, high) = (lines.Sum(line => line.Width) / Math.Max(1, lines.Count), width);
        for (var step = 0; step < 8; step++)
        {
            var middle = (low + high) / 2;
            var tried = Break(text, style, middle);
            if (tried.Count > lines.Count)
                low = middle;
            else
                (lines, high) = (tried, middle);
        }

        return lines;
    }

    int Longest(string text, TextStyle style, double width)
    {
        if (typesetter.Measure(text, style) <= width) return text.Length;
        var breaks = Opportunities(text);
        var at = LastThatFits(breaks, text, style, width);
        if (at > 0) return at;
        var elements = StringInfo.ParseCombiningCharacters(text).Skip(1).Append(text.Length).ToList();
        return Math.Max(LastThatFits(elements, text, style, width), elements[0]);
    }

    /// <summary>The greatest of the ascending places whose text fits; 0 when none does.</summary>
    int LastThatFits(List<int> places, string text, TextStyle style, double width)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (typesetter.Measure(text[..places[middle]].TrimEnd(), style) <= width)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? 0 : places[low - 1];
    }

    static List<int> Opportunities(string text)
    {
        var breaks = new List<int>();
        for (var i = 1; i < text.Length; i++)
        {
            var (before, after) = (text[i - 1], text[i]);
            if (after == ' ' || NeverFirst.Contains(after) || NeverLast.Contains(before)) continue;
            var kinsoku = IsIdeographic(before) || IsIdeographic(after);
            if (before == ' ' || kinsoku && !char.IsLowSurrogate(after) && !IsMark(after)) breaks.Add(i);
        }

        breaks.Add(text.Length);
        return breaks;
    }

    static bool IsIdeographic(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF01' and <= '\uFF60';

    static bool IsMark(char c) => Rune.TryCreate(c, out var rune) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
}
