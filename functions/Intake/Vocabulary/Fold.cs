using System.Globalization;
using System.Text;
using AnyAscii;

namespace Ilnp.Intake.Vocabulary;

/// <summary>
/// Reduces a text to what makes it the same word for a reader: no case, accents, punctuation or doubled spaces. Scripts
/// other than Latin keep their letters, since vowel signs are letters there.
/// </summary>
public static class Fold
{
    /// <summary><c>" Côte d'Ivoire "</c> becomes <c>cote d ivoire</c>, <c>U.S.A.</c> becomes <c>usa</c>.</summary>
    public static string Text(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Initials(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsAccent(rune)) continue;
            if (IsLatinBeyondAscii(rune)) folded.Append(rune.ToString().Transliterate().ToLowerInvariant());
            else if (Rune.IsLetterOrDigit(rune) || IsSign(rune)) folded.Append(Rune.ToLowerInvariant(rune).ToString());
            else Separate(folded);
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Words of the folded text.</summary>
    public static string[] Words(string text) => Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A name in Latin letters whatever its script, words in alphabetical order.</summary>
    public static string[] LatinWords(string text) => [.. Words(Text(text).Transliterate()).Order(StringComparer.Ordinal)];

    /// <summary>Full stops between single letters fall away, so that <c>U.S.A.</c> is one word and <c>Dr. No</c> two.</summary>
    static string Initials(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal)) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var initial = text[i] == '.' && i > 0 && char.IsLetter(text[i - 1]) && (i == 1 || !char.IsLetter(text[i - 2]));
            if (!initial) kept.Append(text[i]);
        }

        return kept.ToString();
    }

    static void Separate(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }

    static bool IsAccent(Rune rune) =>
        rune.Value is (>= 0x300 and <= 0x36F) or (>= 0x64B and <= 0x65F) or 0x2019 or 0x27 or 0x2BC or 0xAD or (>= 0x200B and <= 0x200F);

    static bool IsLatinBeyondAscii(Rune rune) => rune.Value is (>= 0xC0 and <= 0x24F and not 0xD7 and not 0xF7) or (>= 0x1E00 and <= 0x1EFF);

    static bool IsSign(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
