using System.Globalization;
using System.Net;
using System.Text;
using Ilnp.Intake.Providers;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>
/// A text as it may be kept: one line, without control characters, at most so long. Letters of every script stay as they
/// are, in composed form (NFC).
/// </summary>
public static class TextAnswer
{
    /// <summary>Characters that a person may need; longer answers are cut, the message as received is kept whole.</summary>
    public const int Longest = 500;

    static readonly char[] FormulaSigns = ['+', '-', '@', '＋', '－', '＠'];

    /// <summary>Names that begin with an apostrophe by right: the ayn of Arabic names.</summary>
    static readonly string[] Ayn = ["'Abd", "'Ali", "'Umar", "'Uthman", "'Isa", "'A'isha"];

    /// <summary>The text, and what had to be done to it.</summary>
    public static Reading<string> Read(string text, int longest = Longest)
    {
        var problems = new List<string>();
        text = Unescaped(text);
        if (TextBytes.Repair(text) is { } repaired)
        {
            problems.Add($"was garbled by a wrong character encoding and is read as “{Quote(repaired)}”");
            text = repaired;
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal)) problems.Add("has characters that were lost on the way (�)");
        if (LooksLikeFormula(text)) problems.Add("looks like a spreadsheet formula and is kept as plain text");
        var line = OneLine(text.Length > longest * 2 ? text[..(longest * 2)] : text);
        if (!ShowsSomething(line) && text.Any(letter => !char.IsWhiteSpace(letter)))
        {
            problems.Add("has only characters that show nothing");
            line = "";
        }

        if (line.Length > longest || text.Length > longest * 2)
        {
            problems.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"has {text.Length:N0} characters; the first {longest} are used and the message is kept whole"));
            line = Cut(line, longest);
        }

        return new(line, problems.Count == 0 ? null : string.Join("; ", problems));
    }

    /// <summary>Each line of a text by itself, those left out that are empty.</summary>
    public static IReadOnlyList<Reading<string>> ReadLines(string text) =>
        [.. text.Split(['\n', '\r', '\u2028', '\v'], StringSplitOptions.RemoveEmptyEntries).Take(ListAnswer.Most)
            .Select(line => Read(line)).Where(line => line.Value.Length > 0 || line.Problem is not null)];

    /// <summary>A short piece of an answer for a message to the committee.</summary>
    public static string Quote(string text)
    {
        var line = OneLine(text.Length > 200 ? text[..200] : text);
        return line.Length > 60 ? Cut(line, 60) + "…" : line;
    }

    /// <summary>
    /// Spreadsheets compute cells that begin so. A telephone-like <c>+44</c> or a lone dash does not count as an attempt.
    /// </summary>
    public static bool LooksLikeFormula(string text)
    {
        var trimmed = text.TrimStart();
        if (trimmed.Length < 2) return false;
        return trimmed[0] is '=' or '＝' || (FormulaSigns.Contains(trimmed[0]) && trimmed.AsSpan(1).IndexOfAny("(=|!") >= 0);
    }

    /// <summary>Some forms send signs as a web page writes them: <c>O&amp;#39;Connor</c>.</summary>
    public static string Unescaped(string text) =>
        text.Contains('&', StringComparison.Ordinal) && text.Contains(';', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;

    /// <summary>
    /// Whether a reader sees anything: fillers, joiners and blanks of other scripts are letters to a program and nothing to the eye.
    /// </summary>
    static bool ShowsSomething(string text) =>
        text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format
            or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800));

    /// <summary>
    /// Line breaks and control characters become spaces; signs that turn the direction of what
    /// follows, and those that show nothing, fall away.
    /// </summary>
    static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in Fold.Composed(text, NormalizationForm.FormC))
        {
            if (letter is (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\u200B' or '\u00AD' or '\uFEFF') continue;
            var space = char.IsControl(letter) || char.IsWhiteSpace(letter);
            if (!space) line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return WithoutTextMark(Fold.Composed(line.ToString().Trim(), NormalizationForm.FormC));
    }

    /// <summary>
    /// A spreadsheet's mark of a text cell. Before a small letter (<c>'t Hooft</c>) and in Arabic names it belongs to the name.
    /// </summary>
    static string WithoutTextMark(string text) =>
        text is ['\'', var next, ..] && !char.IsLower(next) && text.Count(letter => letter == '\'') == 1
            && !Ayn.Any(name => text.StartsWith(name, StringComparison.Ordinal))
            ? text[1..].TrimStart()
            : text;

    static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
