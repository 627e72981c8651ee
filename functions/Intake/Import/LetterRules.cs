using System.Globalization;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Import;

/// <summary>What letters a word can have. A wrong encoding gives words that no language writes.</summary>
static class LetterRules
{
    static readonly IReadOnlyDictionary<string, HashSet<char>> Alphabets = VocabularyFile.Read("alphabets")
        .ToDictionary(entry => entry.Code, entry => entry.Word.ToHashSet());

    /// <summary>Common signs within or around words of any language.</summary>
    const string Signs = "’‘“”„«»¿¡–—…·、。・「」『』（）：，；？！،؛؟ºª•€№々ー〇";

    /// <summary>
    /// What a language writes beyond a to z, in small letters; null for one with another alphabet, or with nothing beyond.
    /// </summary>
    public static IReadOnlySet<char>? LettersOf(string language) => Alphabets.GetValueOrDefault(language is "nb" or "nn" ? "no" : language);

    public static bool CanBeAWord(string word)
    {
        var letters = word.Where(letter => !char.IsAscii(letter) && !Signs.Contains(letter, StringComparison.Ordinal)).ToList();
        if (letters.Count == 0) return SignsStandOutside(word);
        if (letters.Any(letter => !IsLetter(letter)) || !SignsStandOutside(word)) return false;
        var scripts = word.Where(char.IsLetter).Select(Script).Distinct().ToList();
        if (scripts.Count > 1 && !scripts.TrueForAll(script => script is 'J' or 'H' or 'L')) return false;
        return scripts.Contains('L') && scripts.Count == 1 ? CanBeLatin(word, letters) : CanBeCased(word) && !scripts.Contains('?');
    }

    /// <summary>Whether the text has letters of another script than Latin.</summary>
    public static bool IsBeyondLatin(string text) =>
        text.Any(letter => !char.IsAscii(letter) && char.IsLetter(letter) && Script(letter) != 'L');

    static bool CanBeLatin(string word, List<char> letters)
    {
        var all = word.Count(char.IsLetter);
        if (letters.Count * 2 > all + 1 || !CanBeCased(word)) return false;
        var small = letters.Select(letter => char.ToLower(letter, CultureInfo.InvariantCulture)).Distinct().ToList();
        return Alphabets.Values.Any(alphabet => small.TrueForAll(alphabet.Contains));
    }

    /// <summary>Capitals stand first, or everywhere: <c>JosŽ</c> is none.</summary>
    static bool CanBeCased(string word)
    {
        for (var i = 1; i < word.Length; i++)
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && !(char.IsAscii(word[i]) && char.IsAscii(word[i - 1]))) return false;
        return true;
    }

    /// <summary>A sign between two letters is no word's, but for an apostrophe, a dot and the signs of East Asia.</summary>
    static bool SignsStandOutside(string word)
    {
        for (var i = 1; i < word.Length - 1; i++)
            if (!char.IsAscii(word[i]) && "“”„«»¿¡–—…ºª•€№".Contains(word[i], StringComparison.Ordinal)
                && char.IsLetter(word[i - 1]) && char.IsLetter(word[i + 1]))
                return false;
        return true;
    }

    static bool IsLetter(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.ModifierLetter or UnicodeCategory.Surrogate;

    /// <summary>L Latin, C Cyrillic, G Greek, H Han, J Japanese, K Korean; ? where files in old encodings have no business.</summary>
    static char Script(char letter) => letter switch
    {
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') => 'L',
        >= '\u0370' and <= '\u03FF' => 'G',
        >= '\u0400' and <= '\u04FF' => 'C',
        >= '\u0590' and <= '\u05FF' => 'B',
        >= '\u0600' and <= '\u06FF' => 'A',
        >= '\u0E00' and <= '\u0E7F' => 'T',
        >= '\u3040' and <= '\u30FF' => 'J',
        >= '\u4E00' and <= '\u9FFF' => 'H',
        >= '\uAC00' and <= '\uD7A3' => 'K',
        _ => '?',
    };
}
