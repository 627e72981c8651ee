using System.Collections.Concurrent;
using System.Globalization;
using Ilnp.Texts;

namespace Ilnp.Programme.Reasons;

/// <summary>
/// The texts of one language, from <c>Texts/&lt;language&gt;.json</c>: one sentence per reason, with <c>{0}</c> for the arguments;
/// <c>{0:language}</c>, <c>{0:country}</c> and <c>{0:topic}</c> for codes that are shown by name, <c>{0:word}</c> for those whose name
/// is a text <c>word.&lt;code&gt;</c> here. Several codes of one argument are separated by commas.
/// </summary>
sealed class MatchingTexts
{
    static readonly Lazy<TextFiles<Dictionary<string, string>>> Files = new(() => new("Programme/Reasons/Texts"));
    static readonly ConcurrentDictionary<string, MatchingTexts> Loaded = new(StringComparer.OrdinalIgnoreCase);

    readonly IReadOnlyDictionary<string, string> _texts;
    readonly string _language;
    readonly Locale _locale;

    MatchingTexts(string language, IReadOnlyDictionary<string, string> texts) =>
        (_language, _texts, _locale) = (language, texts, Locale.Of(language));

    /// <summary>The texts in a language, or in English where there are none.</summary>
    public static MatchingTexts Of(string language) =>
        Loaded.GetOrAdd(Files.Value.Available(language), static code => new(code, Files.Value.In(code)));

    public string Render(MatchReason reason) => Render(_texts[reason.Code], reason);

    /// <summary>By the text <c>you.&lt;code&gt;</c>.</summary>
    public string RenderToThePerson(MatchReason reason) => Render(_texts[$"you.{reason.Code}"], reason);

    /// <summary>A code without a text is shown as it is.</summary>
    public string Word(string code) => _texts.GetValueOrDefault($"word.{code}", code);

    string Render(string text, MatchReason reason) =>
        TextPatterns.Of(text)
            .Write(_locale, words => words, (name, form) => Shown(Argument(name, reason), form), name => Whole(Argument(name, reason)));

    string Shown(string argument, string form) => form switch
    {
        "language" => Named(argument, _locale.NameOfLanguage),
        "country" => Named(argument, _locale.Country),
        "topic" => Named(argument, code => Words.Topic(code, _language)),
        "word" => Named(argument, Word),
        _ => Whole(argument) is { } number ? _locale.Number(number) : argument,
    };

    string Named(string codes, Func<string, string> name) => _locale.List([.. codes.Split(", ").Select(name)]);

    static string Argument(string name, MatchReason reason) => reason.Arguments[int.Parse(name, CultureInfo.InvariantCulture)];

    static long? Whole(string argument) =>
        long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
