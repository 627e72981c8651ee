using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Ilnp.Texts;

/// <summary>The texts in one language. What it lacks, which is for the committee, comes from the first language.</summary>
public sealed class PageTexts(string language, IReadOnlyDictionary<string, string> texts, PageTexts? first)
{
    /// <summary>Letters of every script stay letters: a page in Arabic is not twice as long.</summary>
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    static readonly Dictionary<string, string> NoFacts = [];

    /// <summary>ISO 639, for the page's <c>lang</c>.</summary>
    public string Language { get; } = language;

    public Locale Locale => Locale.Of(Language);

    /// <summary>For the page's <c>dir</c>.</summary>
    public string Direction => Find("language.direction") ?? "ltr";

    /// <summary>The text as it stands.</summary>
    /// <exception cref="KeyNotFoundException">No language has it.</exception>
    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"There is no text '{key}' in any room's Texts.");

    public string? Find(string key) => texts.GetValueOrDefault(key) ?? first?.Find(key);

    /// <summary>What a number stands for that is written beside it: "person", or "people", by <c>{count, plural, …}</c>.</summary>
    public string Counted(string key, int count) =>
        Plain(key, new Dictionary<string, string> { ["count"] = count.ToString(CultureInfo.InvariantCulture) });

    /// <summary>The text with its facts, for a title or a mail: not escaped.</summary>
    public string Plain(string key, IReadOnlyDictionary<string, string>? facts = null) =>
        Write(this[key], facts ?? NoFacts, words => words, fact => Isolated.Plain(fact, Language));

    /// <summary>The text with its facts, escaped, and each fact kept apart from the direction of the text around it.</summary>
    public IHtmlContent Html(string key, IReadOnlyDictionary<string, string> facts) =>
        new HtmlString(Write(this[key], facts, Encoder.Encode, Isolated.Encoded));

    /// <summary>As <see cref="Html(string, IReadOnlyDictionary{string, string})"/>, with one fact.</summary>
    public IHtmlContent Html(string key, string fact, object value) =>
        Html(key, new Dictionary<string, string> { [fact] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" });

    string Write(string text, IReadOnlyDictionary<string, string> facts, Func<string, string> words, Func<string, string> fact) =>
        TextPatterns.Of(text).Write(Locale, words, (name, _) => fact(Fact(name, facts)), name => Number(name, facts));

    /// <summary>A fact that was not given has a general word: "your partner" for the partner's name.</summary>
    string Fact(string name, IReadOnlyDictionary<string, string> facts) =>
        facts.GetValueOrDefault(name) is { Length: > 0 } value ? value : this[$"fact.{name}"];

    static long? Number(string name, IReadOnlyDictionary<string, string> facts) =>
        long.TryParse(facts.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
