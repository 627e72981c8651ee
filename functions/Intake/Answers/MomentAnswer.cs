using System.Globalization;
using System.Text.RegularExpressions;

namespace Ilnp.Intake.Answers;

/// <summary>The moment of applying, as providers and spreadsheets write it.</summary>
public static partial class MomentAnswer
{
    static readonly string[] YearFirst = ["yyyy/M/d H:m:s", "yyyy-M-d H:m:s", "yyyy.M.d H:m:s", "yyyy/M/d H:m", "yyyy-M-d H:m", "yyyy/M/d", "yyyy-M-d"];
    static readonly string[] MonthFirst = ["M/d/yyyy H:m:s", "M/d/yyyy H:m", "M/d/yyyy"];
    static readonly string[] DayFirst = ["d/M/yyyy H:m:s", "d/M/yyyy H:m", "d/M/yyyy", "d.M.yyyy H:m:s", "d.M.yyyy H:m", "d.M.yyyy"];

    /// <summary>A clock ahead of ours by less is not worth a word.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>
    /// The moment in UTC: ISO 8601, or <c>2020/03/02 2:11:52 PM GMT+1</c> as Google exports, or a spreadsheet's date.
    /// Without an offset it is in the zone given. A broken, future or impossibly old one becomes the moment of receiving.
    /// </summary>
    public static Reading<DateTimeOffset> Read(string? text, DateTimeOffset receivedAt, TimeZoneInfo zone, bool dayFirst)
    {
        if (string.IsNullOrWhiteSpace(text)) return new(receivedAt);
        if (Parse(text.Trim(), zone, dayFirst) is not { } moment)
            return new(receivedAt, $"“{TextAnswer.Quote(text)}” is not a date; the time of receiving it counts instead");
        if (moment > receivedAt + Ahead || moment.Year < 2000)
            return new(receivedAt, $"“{TextAnswer.Quote(text)}” cannot be the date of applying; the time of receiving it counts instead");
        return new(moment);
    }

    static DateTimeOffset? Parse(string text, TimeZoneInfo zone, bool dayFirst)
    {
        if (IsoWithOffset().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var iso)) return iso.ToUniversalTime();
        var (plain, offset) = SplitOffset(IsoSeparator().Replace(text, " "));
        return Local(plain, dayFirst) is not { } local ? null
            : offset is { } known ? new DateTimeOffset(local, known).ToUniversalTime()
            : InZone(local, zone);
    }

    static DateTime? Local(string text, bool dayFirst)
    {
        var (clock, halfDay) = SplitHalfDay(text);
        string[] formats = [.. YearFirst, .. dayFirst ? DayFirst : MonthFirst, .. dayFirst ? MonthFirst : DayFirst];
        if (!DateTime.TryParseExact(clock, formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local)) return null;
        return halfDay switch
        {
            'p' => local.Hour is > 0 and < 12 ? local.AddHours(12) : local,
            'a' => local.Hour == 12 ? local.AddHours(-12) : local,
            _ => local,
        };
    }

    /// <summary>AM and PM, also as <c>p. m.</c></summary>
    static (string Clock, char? HalfDay) SplitHalfDay(string text)
    {
        var match = HalfDay().Match(text);
        return match.Success ? (text[..match.Index].Trim(), char.ToLowerInvariant(match.Groups[1].ValueSpan[0])) : (text, null);
    }

    static (string Plain, TimeSpan? Offset) SplitOffset(string text)
    {
        var match = Offset().Match(text);
        if (!match.Success) return (text, null);
        var hours = match.Groups["h"].Success ? int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59) return (text, null);
        var offset = new TimeSpan(hours, minutes, 0);
        return (text[..match.Index].Trim(), match.Groups["s"].Value is "-" or "−" ? -offset : offset);
    }

    static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new(TimeZoneInfo.ConvertTimeToUtc(local, zone));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoWithOffset();

    /// <summary>Not the T of GMT.</summary>
    [GeneratedRegex(@"(?<=\d)T(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoSeparator();

    [GeneratedRegex(@" *([ap])\.? ?m\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HalfDay();

    [GeneratedRegex(@" *(?:GMT|UTC|Z)(?:(?<s>[+\-−])(?<h>\d{1,2})(?::?(?<m>\d\d))?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}
