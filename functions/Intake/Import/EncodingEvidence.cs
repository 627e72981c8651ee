using System.Text.RegularExpressions;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Import;

/// <summary>What speaks for a reading of a file: whether its words can be words, and how many of them are known.</summary>
/// <param name="IsPlausible">No word has signs inside, letters of two scripts, or a mix of letters that no language has.</param>
/// <param name="Known">Different answers beyond ASCII that are known names of countries or languages, replies or questions.</param>
sealed partial record EncodingEvidence(bool IsPlausible, int Known)
{
    /// <summary>Names borrow letters: one odd word in so many does not speak against a reading.</summary>
    const int OddIn = 50;

    public static EncodingEvidence Of(string text)
    {
        var words = Words().Matches(text).Select(match => match.Value)
            .Where(word => !word.All(char.IsAscii)).Distinct().Take(5000).ToList();
        var odd = words.Count(word => !LetterRules.CanBeAWord(word));
        var cells = Cells().Split(text).Select(cell => cell.Trim())
            .Where(cell => cell.Length is > 1 and < 80 && !cell.All(char.IsAscii)).Distinct().Take(5000);
        return new(odd * OddIn <= words.Count && !HasControls(text), odd * OddIn <= words.Count ? cells.Count(IsKnown) : 0);
    }

    /// <summary>With its accents: without them a wrong reading of a name would be known as well.</summary>
    static bool IsKnown(string cell) => KnownNames.Value.Contains(cell.ToLowerInvariant());

    static readonly Lazy<HashSet<string>> KnownNames = new(() =>
        [.. ((string[])["countries", "languages", "questions", "replies", "Cldr.countries", "Cldr.languages"])
            .SelectMany(VocabularyFile.Read).Select(entry => entry.Word.ToLowerInvariant())]);

    static bool HasControls(string text) =>
        text.Any(letter =>
            letter is (>= '\u0080' and <= '\u009F') or '\uFFFD' or (>= '\uE000' and <= '\uF8FF')
                || (letter < ' ' && letter is not ('\t' or '\n' or '\r')));

    [GeneratedRegex(@"[^\s,;:|""()\[\]/]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"[,;\t\n\r""|]", RegexOptions.CultureInvariant)]
    private static partial Regex Cells();
}
