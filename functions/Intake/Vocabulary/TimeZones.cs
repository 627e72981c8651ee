using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.TimeZones;

namespace Ilnp.Intake.Vocabulary;

/// <summary>Time zones as people write them to IANA names, and the likeliest zone of a country.</summary>
public static partial class TimeZones
{
    /// <summary>Where most people of countries with several zones live; the zone table lists those from east to west.</summary>
    static readonly Dictionary<string, string> Populous = new(StringComparer.Ordinal)
    {
        ["AR"] = "America/Argentina/Buenos_Aires",
        ["AU"] = "Australia/Sydney",
        ["BR"] = "America/Sao_Paulo",
        ["CA"] = "America/Toronto",
        ["CD"] = "Africa/Kinshasa",
        ["CL"] = "America/Santiago",
        ["CN"] = "Asia/Shanghai",
        ["CY"] = "Asia/Nicosia",
        ["DE"] = "Europe/Berlin",
        ["EC"] = "America/Guayaquil",
        ["ES"] = "Europe/Madrid",
        ["FM"] = "Pacific/Pohnpei",
        ["GL"] = "America/Nuuk",
        ["ID"] = "Asia/Jakarta",
        ["KI"] = "Pacific/Tarawa",
        ["KZ"] = "Asia/Almaty",
        ["MN"] = "Asia/Ulaanbaatar",
        ["MX"] = "America/Mexico_City",
        ["MY"] = "Asia/Kuala_Lumpur",
        ["NZ"] = "Pacific/Auckland",
        ["PF"] = "Pacific/Tahiti",
        ["PG"] = "Pacific/Port_Moresby",
        ["PT"] = "Europe/Lisbon",
        ["RU"] = "Europe/Moscow",
        ["UA"] = "Europe/Kyiv",
        ["US"] = "America/New_York",
        ["UZ"] = "Asia/Tashkent",
    };

    static readonly Lazy<WordList> Names = new(() => new(Ids().SelectMany(Spellings)));

    static readonly Lazy<Dictionary<string, string>> First = new(() =>
        (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).GroupBy(place => place.CountryCode).ToDictionary(group => group.Key, group => group.First().ZoneId));

    /// <summary>The IANA name of a zone, a city that names one, a Windows name, or an offset such as <c>UTC+3</c>; else null.</summary>
    public static string? Find(string text)
    {
        if (Names.Value.Find(text) is { } id) return id;
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(text.Trim(), out var iana)) return iana;
        return OfOffset(text);
    }

    /// <summary>The likeliest zone of a country, null for an unknown country.</summary>
    public static string? OfCountry(string country) => Populous.GetValueOrDefault(country) ?? First.Value.GetValueOrDefault(country);

    static IEnumerable<string> Ids() =>
        TzdbDateTimeZoneSource.Default.GetIds().Where(id => id is "UTC" || id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The whole name, or its last part: <c>Nairobi</c>.</summary>
    static IEnumerable<(string Code, string Word)> Spellings(string id)
    {
        yield return (id, id);
        if (!id.StartsWith("Etc/", StringComparison.Ordinal)) yield return (id, id[(id.LastIndexOf('/') + 1)..]);
    }

    /// <summary>In IANA's names of plain offsets the sign is turned: <c>Etc/GMT-3</c> is ahead of UTC.</summary>
    static string? OfOffset(string text)
    {
        var match = Offset().Match(text.Trim());
        if (!match.Success || !int.TryParse(match.Groups["h"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)) return null;
        if (hours == 0) return "UTC";
        var ahead = match.Groups["s"].Value == "+";
        return hours <= (ahead ? 14 : 12) ? string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(ahead ? '-' : '+')}{hours}") : null;
    }

    [GeneratedRegex(@"^\(?(?:GMT|UTC)?(?<s>[+-])0?(?<h>\d{1,2})(?::?00)?\)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}
