using System.Globalization;

namespace Ilnp.Intake.Vocabulary;

/// <summary>A zone and the offset that an abbreviation says, standard and summer time apart.</summary>
readonly record struct ZoneOffset(string Zone, TimeSpan Offset);

/// <summary>
/// Abbreviations of time zones. Some are several countries'; those of RFC 822 go before others, the rest are not guessed.
/// </summary>
static class ZoneAbbreviations
{
    static readonly ILookup<string, (string Country, ZoneOffset Zone)> Known = VocabularyFile.Read("abbreviations")
        .ToLookup(entry => entry.Word, entry => Read(entry.Code), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is one, even one of several zones.</summary>
    public static bool Has(string text) => Known.Contains(text);

    /// <summary>The zone, null when it is none or it may be several.</summary>
    /// <param name="text">The abbreviation alone.</param>
    /// <param name="country">Whose it is; null when not known.</param>
    public static ZoneOffset? Find(string text, string? country)
    {
        var all = Known[text].ToList();
        if (all.Count == 1) return all[0].Zone;
        if (country is not null && all.Where(entry => entry.Country == country).Take(1).ToList() is [var own]) return own.Zone;
        return all.FirstOrDefault(entry => entry.Country == "*") is { Zone.Zone: not null } usual ? usual.Zone : null;
    }

    /// <summary>The one zone among those of an abbreviation that has an offset; null for none, or several.</summary>
    public static string? WithOffset(string text, TimeSpan offset) =>
        Known[text].Where(entry => entry.Zone.Offset == offset).ToList() is [var only] ? only.Zone.Zone : null;

    /// <summary>All that it may mean.</summary>
    public static IReadOnlyList<TimeSpan> Offsets(string text) => [.. Known[text].Select(entry => entry.Zone.Offset).Distinct()];

    /// <summary>All zones that it may mean, the one first that nearly everybody means, with the countries whose they are.</summary>
    public static IReadOnlyList<(string Country, ZoneOffset Zone)> All(string text) =>
        [.. Known[text].OrderByDescending(entry => entry.Country == "*")];

    /// <summary>Whether several zones have it.</summary>
    public static bool IsSeveral(string text) => Known[text].Skip(1).Any();

    static (string Country, ZoneOffset Zone) Read(string code)
    {
        var parts = code.Split(' ');
        return (parts[2], new(parts[0], TimeSpan.FromHours(double.Parse(parts[1], CultureInfo.InvariantCulture))));
    }
}
