using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Ilnp.Tests.Mail.Rendering;

/// <summary>
/// What mail programs know, as caniemail.com and the vendors' pages have it for Gmail (web and apps), Outlook (Windows, new, web, Mac),
/// Apple Mail and Yahoo. The first list is drawn by all; of the second, what a program leaves out costs no word and no place.
/// </summary>
static partial class KnownHtml
{
    static readonly HashSet<string> Elements =
        [
            "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td",
            "p", "h1", "h2", "h3", "ul", "ol", "li", "a", "strong", "em", "br", "hr", "bdi", "code",
        ];

    static readonly HashSet<string> Attributes =
        [
            "lang", "dir", "style", "class", "bgcolor", "align", "width", "cellpadding",
            "cellspacing", "border", "role", "href", "aria-label", "aria-roledescription", "start",
        ];

    const string Colour = "#[0-9a-f]{6}";
    const string Pixels = "[0-9]+(?:px)?";

    static readonly Dictionary<string, string> ByAll = new()
    {
        ["margin"] = $"(?:{Pixels}|auto)(?: (?:{Pixels}|auto)){{0,3}}",
        ["padding"] = $"{Pixels}(?: {Pixels}){{0,3}}",
        ["padding-left"] = Pixels,
        ["padding-right"] = Pixels,
        ["color"] = Colour,
        ["background-color"] = Colour,
        ["border"] = "0",
        ["border-top"] = $"1px solid {Colour}",
        ["border-left"] = $"4px solid {Colour}",
        ["border-right"] = $"4px solid {Colour}",
        ["border-collapse"] = "separate",
        ["font-family"] = ".+",
        ["font-size"] = "[0-9]+px",
        ["font-weight"] = "600",
        ["line-height"] = @"[0-9.]+(?:px)?",
        ["text-align"] = "left|right",
        ["text-decoration"] = "none|underline",
        ["width"] = "100%",
        ["display"] = "none|inline-block",
    };

    /// <summary>With what is there instead.</summary>
    static readonly Dictionary<string, (string Values, string Instead)> Besides = new()
    {
        ["max-width"] = ("600px", "Outlook: a table of 600 pixels between conditional comments"),
        ["border-radius"] = ("6px", "Outlook: corners"),
        ["mso-padding-alt"] = (".+", "Outlook alone: the button's space, on its cell"),
        ["mso-hide"] = ("all", "Outlook alone: hides the pre-header"),
        ["max-height"] = ("0", "display:none"),
        ["overflow"] = ("hidden", "display:none"),
        ["word-wrap"] = ("break-word", "a long word makes the mail wider"),
        ["overflow-wrap"] = ("anywhere", "word-wrap"),
        ["word-break"] = ("keep-all", "Korean words are broken inside"),
        ["line-break"] = ("strict", "the program's own rules"),
    };

    public static IEnumerable<string> Unknown(IElement element)
    {
        if (!Elements.Contains(element.LocalName)) yield return $"<{element.LocalName}>";
        if (element.LocalName == "meta") yield break;
        foreach (var attribute in element.Attributes.Where(attribute => !Attributes.Contains(attribute.Name)))
            yield return $"{element.LocalName} {attribute.Name}=";
        foreach (var (property, value) in Style(element).Where(style => !Knows(style.Property, style.Value)))
            yield return $"{element.LocalName} {{{property}:{value}}}";
    }

    public static IEnumerable<(string Property, string Value)> Style(IElement element) =>
        (element.GetAttribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(':', 2)).Select(one => (one[0], one[1]));

    static bool Knows(string property, string value) =>
        (ByAll.GetValueOrDefault(property) ?? Besides.GetValueOrDefault(property).Values) is { } values
            && Regex.IsMatch(value, $"^(?:{values})$");
}
