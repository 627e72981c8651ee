using System.Globalization;
using System.Text;
using Ilnp.Texts;

namespace Ilnp.Intake.Vocabulary;

/// <summary>Numbers in digits of every script and in words.</summary>
static class NumberWords
{
    const int LongestPhrase = 5;

    static readonly Dictionary<string, string> Words = Read();

    /// <summary>
    /// The text with every number as ASCII digits: digits of all scripts, small fractions as decimals, and words from zero to sixty.
    /// </summary>
    public static string ToDigits(string text) =>
        string.Join(' ', Counted(Decimal(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Decimal digits of every script as ASCII, and signs such as ½ as <c>.5</c>.</summary>
    public static string Decimal(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var value = Rune.GetNumericValue(rune);
            if (category == UnicodeCategory.DecimalDigitNumber) plain.Append(((int)value).ToString(CultureInfo.InvariantCulture));
            else if (category == UnicodeCategory.OtherNumber && value is > 0 and < 1)
                plain.Append(value.ToString(".##", CultureInfo.InvariantCulture));
            else plain.Append(rune.Value switch { '٫' => ".", '٬' => ",", '，' => ",", _ => rune.ToString() });
        }

        return plain.ToString();
    }

    static IEnumerable<string> Counted(string[] words)
    {
        for (var first = 0; first < words.Length;)
        {
            var length = Math.Min(LongestPhrase, words.Length - first);
            while (length > 0
                && (words[first + length - 1] == "-" || !Words.ContainsKey(Fold.Text(string.Join(' ', words[first..(first + length)])))))
                length--;
            var number = length == 0 ? Ideographic(words[first]) : Words[Fold.Text(string.Join(' ', words[first..(first + length)]))];
            first += Math.Max(1, length);
            var (units, used) = length == 0 ? (0, 0) : Units(number, words, first);
            first += used;
            yield return units < 0 ? ""
                : units == 0 ? number
                : (int.Parse(number, CultureInfo.InvariantCulture) + units).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>
    /// What belongs to tens: <c>seventy - five</c>, <c>soixante - quinze</c>. A word that is no number makes
    /// another word of it: <c>twenty - first</c>.
    /// </summary>
    static (int Units, int Used) Units(string tens, string[] words, int next)
    {
        if (tens is not ("20" or "30" or "40" or "50" or "60" or "70" or "80" or "90")) return (0, 0);
        var dash = next < words.Length && words[next] == "-" ? 1 : 0;
        if (next + dash >= words.Length) return (0, 0);
        var most = tens is "60" or "80" ? 19 : 9;
        if (Words.TryGetValue(Fold.Text(words[next + dash]), out var word)
            && int.Parse(word, CultureInfo.InvariantCulture) is var units && units >= 1 && units <= most)
            return (units, dash + 1);
        return dash == 1 && char.IsLetter(words[next + 1][0]) ? (-1, 2) : (0, 0);
    }

    /// <summary><c>十二年</c>: a number written together with what it counts.</summary>
    static string Ideographic(string word)
    {
        const string Digits = "〇零一二两兩三四五六七八九十";
        const string Korean = "일이삼사오육칠팔구십";
        var end = 0;
        while (end < word.Length && Korean.Contains(word[end], StringComparison.Ordinal)) end++;
        if (end > 0 && end < word.Length && word[end] is '년' or '개') return $"{OfKorean(word[..end])} {word[end..]}";
        end = 0;
        while (end < word.Length && Digits.Contains(word[end], StringComparison.Ordinal)) end++;
        return end > 0 && Words.GetValueOrDefault(word[..end]) is { } number ? $"{number} {word[end..]}" : word;
    }

    /// <summary>Single digits are words of other meanings too, and numbers only before what they count: <c>오년</c>, <c>이십오년</c>.</summary>
    static string OfKorean(string digits)
    {
        const string Digits = "일이삼사오육칠팔구";
        var tens = digits.IndexOf('십', StringComparison.Ordinal);
        var units = digits.Length > tens + 1 ? Digits.IndexOf(digits[^1], StringComparison.Ordinal) + 1 : 0;
        var full = tens < 0 ? 0 : tens == 0 ? 1 : Digits.IndexOf(digits[0], StringComparison.Ordinal) + 1;
        return ((full * 10) + units).ToString(CultureInfo.InvariantCulture);
    }

    static Dictionary<string, string> Read()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, word) in VocabularyFile.Read("numbers"))
            if (Fold.Text(word) is { Length: > 0 } folded) words.TryAdd(folded, code);
        return words;
    }
}
