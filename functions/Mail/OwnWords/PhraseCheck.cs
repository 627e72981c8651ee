using System.Text.RegularExpressions;

namespace Ilnp.Mail.OwnWords;

/// <summary>
/// Reads words that stand as they are inside a mail, as a topic to talk about: a title and a text, without placeholders, links and markup.
/// </summary>
public static partial class PhraseCheck
{
    public const int LongestTitle = 80, LongestText = 600;

    /// <summary>Begins the names under which such words are kept: no mail has a dot in its name.</summary>
    public const string Mark = "topic.";

    public static bool IsPhrase(string template) => template.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>None for words that can be used.</summary>
    public static IReadOnlyList<WordingMistake> Of(MailWords words) =>
    [
        .. Of(MailWords.SubjectName, words.Subject, LongestTitle),
        .. words.Subject.Contains('\n', StringComparison.Ordinal)
            ? new[] { new WordingMistake("wording.mistake.lines", MailWords.SubjectName, 2, MailWords.SubjectName) } : [],
        .. Of(MailWords.BodyName, words.Body, LongestText),
    ];

    static IEnumerable<WordingMistake> Of(string part, string text, int longest)
    {
        if (text.Trim().Length == 0) yield return new("wording.mistake.empty", part, 0, part);
        if (text.Length > longest) yield return new("wording.mistake.long", part, 0, $"{text.Length}", $"{longest}");
        foreach (Match code in Braces.Matches(text))
            yield return new("wording.mistake.no-placeholder", part, TextCheck.LineOf(text, code.Index), code.Value.Trim());
        foreach (Match link in Links.Matches(text))
            yield return new("wording.mistake.no-links", part, TextCheck.LineOf(text, link.Index), link.Value);
        foreach (var mistake in TextCheck.OfLetters(part, text)) yield return mistake;
    }

    /// <summary>Also such as are never closed, and single ones.</summary>
    [GeneratedRegex(@"\{\{?[^{}\n]{0,60}\}?\}?|\}\}?")]
    private static partial Regex Braces { get; }

    [GeneratedRegex(@"!?\[[^\]\n]{0,60}\]\([^)\n]{0,200}\)?|https?://\S+|\*\*")]
    private static partial Regex Links { get; }
}
