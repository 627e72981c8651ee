using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Ilnp.Texts;

/// <summary>The texts in one language; what it lacks comes from the first language.</summary>
public sealed partial class PageTexts(string language, IReadOnlyDictionary<string, string> texts, PageTexts? first)
{
    /// <summary>ISO 639, for the page's <c>lang</c>.</summary>
    public string Language { get; } = language;

    /// <summary>For the page's <c>dir</c>.</summary>
    public string Direction => Find("language.direction") ?? "ltr";

    /// <summary>The text as it stands.</summary>
    /// <exception cref="KeyNotFoundException">No language has it.</exception>
    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"There is no text '{key}' in any room's Texts.");

    public string? Find(string key) => texts.GetValueOrDefault(key) ?? first?.Find(key);

    /// <summary>The text with its facts, for a title: not escaped.</summary>
    public string Plain(string key, IReadOnlyDictionary<string, string> facts) =>
        FactName.Replace(this[key], match => Fact(match.Groups[1].Value, facts));

    /// <summary>The text with its facts, escaped, and each fact kept apart from the direction of the text around it.</summary>
    public IHtmlContent Html(string key, IReadOnlyDictionary<string, string> facts) => HtmlOf(this[key], facts);

    /// <summary>As <see cref="Html(string, IReadOnlyDictionary{string, string})"/>, with one fact.</summary>
    public IHtmlContent Html(string key, string fact, object value) =>
        Html(key, new Dictionary<string, string> { [fact] = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "" });

    HtmlString HtmlOf(string text, IReadOnlyDictionary<string, string> facts)
    {
        var encoder = HtmlEncoder.Default;
        // Braces are left alone by the encoder's escapes, so facts are found in the escaped text.
        return new(FactName.Replace(encoder.Encode(text), match => $"<bdi>{encoder.Encode(Fact(match.Groups[1].Value, facts))}</bdi>"));
    }

    /// <summary>A fact that was not given has a general word: "your partner" for the partner's name.</summary>
    string Fact(string name, IReadOnlyDictionary<string, string> facts) =>
        facts.GetValueOrDefault(name) is { Length: > 0 } value ? value : this[$"fact.{name}"];

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex FactName { get; }
}
