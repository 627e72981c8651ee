using System.Globalization;
using System.Text.RegularExpressions;
using Ilnp.Texts;
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

    /// <summary>Zones whose offset is no whole hour, for those who give the offset alone.</summary>
    static readonly Dictionary<int, string> ByMinutes = new()
    {
        [-570] = "Pacific/Marquesas",
        [-210] = "America/St_Johns",
        [210] = "Asia/Tehran",
        [270] = "Asia/Kabul",
        [330] = "Asia/Kolkata",
        [345] = "Asia/Kathmandu",
        [390] = "Asia/Yangon",
        [525] = "Australia/Eucla",
        [570] = "Australia/Darwin",
        [630] = "Australia/Lord_Howe",
        [765] = "Pacific/Chatham",
    };

    static readonly Lazy<Names> Known = new(() =>
        new(VocabularyFile.Read("zones"), Ids().SelectMany(Spellings), VocabularyFile.Read("Cldr.zones")));

    static readonly Lazy<Dictionary<string, string>> First = new(() =>
        Places().GroupBy(place => place.CountryCode).ToDictionary(group => group.Key, group => group.First().ZoneId));

    static readonly Lazy<Dictionary<string, string>> Country = new(() =>
        Places().ToDictionary(place => place.ZoneId, place => place.CountryCode));

    /// <summary>
    /// The IANA name of a zone, a place that names one, a Windows name, an abbreviation, or an offset such as <c>UTC+3</c>; else null.
    /// </summary>
    /// <param name="text">As written.</param>
    /// <param name="country">Tells abbreviations apart that several countries use; null when it is not known.</param>
    public static string? Find(string text, string? country = null)
    {
        if (Named(text, country) is { } whole) return whole;
        var parts = Parts().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count < 2)
        {
            parts = [.. Beside().Split(text).Select(part => part.Trim())];
            if (parts.Count < 2 || parts.Exists(part => Named(part, country) is null && !ZoneAbbreviations.Has(part))) return null;
        }

        country = parts.Where(part => !ZoneAbbreviations.Has(part)).Select(Countries.Find).OfType<string>().FirstOrDefault() ?? country;
        var offsets = parts.Select(part => OfOffset(Bare(part))).OfType<string>().Distinct().ToList();
        var zones = parts.Where(part => OfOffset(Bare(part)) is null)
            .Select(part => Named(part, country)).OfType<string>().Distinct().ToList();
        var places = zones.Where(zone => !IsOffset(zone)).ToList();
        offsets = [.. offsets.Union(zones.Where(IsOffset))];
        if (offsets is [var said]
            && parts.Select(part => ZoneAbbreviations.IsSeveral(part) ? ZoneAbbreviations.WithOffset(part, OffsetOf(said)) : null)
                .OfType<string>().Distinct().ToList() is [var told])
            return told;
        if (places.Count == 0 && parts.Exists(part => ZoneAbbreviations.Has(part) && Named(part, country) is null)) return null;
        if (places.Count == 0) return offsets is [var only] ? only : null;
        return places is [var place] && offsets.All(offset => MayBe(place, offset)) ? place : null;
    }

    /// <summary>The likeliest zone of a country, null for an unknown country.</summary>
    public static string? OfCountry(string country) => Populous.GetValueOrDefault(country) ?? First.Value.GetValueOrDefault(country);

    /// <summary>The country of a place that names a time zone; null for others.</summary>
    public static string? CountryOf(string place) =>
        Known.Value.All(Fold.Text(place)) is { Count: > 0 } zones
            && zones.Select(zone => Country.Value.GetValueOrDefault(zone)).Distinct().ToList() is [{ } only] ? only : null;

    /// <summary>
    /// What an abbreviation means of somebody in a country: its own zone of that name, else the one that nearly everybody means where the
    /// country has its offset, else the only other one of which that is so, all the year.
    /// </summary>
    /// <returns>Null when it is none, or nothing tells; <c>IsTold</c> says whether no other can be meant.</returns>
    internal static (TimeSpan Offset, bool IsTold)? OfAbbreviation(string text, string? country)
    {
        var all = ZoneAbbreviations.All(text);
        if (all is [var only]) return (only.Zone.Offset, true);
        if (country is not null && First.Value.ContainsKey(country))
        {
            if (all.Where(entry => entry.Country == country).Take(1).ToList() is [var own]) return (own.Zone.Offset, true);
            var here = all.Where(entry =>
                InCountry(entry.Zone.Zone, country) is not null && (entry.Country == "*" || IsAllYear(entry.Zone))).ToList();
            if (here is [("*", var usual), ..]) return (usual.Offset, true);
            if (here is [var one]) return (one.Zone.Offset, true);
        }

        return ZoneAbbreviations.Find(text, null) is { } likely ? (likely.Offset, false) : null;
    }

    static bool IsAllYear(ZoneOffset zone) => Enumerable.Range(1, 12).All(month =>
        TimeZoneInfo.FindSystemTimeZoneById(zone.Zone)
            .GetUtcOffset(new DateTime(2020, month, 15, 0, 0, 0, DateTimeKind.Utc)) == zone.Offset);

    static string? Named(string text, string? country)
    {
        var bare = Bare(text);
        if (OfOffset(bare) is { } offset) return offset;
        if (ZoneAbbreviations.Find(bare, country) is { } known) return InCountry(known.Zone, country);
        if (ZoneAbbreviations.Has(bare)) return null;
        if ((Known.Value.One(text) ?? Known.Value.One(bare)) is { } id) return General().IsMatch(bare) ? InCountry(id, country) : id;
        if (!text.All(char.IsAscii) || !TimeZoneInfo.TryConvertWindowsIdToIanaId(text.Trim(), out var iana)) return null;
        return TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(iana, out var today) ? today : iana;
    }

    static string Bare(string text) => Around().Replace(text.Trim(), "").Trim();

    /// <summary>
    /// <c>EST</c> or "Eastern Time" of somebody in another country is that country's zone of the same offset; null when it has none: the
    /// name is used for several.
    /// </summary>
    static string? InCountry(string zone, string? country)
    {
        if (country is null || !First.Value.ContainsKey(country) || Country.Value.GetValueOrDefault(zone) == country) return zone;
        var offset = TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset;
        return Country.Value.Where(entry => entry.Value == country).Select(entry => entry.Key).Prepend(OfCountry(country)!)
            .FirstOrDefault(own => TimeZoneInfo.TryFindSystemTimeZoneById(own, out var found) && found.BaseUtcOffset == offset);
    }

    static TimeSpan OffsetOf(string zone) => TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset;

    static bool IsOffset(string zone) => zone == "UTC" || zone.StartsWith("Etc/", StringComparison.Ordinal);

    /// <summary>Whether the place has that offset at some time of the year.</summary>
    static bool MayBe(string place, string offset)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(place, out var zone) || !TimeZoneInfo.TryFindSystemTimeZoneById(offset, out var plain))
            return false;
        return Enumerable.Range(1, 12)
            .Any(month => zone.GetUtcOffset(new DateTime(2020, month, 15, 0, 0, 0, DateTimeKind.Utc)) == plain.BaseUtcOffset);
    }

    static IEnumerable<TzdbZoneLocation> Places() => TzdbDateTimeZoneSource.Default.ZoneLocations ?? [];

    static IEnumerable<string> Ids() =>
        TzdbDateTimeZoneSource.Default.GetIds().Where(id => id is "UTC" || id.Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>The whole name, or its last part: <c>Nairobi</c>.</summary>
    static IEnumerable<(string Code, string Word)> Spellings(string id)
    {
        yield return (id, id);
        if (!id.StartsWith("Etc/", StringComparison.Ordinal) && Country.Value.ContainsKey(id))
            yield return (id, id[(id.LastIndexOf('/') + 1)..]);
    }

    /// <summary>In IANA's names of plain offsets the sign is turned: <c>Etc/GMT-3</c> is ahead of UTC.</summary>
    static string? OfOffset(string text)
    {
        var match = Offset().Match(Fold.Composed(NumberWords.Decimal(text), System.Text.NormalizationForm.FormKC));
        if (!match.Success) return null;
        if (!match.Groups["h"].Success) return "UTC";
        var hours = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups["m"].Value switch
        {
            "" =>
            0,
            "5" => 30,
            "75" => 45,
            var written => int.Parse(written, CultureInfo.InvariantCulture)
        };
        if (match.Groups["s"].Value == "±" && hours + minutes > 0) return null;
        var ahead = match.Groups["s"].Value == "+";
        if (minutes > 0) return ByMinutes.GetValueOrDefault((ahead ? 1 : -1) * ((hours * 60) + minutes));
        if (hours == 0) return "UTC";
        return hours <= (ahead ? 14 : 12) ? string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(ahead ? '-' : '+')}{hours}") : null;
    }

    [GeneratedRegex(
        @"^(?:GMT|UTC|Z|Zulu)?\s*(?:(?<s>[+\-−–—‒‐‑±])\s*0?(?<h>\d{1,2})(?:[:.h]?(?<m>\d\d)|[.,](?<m>"
            + @"5))?\s*(?:h|hours?|hrs?|hs?)?)?$(?<!^)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Offset();

    [GeneratedRegex(@"[()（）\[\],;/|]|\s[-–—]\s|\s=\s", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    /// <summary>The space beside an offset or an abbreviation in capitals: both sides must be understood then.</summary>
    [GeneratedRegex(
        @"(?<=(?:UTC|GMT)\s?[+\-−–]\s?\d{1,2}(?::?\d\d)?)\s+(?=\p{L})|(?<=\p{L})\s+(?=(?:UTC|GMT)\s?[+\-−–]\s?\d|[A-Z]{2,4}$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    /// <summary>Names that countries of several zones give them.</summary>
    [GeneratedRegex(
        @"^(?:eastern|central|mountain|pacific|atlantic|western)(?: standard| daylight| summer)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex General();

    /// <summary>Words that say only that a time is meant.</summary>
    [GeneratedRegex(
        @"^(?:the|hora de|heure de|heure d'|hora)\s+|\s+(?:time|time zone|timezone|zone|local time|zeit|hora)\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Around();
}
