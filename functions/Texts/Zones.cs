using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Ilnp.Texts;

/// <summary>
/// The time zones by their IANA names, from the database that is part of the build: a moment is the same time of day on every machine.
/// </summary>
public static class Zones
{
    /// <summary>Zones of places, in alphabetical order.</summary>
    public static IEnumerable<string> OfPlaces =>
        TzdbDateTimeZoneSource.Default.GetIds()
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> ByCountry = new(() =>
        TzdbDateTimeZoneSource.Default.ZoneLocations!.GroupBy(location => location.CountryCode, location => location.ZoneId)
            .ToDictionary(country => country.Key, country => (IReadOnlyList<string>)[.. country]));

    /// <summary>All zones of a country; empty where nobody knows of any.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static IReadOnlyList<string> OfCountry(string country) => ByCountry.Value.GetValueOrDefault(country) ?? [];

    /// <summary>"UTC+3" for a zone that is an offset and no place; its own name, <c>Etc/GMT-3</c>, has the sign of the sea.</summary>
    public static string? Offset(string zone)
    {
        if (zone.Contains('/', StringComparison.Ordinal) && !zone.StartsWith("Etc/", StringComparison.Ordinal)) return null;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } known || known.MinOffset != known.MaxOffset) return null;
        var hours = known.MinOffset.ToTimeSpan();
        var sign = hours < TimeSpan.Zero ? '\u2212' : '+';
        return hours == TimeSpan.Zero ? "UTC"
            : $"UTC{sign}{hours.ToString(hours.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture)}";
    }

    public static bool Knows(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    /// <summary>Date and time of day where the zone is.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">There is no such zone.</exception>
    public static DateTime Local(DateTimeOffset moment, string zone) =>
        Instant.FromDateTimeOffset(moment).InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeUnspecified();

    /// <summary>The moment in UTC. What daylight saving skips counts as the hours after it; what it repeats as the later one.</summary>
    /// <exception cref="DateTimeZoneNotFoundException">There is no such zone.</exception>
    public static DateTime ToUtc(DateTime local, string zone)
    {
        var wanted = LocalDateTime.FromDateTime(local);
        var found = DateTimeZoneProviders.Tzdb[zone].MapLocal(wanted);
        while (found.Count == 0) found = found.Zone.MapLocal(wanted = wanted.PlusHours(1));
        return found.Last().ToDateTimeUtc();
    }
}
