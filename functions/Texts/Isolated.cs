using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Ilnp.Texts;

/// <summary>
/// Names in a list, each kept apart from the direction of the others: of two that run from right to left with a comma between, readers
/// else see one phrase. They travel as text with Unicode's "first strong isolate" and its end around each name; pages and mails
/// put an element of its own around each, and plain text keeps the marks only where a name disturbs its line.
/// </summary>
public static partial class Isolated
{
    /// <summary>Around what may run the other way in plain text.</summary>
    public const char Begin = '\u2068', End = '\u2069';

    /// <summary>One name, for a place in a list; what it may have of such marks itself is left out.</summary>
    public static string Of(string name) => $"{Begin}{string.Concat(name.Where(letter => !IsControl(letter)))}{End}";

    /// <summary>What stands around the names, and the names, in their order; the marks are in neither.</summary>
    public static IEnumerable<(string Text, bool IsName)> Parts(string text)
    {
        var end = 0;
        foreach (Match name in Names().Matches(text))
        {
            if (name.Index > end) yield return (text[end..name.Index], false);
            yield return (name.Groups[1].Value, true);
            end = name.Index + name.Length;
        }

        if (end < text.Length) yield return (text[end..], false);
    }

    /// <summary>On a page: an element around each name, or around the whole where it is no list.</summary>
    public static IHtmlContent Html(string text) => new HtmlString(Encoded(text));

    /// <inheritdoc cref="Html"/>
    internal static string Encoded(string text) => !Names().IsMatch(text) ? Element(text)
        : string.Concat(Parts(text).Select(part => part.IsName ? Element(part.Text) : PageTexts.Encoder.Encode(part.Text)));

    /// <summary>Where there are no elements: the marks stay around names that run against the language.</summary>
    public static string Plain(string text, string language) =>
        Names().Replace(text, name => Direction.Disturbs(name.Groups[1].Value, language) ? name.Value : name.Groups[1].Value);

    /// <summary>Turns the direction of what follows.</summary>
    public static bool IsControl(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    static string Element(string text) => $"<bdi>{PageTexts.Encoder.Encode(text)}</bdi>";

    [GeneratedRegex("\u2068([^\u202A-\u202E\u2066-\u2069]*)\u2069")]
    private static partial Regex Names();
}
