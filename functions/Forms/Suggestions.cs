using System.Globalization;
using Ilnp.Texts;

namespace Ilnp.Forms;

/// <summary>Words that a text field offers.</summary>
/// <param name="Id">Unique on a page.</param>
/// <param name="Words">In the order of offering.</param>
public sealed record Suggestions(string Id, IReadOnlyList<string> Words)
{
    /// <summary>Countries by the platform's English names.</summary>
    public static Suggestions Countries { get; } = new("countries", Sorted(
        CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Where(culture => culture.Name.Length > 0)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName.All(char.IsAsciiLetterUpper))
            .Select(region => region.EnglishName)));

    /// <summary>Languages by the platform's English names.</summary>
    public static Suggestions Languages { get; } = new("languages", Sorted(
        CultureInfo.GetCultures(CultureTypes.NeutralCultures)
            .Where(culture => culture.Name.Length == 2)
            .Select(culture => culture.EnglishName)));

    /// <summary>Time zones of places, by IANA name.</summary>
    public static Suggestions TimeZones { get; } = new("time-zones", [.. Zones.OfPlaces]);

    static IReadOnlyList<string> Sorted(IEnumerable<string> words) => [.. words.Distinct().Order(StringComparer.Ordinal)];
}
