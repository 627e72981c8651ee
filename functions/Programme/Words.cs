using System.Globalization;
using Ilnp.Texts;

namespace Ilnp.Programme;

/// <summary>Codes as people read them. Unknown codes are given back as they are.</summary>
public static class Words
{
    /// <summary>A country's name. The platform names regions in English and in their own language only.</summary>
    public static string Country(string code, string language)
    {
        if (code.Length != 2 || !code.All(char.IsAsciiLetterUpper)) return code;
        try
        {
            var region = new RegionInfo(code);
            return language == "en" ? region.EnglishName : InOwnLanguage(region, code, language);
        }
        catch (ArgumentException)
        {
            return code;
        }
    }

    /// <summary>A language's name in English, or in itself when the reader reads it.</summary>
    public static string Language(string code, string language)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(code, predefinedOnly: true);
            return code == language ? culture.NativeName : culture.EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>An interest or library type: its code is the English name with hyphens. Several stay separated by commas.</summary>
    public static string Topic(string code) => code.Replace('-', ' ');

    /// <summary>The time of day in a zone, for instance "14:05"; empty when the zone is unknown.</summary>
    public static string LocalTime(DateTimeOffset moment, string? zone) =>
        zone is not null && Zones.Knows(zone) ? Zones.Local(moment, zone).ToString("HH:mm", CultureInfo.InvariantCulture) : "";

    static string InOwnLanguage(RegionInfo region, string code, string language) =>
        new RegionInfo($"{language}-{code}").NativeName is { Length: > 0 } name ? name : region.EnglishName;
}
