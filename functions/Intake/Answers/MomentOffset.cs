using System.Globalization;
using System.Text.RegularExpressions;
using Ilnp.Intake.Vocabulary;
using NodaTime;

namespace Ilnp.Intake.Answers;

/// <summary>The offset from UTC that a moment names, as a number or as a zone's abbreviation.</summary>
static partial class MomentOffset
{
    /// <summary>
    /// The text before it and the offset; null where none is named. What cannot be told stays in the text, which is then not understood.
    /// </summary>
    public static (string Before, TimeSpan? Offset) Split(string text, TimeZoneInfo zone, string? country = null)
    {
        text = Remark().Replace(IsoSeparator().Replace(text, " "), "");
        if (Numbers().Match(text) is { Success: true } number && OfNumber(number) is { } offset)
            return (text[..number.Index].Trim(), offset);
        if (Letters().Match(text) is { Success: true } letters && OfAbbreviation(letters.Groups["zone"].Value, zone, country) is { } known)
            return (text[..letters.Index].Trim(), known);
        return (text, null);
    }

    /// <summary>
    /// Offsets that its abbreviation may mean too, where neither the cohort's own zone nor the country tells which is meant.
    /// </summary>
    public static IReadOnlyList<TimeSpan> Others(string text, TimeZoneInfo zone, string? country)
    {
        if (Numbers().IsMatch(text) || Letters().Match(text) is not { Success: true } letters) return [];
        var name = letters.Groups["zone"].Value;
        return OfZone(name, zone) is not null || TimeZones.OfAbbreviation(name, country) is { IsTold: true }
            ? []
            : ZoneAbbreviations.Offsets(name);
    }

    static TimeSpan? OfNumber(Match match)
    {
        if (!match.Groups["h"].Success) return match.Groups["name"].Success ? TimeSpan.Zero : null;
        var hours = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59) return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return match.Groups["s"].Value == "-" ? -offset : offset;
    }

    /// <summary>
    /// The cohort's own zone says which of several is meant, else the person's country; else the one that nearly everybody means.
    /// </summary>
    static TimeSpan? OfAbbreviation(string text, TimeZoneInfo zone, string? country) =>
        OfZone(text, zone) ?? TimeZones.OfAbbreviation(text, country)?.Offset;

    static TimeSpan? OfZone(string text, TimeZoneInfo zone)
    {
        var own = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Id);
        var last = own?.GetZoneIntervals(Instant.FromUtc(2015, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0))
            .LastOrDefault(interval => interval.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return last?.WallOffset.ToTimeSpan();
    }

    /// <summary>Not the T of GMT.</summary>
    [GeneratedRegex(@"(?<=\d)T(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoSeparator();

    /// <summary>Programs add the zone's name to its offset: <c>GMT+0100 (CET)</c>.</summary>
    [GeneratedRegex(@"(?<=[+-]\d{2}:?\d{2})\s*(?:\([^)]*\)|\s(?:UTC|GMT))$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    /// <summary>A bare sign counts only behind a time: the dashes of a date are none.</summary>
    [GeneratedRegex(
        @"\s*(?:(?<!\p{L})(?<name>GMT|UTC|Z)\s?(?:(?<s>[+-])\s?(?<h>\d{1,2})(?::?(?<m>\d\d))?)?|"
            + @"(?<=:\d\d(?:\.\d+)?\s?(?:[ap]\.?\s?m\.?\s?)?)(?<s>[+-])(?<h>\d\d)(?::?(?<m>\d\d))?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<=\d|[ap]\.?\s?m\.?)\s+\(?(?<zone>\p{L}{2,5})\)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Letters();
}
