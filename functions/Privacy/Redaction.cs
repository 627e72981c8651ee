using System.Text;
using System.Text.RegularExpressions;

namespace Ilnp.Privacy;

/// <summary>Takes somebody's names and addresses out of texts that belong to others.</summary>
public sealed class Redaction
{
    /// <summary>Stands where a name stood, in every language; also the name of whoever was erased.</summary>
    public const string Left = "…";

    /// <summary>A single letter is no name that could be told from others.</summary>
    const int Shortest = 2;

    /// <summary>A letter of such a script, a mark or a digit.</summary>
    const string Cased = @"[\p{Lu}\p{Ll}\p{Lt}\p{M}\p{Nd}]";

    /// <summary>Of a line, with what the next one begins with in a list or a quotation.</summary>
    const string Break = @"(?:\r?\n[ >]*)?";

    /// <summary>Of a line in a calendar file, which is folded also within words.</summary>
    const string Fold = @"(?:\r?\n[ \t])?";

    const string Gap = @"\s+(?:>\s*)*";

    readonly Regex? words;

    public Redaction(IEnumerable<string> words)
    {
        var known = words.Select(word => word.Trim()).Where(word => word.Length >= Shortest)
            .Distinct().OrderByDescending(word => word.Length).ToList();
        if (known.Count > 0)
            this.words = new(string.Join('|', known.Select(Pattern)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    public bool Mentions(string text) => words?.IsMatch(text) == true;

    /// <summary>The text without them; the same text when they are not in it.</summary>
    public string Of(string text) => words?.Replace(text, Left) ?? text;

    /// <summary>
    /// Scripts with capital letters divide words; others run them together, also with a name from outside: <c>Zoëさん</c>. A text
    /// that is laid out in lines may have broken a name at its spaces, after its hyphens, and between letters that run
    /// together; one in a calendar file anywhere.
    /// </summary>
    static string Pattern(string word)
    {
        var pattern = new StringBuilder();
        for (var at = 0; at < word.Length; at++)
        {
            if (char.IsWhiteSpace(word[at])) pattern.Append(Gap);
            else pattern.Append(Regex.Escape(word[at].ToString())).Append(Between(word, at));
        }

        return word.Any(IsCased) ? $"(?<!{Cased}){pattern}(?!{Cased})" : pattern.ToString();
    }

    /// <summary>What may stand after a letter, before the next one.</summary>
    static string Between(string word, int at)
    {
        if (at + 1 == word.Length || char.IsWhiteSpace(word[at + 1]) || char.IsHighSurrogate(word[at])) return "";
        return IsCased(word[at]) && IsCased(word[at + 1]) ? Fold : Break;
    }

    static bool IsCased(char letter) => char.IsUpper(letter) || char.IsLower(letter);
}
