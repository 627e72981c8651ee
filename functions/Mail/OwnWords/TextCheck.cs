using System.Text.RegularExpressions;
using Ilnp.Texts;

namespace Ilnp.Mail.OwnWords;

/// <summary>Reads one part of a mail for what mails do not have: markup, pictures, links to elsewhere, signs that disturb.</summary>
static partial class TextCheck
{
    /// <summary>Pieces of code, and the letters of one: more is nothing that a reader of code should try to read.</summary>
    const int MostCode = 200, LongestCode = 600;

    /// <summary>Signs that Markdown looks at: a reader of it may take longer by the square of them.</summary>
    const int MostSigns = 600;

    /// <summary>So much code that it is not read at all.</summary>
    public static IReadOnlyList<WordingMistake> TooMuch(string part, string text)
    {
        if (MarkdownSigns.Count(text) is var signs and > MostSigns)
            return [new("wording.mistake.long", part, 0, $"{signs} * _ [ ] > -", $"{MostSigns}")];
        var opened = Opened.Matches(text);
        return opened.Count > MostCode ? [new("wording.mistake.long", part, 0, $"{opened.Count} {{{{ }}}}", $"{MostCode}")]
            : [.. opened.Where(code => code.Length > LongestCode)
                .Select(code => Mistake("wording.mistake.code", part, text, code, $"{code.Value[..40]}…"))];
    }

    public static IEnumerable<WordingMistake> Of(string part, string text, SampleNames names)
    {
        var isBody = part == MailWords.BodyName;
        foreach (var mistake in OfLetters(part, text)) yield return mistake;
        var plain = WithoutCode(text);
        if (!isBody) yield break;
        foreach (var mistake in Found(part, text, "wording.mistake.picture", Picture, match => match.Value)) yield return mistake;
        foreach (var mistake in Found(part, plain, "wording.mistake.link", Reference, match => match.Value.Trim())) yield return mistake;
        foreach (Match link in Link.Matches(text))
            if (!MayLead(link.Groups["to"].Value.Trim(), names))
                yield return Mistake(
                    "wording.mistake.link", part, text, link, link.Groups["to"].Value.Trim() is { Length: > 0 } to ? to : link.Value);
    }

    /// <summary>Signs that disturb, and markup.</summary>
    public static IEnumerable<WordingMistake> OfLetters(string part, string text) =>
    [
        .. Found(part, text, "wording.mistake.signs", Signs, match => $"U+{(int)match.Value[0]:X4}"),
        .. Found(part, text, "wording.mistake.signs", Marks, match => match.Value),
        .. Found(part, WithoutCode(text), "wording.mistake.markup", Markup, match => match.Value),
    ];

    static string WithoutCode(string text) => Code.Replace(text, match => new string('_', match.Length));

    /// <summary>Names that links lead to.</summary>
    public static IEnumerable<string> LinkNames(string text) =>
        Link.Matches(text).Select(link => Name.Match(link.Groups["to"].Value.Trim()))
            .Where(name => name.Success).Select(name => name.Groups["path"].Value);

    /// <summary>Where a link's value is only known in a loop, rendering tells.</summary>
    static bool MayLead(string to, SampleNames names)
    {
        if (Name.Match(to) is { Success: true } name)
            return !names.Knows([.. name.Groups["path"].Value.Split('.')], out var value) || value is Uri;
        if (to.StartsWith("mailto:", StringComparison.Ordinal)) return Mailbox.IsMatch(to);
        return !to.Any(letter => char.IsWhiteSpace(letter) || letter is '{' or '}')
            && WebAddress.TryRead(to, out var address) && address.Scheme == Uri.UriSchemeHttps;
    }

    static IEnumerable<WordingMistake> Found(string part, string text, string key, Regex what, Func<Match, string> words) =>
        what.Matches(text).Select(match => Mistake(key, part, text, match, words(match)));

    static WordingMistake Mistake(string key, string part, string text, Match at, string what) =>
        new(key, part, LineOf(text, at.Index), what);

    public static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"[\[\]*_>+#~-]")]
    private static partial Regex MarkdownSigns { get; }

    /// <summary>Also such as is never closed.</summary>
    [GeneratedRegex(@"\{\{(?:(?!\}\}).)*", RegexOptions.Singleline)]
    private static partial Regex Opened { get; }

    /// <summary>Control signs but the line's end, and those that turn the direction of what follows.</summary>
    [GeneratedRegex(@"[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069-[\n]]")]
    private static partial Regex Signs { get; }

    /// <summary>What stands for a value while a mail is written.</summary>
    [GeneratedRegex("qz[0-9]+zq")]
    private static partial Regex Marks { get; }

    /// <summary>Tags, addresses in angle brackets, and code.</summary>
    [GeneratedRegex(@"<[A-Za-z/!?][^>\n]{0,80}>?|`+|^\s{0,3}~~~", RegexOptions.Multiline)]
    private static partial Regex Markup { get; }

    [GeneratedRegex(@"!\[[^\]\n]{0,60}")]
    private static partial Regex Picture { get; }

    [GeneratedRegex(@"^\s{0,3}\[[^\]\n]+\]:.*$", RegexOptions.Multiline)]
    private static partial Regex Reference { get; }

    [GeneratedRegex(@"\]\((?<to>(?:\{\{.*?\}\}|[^)\n])*)\)?")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"^\{\{[-~]?\s*(?<path>[a-z_][a-z_0-9.]*)\s*[-~]?\}\}$")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"^mailto:(?:\{\{[-~]?\s*[a-z_][a-z_0-9.]*\s*[-~]?\}\}|[^\s@<>(){}]+@[^\s@<>(){}]+)$")]
    private static partial Regex Mailbox { get; }
}
