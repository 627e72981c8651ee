using System.Buffers;
using System.Text.RegularExpressions;

namespace Ilnp.Intake.Answers;

/// <summary>Where the pieces of a list stand: between its separators, those inside brackets left alone.</summary>
static partial class ListParts
{
    const string Opening = "([{（［【";
    const string Closing = ")]}）］】";

    static readonly SearchValues<char> Closings = SearchValues.Create(Closing);

    static readonly SearchValues<char> Separators = SearchValues.Create(",;、，；،؛\n\r|/／｜•·●▪");

    /// <summary>The pieces. A bracket that is never closed keeps nothing together.</summary>
    public static IReadOnlyList<Range> Of(string text)
    {
        var parts = new List<Range>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (Opening.Contains(text[i], StringComparison.Ordinal) && text.AsSpan(i).IndexOfAny(Closings) > 0) depth++;
            else if (Closing.Contains(text[i], StringComparison.Ordinal) && depth > 0) depth--;
            else if (depth == 0 && Separators.Contains(text[i]) && !IsFraction(text, i))
            {
                parts.Add(start..i);
                start = i + 1;
            }
        }

        parts.Add(start..text.Length);
        return [.. parts.Where(part => text[part].Trim().Length > 0)];
    }

    /// <summary>The stroke of <c>5/5</c> parts nothing.</summary>
    static bool IsFraction(string text, int at) =>
        text[at] == '/' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    /// <summary>A list that people number: <c>1. English 2. Hindi</c>, with the numbers made signs of a list.</summary>
    public static string WithoutNumbers(string text) => Number().IsMatch(text) ? Numbers().Replace(text, "\n") : text;

    [GeneratedRegex(@"^\s*(?:\(?\d{1,2}\s?[.)\-:]|[a-dA-D]\)|[ivIV]{1,3}[.)]\s|[①-⑳]|[-–—*]\s)\s*\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?:^|(?<=[\s,;，、]))(?:\(?\d{1,2}\s?[.)\-:]|[a-dA-D]\)|[ivIV]{1,3}[.)](?=\s)|[①-⑳]|[-–—*](?=\s))\s*(?=\p{L})|"
            + @"(?<=\p{L})\s*[①-⑳]\s*(?=\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
