using System.Globalization;
using Ilnp.Programme.Reasons;
using Ilnp.Texts;

namespace Ilnp.Programme;

/// <summary>Codes as people read them, in the reader's language. Unknown codes are given back as they are.</summary>
public static class Words
{
    const string Folder = "Programme/Texts";

    static readonly Lazy<TextFiles<Dictionary<string, string>>> Named = new(() => new(Folder));

    /// <summary>A country's name; a question mark for one that is not known, in every language.</summary>
    public static string Country(string code, string language) => code == NoCountry ? "?" : Locale.Of(language).Country(code);

    /// <summary>ISO 3166-1's code of a country that is not known.</summary>
    const string NoCountry = "ZZ";

    /// <summary>A language's name.</summary>
    public static string Language(string code, string language) => Locale.Of(language).NameOfLanguage(code);

    /// <summary>Several languages' names, in a sentence.</summary>
    public static string Languages(IEnumerable<string> codes, string language) =>
        Locale.Of(language).List([.. codes.Select(code => Language(code, language))]);

    /// <summary>An interest or library type; what somebody wrote in own words stays as it is.</summary>
    public static string Topic(string code, string language)
    {
        var texts = Named.Value.In(language);
        return (texts.GetValueOrDefault($"topic.{code}") ?? texts.GetValueOrDefault($"library.{code}")) is { } name
            ? InSentence(name)
            : code.Replace('-', ' ');
    }

    /// <summary>Several of them, in a sentence.</summary>
    public static string Topics(IEnumerable<string> codes, string language) =>
        Locale.Of(language).List([.. codes.Select(code => Topic(code, language))]);

    /// <summary>A rhythm, tool or career stage.</summary>
    public static string Of(string code, string language) => MatchingTexts.Of(language).Word(code);

    /// <summary>What is said of the next cohort while its dates are not known.</summary>
    public static string NextWave(string language) => Named.Value.In(language)["wave.later"];

    /// <summary>The time of day in a zone, for instance "14:05"; empty when the zone is unknown.</summary>
    public static string LocalTime(DateTimeOffset moment, string? zone) =>
        zone is not null && Zones.Knows(zone) ? Zones.Local(moment, zone).ToString("HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary>Names begin with a capital on forms, and with a small letter inside a sentence; abbreviations stay.</summary>
    static string InSentence(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
