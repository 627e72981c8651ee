using System.Globalization;

namespace Ilnp.Intake.Vocabulary;

/// <summary>
/// Names of countries and languages in many languages, from the CLDR data that .NET's ICU brings at run time. In
/// invariant globalization mode there is none and the app's own word lists stand alone.
/// </summary>
static class CldrNames
{
    static readonly string[] Readers =
        ["en", "es", "pt", "fr", "zh", "zh-Hant", "ko", "ar", "ru", "ja", "de", "it", "nl", "pl", "tr", "id", "vi", "th", "sw", "hi", "bn", "ur", "fa", "uk",
            "el", "cs", "hu", "ro", "sv", "fi", "da", "nb", "he", "sr", "hr", "bg", "ka", "am", "af", "zu", "ms", "fil", "ca", "sk", "si", "ta", "ne", "kk"];

    static readonly char[] Opening = ['(', '（'];
    static readonly char[] Closing = [')', '）'];
    static readonly char[] Commas = [',', '，', '、', '،'];

    /// <summary>ISO 3166-1 alpha-2 with names, native names, and alpha-3 codes.</summary>
    public static IEnumerable<(string Code, string Word)> Countries()
    {
        var locales = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => (Culture: culture, Region: new RegionInfo(culture.Name)))
            .Where(locale => locale.Region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            .ToList();
        foreach (var (_, region) in locales)
            foreach (var name in new[] { region.EnglishName, region.NativeName, region.TwoLetterISORegionName, region.ThreeLetterISORegionName })
                yield return (region.TwoLetterISORegionName, name);
        var plainest = locales.GroupBy(locale => locale.Region.TwoLetterISORegionName)
            .Select(group => (group.Key, group.MinBy(locale => (locale.Culture.Name.Length, locale.Culture.Name)).Culture)).ToList();
        foreach (var (code, name) in InEveryLanguage(plainest))
            if (InParentheses(name) is { } country) yield return (code, country);
    }

    /// <summary>ISO 639 codes, two letters where there are two, with names and native names.</summary>
    public static IEnumerable<(string Code, string Word)> Languages()
    {
        var cultures = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
            .Where(culture => culture.Name.Length is 2 or 3)
            .Select(culture => (Code: culture.TwoLetterISOLanguageName, culture)).ToList();
        foreach (var (code, culture) in cultures)
            foreach (var name in new[] { culture.EnglishName, culture.NativeName, culture.TwoLetterISOLanguageName, culture.ThreeLetterISOLanguageName })
                yield return (code, name);
        foreach (var entry in InEveryLanguage(cultures)) yield return entry;
    }

    /// <summary>Display names follow the thread's language: it is changed for the moment and put back.</summary>
    static List<(string Code, string Word)> InEveryLanguage(IReadOnlyList<(string Code, CultureInfo Culture)> cultures)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            var names = new List<(string, string)>();
            foreach (var reader in Readers)
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader);
                names.AddRange(cultures.Select(entry => (entry.Code, entry.Culture.DisplayName)));
            }

            return names;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The country of <c>español (México)</c>, and of <c>Uzbek (Cyrillic, Uzbekistan)</c>.</summary>
    static string? InParentheses(string name)
    {
        var start = name.IndexOfAny(Opening);
        var end = name.LastIndexOfAny(Closing);
        return start < 0 || end <= start ? null : name[(start + 1)..end].Split(Commas)[^1].Trim();
    }
}
