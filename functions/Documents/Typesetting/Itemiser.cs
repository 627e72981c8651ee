using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace Ilnp.Documents.Typesetting;

/// <summary>Cuts a line into runs by direction, script and the typeface that has the characters.</summary>
sealed class Itemiser(FontShelf shelf)
{
    public IReadOnlyList<TextRun> Itemise(string text, TextStyle style, int[] levels)
    {
        var faces = shelf.For(style.Role, Hint(text, style.Language)).ToArray();
        var runs = new List<TextRun>();
        var starts = StringInfo.ParseCombiningCharacters(text);
        for (var i = 0; i < starts.Length; i++)
        {
            var (start, end) = (starts[i], i + 1 < starts.Length ? starts[i + 1] : text.Length);
            var element = text.AsSpan(start, end - start);
            var script = ScriptOf(element);
            if (runs.Count > 0 && runs[^1] is var last && last.Level == levels[start] && Joins(last, script, element))
            {
                runs[^1] = last with { End = end, Script = last.Script == Script.Common ? script : last.Script };
                continue;
            }

            var neutral = script == Script.Common;
            var face = neutral && NeighbourOf(text, end, faces) is { } next && CoversAll(next, element) ? next : Choose(faces, element);
            runs.Add(new(start, end, face, script, levels[start]));
        }

        return runs;
    }

    /// <summary>Signs of Japanese or Korean in the text itself decide how its Chinese characters are drawn.</summary>
    static string Hint(string text, string language) =>
        text.Any(c => c is >= '\u3040' and <= '\u30FF') ? "ja" : text.Any(c => c is >= '\uAC00' and <= '\uD7A3') ? "ko" : language;

    static bool Joins(TextRun last, Script script, ReadOnlySpan<char> element) =>
        (script == last.Script || script == Script.Common || last.Script == Script.Common) && CoversAll(last.Face, element);

    /// <summary>The typeface of the next letter: a leading quotation mark or digit is set like the word it belongs to.</summary>
    static FontFace? NeighbourOf(string text, int from, FontFace[] faces)
    {
        var rest = text.AsSpan(from);
        while (rest.Length > 0)
        {
            var element = rest[..StringInfo.GetNextTextElementLength(rest)];
            if (ScriptOf(element) != Script.Common) return Choose(faces, element);
            rest = rest[element.Length..];
        }

        return null;
    }

    static FontFace Choose(FontFace[] faces, ReadOnlySpan<char> element)
    {
        foreach (var face in faces)
            if (CoversAll(face, element)) return face;
        // A rare combination: the letter decides, the mark comes from its typeface if it can.
        Rune.DecodeFromUtf16(element, out var first, out _);
        return faces.FirstOrDefault(face => face.Covers(first.Value)) ?? faces[0];
    }

    static bool CoversAll(FontFace face, ReadOnlySpan<char> element)
    {
        foreach (var rune in element.EnumerateRunes())
            if (!IsInvisible(rune) && !face.Covers(rune.Value)) return ComposedIsCovered(face, element);
        return true;
    }

    /// <summary>A letter with a separate mark may be there as one character.</summary>
    static bool ComposedIsCovered(FontFace face, ReadOnlySpan<char> element)
    {
        var composed = element.ToString();
        if (!composed.IsNormalized()) composed = composed.Normalize();
        return composed.Length < element.Length && composed.EnumerateRunes().All(rune => IsInvisible(rune) || face.Covers(rune.Value));
    }

    /// <summary>Joiners, direction marks and variation selectors: HarfBuzz draws nothing for them.</summary>
    internal static bool IsInvisible(Rune rune) =>
        rune.Value is >= 0xFE00 and <= 0xFE0F || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    static Script ScriptOf(ReadOnlySpan<char> element)
    {
        foreach (var rune in element.EnumerateRunes())
        {
            var script = UnicodeFunctions.Default.GetScript((uint)rune.Value);
            if (script == Script.Hiragana || script == Script.Katakana) return Script.Han; // one typeface, one way of shaping
            if (script != Script.Common && script != Script.Inherited && script != Script.Unknown) return script;
        }

        return Script.Common;
    }
}
