using System.Globalization;
using System.Text;
using AnyAscii;

namespace Ilnp.Texts;

/// <summary>
/// Reduces a text to what makes it the same word for a reader: no case, accents, punctuation or doubled spaces, and one form of
/// Arabic letters that keyboards have several of. Scripts other than Latin keep their letters, since vowel signs are letters there.
/// </summary>
public static class Fold
{
    /// <summary>Signs that people type for an apostrophe; it says nothing, and one of them would become a space by itself.</summary>
    static readonly System.Buffers.SearchValues<char> Apostrophes = System.Buffers.SearchValues.Create("'`´‘’‛ʹʻʼʽ′＇");

    /// <summary><c>" Côte d'Ivoire "</c> becomes <c>cote divoire</c>, <c>U.S.A.</c> becomes <c>usa</c>.</summary>
    public static string Text(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Composed(Initials(text), NormalizationForm.FormKC).EnumerateRunes())
        {
            if (IsAccent(rune)) continue;
            if (IsLatinBeyondAscii(rune)) folded.Append(rune.ToString().Transliterate().ToLowerInvariant());
            else if (Rune.IsLetterOrDigit(rune) || IsSign(rune)) folded.Append(Plain(Rune.ToLowerInvariant(rune)).ToString());
            else Separate(folded);
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Words of the folded text.</summary>
    public static string[] Words(string text) => Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A name in Latin letters whatever its script, words in alphabetical order.</summary>
    public static string[] LatinWords(string text) => [.. Words(Text(text).Transliterate()).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Full stops between single letters fall away, so that <c>U.S.A.</c> is one word and <c>Dr. No</c> two; apostrophes too.
    /// </summary>
    static string Initials(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal) && text.AsSpan().IndexOfAny(Apostrophes) < 0) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var initial = text[i] == '.' && i > 0 && char.IsLetter(text[i - 1]) && (i == 1 || !char.IsLetter(text[i - 2]));
            if (!initial && !Apostrophes.Contains(text[i])) kept.Append(text[i]);
        }

        return kept.ToString();
    }

    /// <summary>
    /// The text in a normal form. Half a surrogate pair is no letter of any script: such a text is left without surrogates.
    /// </summary>
    public static string Composed(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return new string([.. text.Where(letter => !char.IsSurrogate(letter))]).Normalize(form);
        }
    }

    static void Separate(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }

    /// <summary>Accents, the vowel and lengthening signs of Arabic, and what shows nothing.</summary>
    static bool IsAccent(Rune rune) =>
        rune.Value is (>= 0x300 and <= 0x36F) or (>= 0x64B and <= 0x65F) or 0x640 or 0x670
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    /// <summary>Letters that Arabic, Persian and Urdu keyboards give for one another.</summary>
    static Rune Plain(Rune letter) => letter.Value switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => new('ا'),
        'ى' or 'ی' or 'ې' or 'ے' or 'ئ' => new('ي'),
        'ک' or 'ڪ' => new('ك'),
        'ة' or 'ۀ' or 'ہ' or 'ھ' or 'ە' or 'ۃ' => new('ه'),
        'ؤ' => new('و'),
        _ => letter,
    };

    static bool IsLatinBeyondAscii(Rune rune) =>
        rune.Value is (>= 0xC0 and <= 0x24F and not 0xD7 and not 0xF7) or (>= 0x1E00 and <= 0x1EFF);

    static bool IsSign(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
