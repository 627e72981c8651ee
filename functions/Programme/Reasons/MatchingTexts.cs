using System.Collections.Concurrent;
using System.Globalization;
using Ilnp.Texts;

namespace Ilnp.Programme.Reasons;

/// <summary>The texts of one language, from <c>Texts/&lt;language&gt;.json</c>: one sentence per reason, with <c>{0}</c> for the arguments; <c>{0:language}</c>, <c>{0:country}</c> and <c>{0:topic}</c> for codes that are shown by name, <c>{0:word}</c> for those whose name is a text <c>word.&lt;code&gt;</c> here.</summary>
sealed class MatchingTexts
{
    static readonly Lazy<TextFiles<Dictionary<string, string>>> Files = new(() => new("Programme/Reasons/Texts"));
    static readonly ConcurrentDictionary<string, MatchingTexts> Loaded = new(StringComparer.OrdinalIgnoreCase);

    readonly IReadOnlyDictionary<string, string> _texts;
    readonly string _language;
    readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    MatchingTexts(string language, IReadOnlyDictionary<string, string> texts) => (_language, _texts) = (language, texts);

    /// <summary>The texts in a language, or in English where there are none.</summary>
    public static MatchingTexts Of(string language) => Loaded.GetOrAdd(Files.Value.Available(language), static code => new(code, Files.Value.In(code)));

    public string Render(MatchReason reason) => Render(_texts[reason.Code], reason);

    /// <summary>By the text <c>you.&lt;code&gt;</c>.</summary>
    public string RenderToThePerson(MatchReason reason) => Render(_texts[$"you.{reason.Code}"], reason);

    string Render(string text, MatchReason reason)
    {
        for (var k = 0; k < reason.Arguments.Count; k++)
            text = text.Replace($"{{{k}:language}}", LanguageNames(reason.Arguments[k]), StringComparison.Ordinal)
                .Replace($"{{{k}:country}}", Programme.Words.Country(reason.Arguments[k], _language), StringComparison.Ordinal)
                .Replace($"{{{k}:topic}}", Programme.Words.Topic(reason.Arguments[k]), StringComparison.Ordinal)
                .Replace($"{{{k}:word}}", WordsOf(reason.Arguments[k]), StringComparison.Ordinal)
                .Replace($"{{{k}}}", reason.Arguments[k], StringComparison.Ordinal);
        return text;
    }

    /// <summary>Several stay separated by commas; a code without a text is shown as it is.</summary>
    string WordsOf(string codes) => string.Join(", ", codes.Split(", ").Select(code => _texts.GetValueOrDefault($"word.{code}", code)));

    string LanguageNames(string codes) => string.Join(", ", codes.Split(", ").Select(NameOf));

    string NameOf(string code) => _names.GetOrAdd(code, Find);

    /// <summary>Looking through all cultures is slow, and the same few languages are told for every pair.</summary>
    string Find(string code)
    {
        if (!CultureInfo.GetCultures(CultureTypes.NeutralCultures).Any(c => c.Name == code)) return code;
        var culture = CultureInfo.GetCultureInfo(code);
        return _language.StartsWith("en", StringComparison.Ordinal) ? culture.EnglishName : culture.NativeName;
    }
}
