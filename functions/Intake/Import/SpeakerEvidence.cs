using System.Text.RegularExpressions;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Import;

/// <summary>
/// Speaks for a reading of a file by those who wrote it: <c>Muñoz</c> beside “Spanish” is a word of a language that its line names,
/// <c>Muńoz</c> is none.
/// </summary>
static partial class SpeakerEvidence
{
    /// <summary>Lines that are looked at.</summary>
    const int Most = 500;

    /// <summary>
    /// How many words have letters beyond a to z, all of one language that their line names; that
    /// the file names, where the line names none.
    /// </summary>
    public static int Count(string text)
    {
        var lines = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.All(char.IsAscii)).Take(Most).ToList();
        var named = lines.Select(Named).ToList();
        var all = named.SelectMany(codes => codes).ToHashSet();
        return lines.Zip(named).Sum(line => Foreign(line.First).Count(word => IsOf(word, line.Second.Count > 0 ? line.Second : all)));
    }

    static HashSet<string> Named(string line) =>
        [.. Cells().Split(line).Select(cell => cell.Trim()).Where(cell => cell.Length is > 1 and < 40).SelectMany(Languages.FindAll)];

    static IEnumerable<string> Foreign(string line) =>
        Words().Matches(line).Select(match => match.Value).Where(word => !word.All(char.IsAscii)).Distinct();

    static bool IsOf(string word, HashSet<string> languages) =>
        word.ToLowerInvariant().Where(letter => !char.IsAscii(letter)).ToList() is var letters
        && languages.Any(language => LetterRules.LettersOf(language) is { } alphabet && letters.TrueForAll(alphabet.Contains));

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"[,;\t""|()]", RegexOptions.CultureInvariant)]
    private static partial Regex Cells();
}
