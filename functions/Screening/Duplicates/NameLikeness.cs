using System.Text;
using AnyAscii;
using Ilnp.Texts;

namespace Ilnp.Screening.Duplicates;

/// <summary>
/// Whether two names may be one person's: other case, script, accents, order, a further given name, another transliteration.
/// </summary>
public sealed class NameLikeness
{
    const string Vowels = "aeiouyw";

    /// <summary>Words of three letters or more that join names and are nobody's own.</summary>
    static readonly HashSet<string> Particles = ["bin", "bint", "das", "del", "della", "der", "dos", "ibn", "las", "los", "van", "von"];

    readonly string[] words;
    readonly string sounds;
    readonly IReadOnlySet<string> turned;

    public NameLikeness(string name)
    {
        words = Fold.LatinWords(name);
        sounds = string.Join(' ', words.Select(Consonants).Where(word => word.Length > 0).Order(StringComparer.Ordinal));
        turned = Rotations(Fold.Words(Fold.Text(name).Transliterate()));
    }

    /// <summary>A name of three words or more, in one order; null for a shorter one, which many people may have.</summary>
    public static string? LongName(string name) =>
        Fold.LatinWords(name) is var words && words.Count(word => word.Length > 2 && !Particles.Contains(word)) > 2
            ? string.Join(' ', words)
            : null;

    public bool IsLike(NameLikeness other) =>
        words.Length > 0 && other.words.Length > 0
        && (words.SequenceEqual(other.words) || turned.Overlaps(other.turned)
            || IsPartOf(words, other.words) || IsPartOf(other.words, words) || SoundsLike(other));

    /// <summary>A name with a word more, when at least two words are the same.</summary>
    static bool IsPartOf(string[] fewer, string[] more) =>
        fewer.Length >= 2 && fewer.Length < more.Length && fewer.All(word => more.Contains(word));

    /// <summary>Vowels differ most between transliterations: consonants in the same number of words, one letter in six apart.</summary>
    bool SoundsLike(NameLikeness other) =>
        words.Length == other.words.Length && Math.Min(sounds.Length, other.sounds.Length) >= 4
        && Distance(sounds, other.sounds) <= Math.Min(sounds.Length, other.sounds.Length) / 6;

    /// <summary>Scripts without spaces run words together, and family names stand first or last.</summary>
    static HashSet<string> Rotations(string[] inOrder) =>
        [.. Enumerable.Range(0, inOrder.Length).Select(first => string.Concat(inOrder[first..].Concat(inOrder[..first])))];

    static string Consonants(string word)
    {
        var letters = new StringBuilder();
        foreach (var letter in word.TrimEnd('h').Where(letter => !Vowels.Contains(letter, StringComparison.Ordinal)))
            if (letters.Length == 0 || letters[^1] != letter) letters.Append(letter is 'q' or 'c' ? 'k' : letter);
        return letters.ToString();
    }

    /// <summary>Letters to change, add or leave out (Levenshtein).</summary>
    internal static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            above = row;
        }

        return above[^1];
    }
}
