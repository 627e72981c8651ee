using System.Globalization;
using System.Text.RegularExpressions;

namespace Ilnp.Intake.Answers;

/// <summary>The moment of applying, as providers and spreadsheets write it.</summary>
public static partial class MomentAnswer
{
    /// <summary>A clock ahead of ours by less is not worth a word.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>
    /// The moment in UTC: ISO 8601, or <c>2020/03/02 2:11:52 PM GMT+1</c> as Google exports, or a spreadsheet's date, with names of
    /// months, halves of the day and zones in many languages. Without an offset it is in the zone given. A broken, future or
    /// impossibly old one becomes the moment of receiving, and its problem says so: nothing may be decided by it. Where nobody has said
    /// whether the day stands first, it is read the likelier way of its sign.
    /// </summary>
    public static Reading<DateTimeOffset> Read(string? text, DateTimeOffset receivedAt, TimeZoneInfo zone, bool? dayFirst)
    {
        if (string.IsNullOrWhiteSpace(text)) return new(receivedAt);
        DateOrder? order = dayFirst is { } said ? said ? DateOrder.DayFirst : DateOrder.MonthFirst : null;
        if (Parse(text, zone, order) is not { } moment) return NoDate(text, receivedAt);
        return IsPossible(moment, receivedAt) ? new(moment) : NotThen(text, receivedAt);
    }

    /// <summary>Not understood.</summary>
    internal static Reading<DateTimeOffset> NoDate(string text, DateTimeOffset receivedAt) =>
        new(receivedAt, $"“{TextAnswer.Quote(text)}” is not a date; the time of receiving it counts instead");

    /// <summary>Understood, and not believed.</summary>
    internal static Reading<DateTimeOffset> NotThen(string text, DateTimeOffset receivedAt) =>
        new(receivedAt, $"“{TextAnswer.Quote(text)}” cannot be the date of applying; the time of receiving it counts instead");

    /// <summary>Whether somebody can have applied then.</summary>
    internal static bool IsPossible(DateTimeOffset moment, DateTimeOffset receivedAt) =>
        moment <= receivedAt + Ahead && moment.Year >= 2000;

    /// <summary>The moment in UTC, null when it is not understood. Without an order the likelier one.</summary>
    internal static DateTimeOffset? Parse(string text, TimeZoneInfo zone, DateOrder? order) =>
        Readings(text, zone, order is { } known ? [known] : [], null) is { All: [var moment, ..] } ? moment : null;

    /// <summary>All that a text may mean.</summary>
    /// <param name="text">As written.</param>
    /// <param name="zone">Where no offset is named.</param>
    /// <param name="orders">By which it may be read, the likelier first; the likelier one of its sign goes before them
    /// where there are none or several.</param>
    /// <param name="country">Whose abbreviation a zone may be; null when it is not known.</param>
    internal static MomentReadings Readings(string text, TimeZoneInfo zone, IReadOnlyList<DateOrder> orders, string? country)
    {
        var plain = MomentText.Plain(text);
        if (IsoWithOffset().IsMatch(plain) && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, out var iso))
            return new([iso.ToUniversalTime()]);
        if (OfCount(plain, zone) is { } counted) return new([counted]);
        if (MomentParts.Read(plain, zone, country) is not { } parts) return new([]);
        IEnumerable<DateOrder?> tried = orders.Count == 1 ? [orders[0]] : [null, .. orders.Cast<DateOrder?>()];
        var dates = tried.Select(parts.Date).OfType<DateTime>().Distinct();
        return new([.. dates.Select(date => Moment(date + parts.Time, parts.Offset, zone)).OfType<DateTimeOffset>()])
        {
            IsShort = parts.IsShort,
            IsNamed = parts.Month is not null,
            Otherwise = parts.Offset is { } offset ? [.. MomentOffset.Others(plain, zone, country).Select(other => offset - other)] : [],
        };
    }

    static DateTimeOffset? Moment(DateTime local, TimeSpan? offset, TimeZoneInfo zone) =>
        offset is { } named ? Within(local, named) : InZone(local, zone);

    static DateTimeOffset? Within(DateTime local, TimeSpan offset) =>
        Math.Abs(offset.TotalHours) <= 14 && local.Year is > 1900 and < 3000 ? new DateTimeOffset(local, offset).ToUniversalTime() : null;

    /// <summary>A spreadsheet's count of days since 1900, or a program's of seconds or milliseconds since 1970.</summary>
    static DateTimeOffset? OfCount(string text, TimeZoneInfo zone)
    {
        if (SpreadsheetDays().IsMatch(text))
            return InZone(
                DateTime.FromOADate(Math.Round(double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) * 86400) / 86400), zone);
        if (!UnixTime().IsMatch(text)) return null;
        var count = long.Parse(text, CultureInfo.InvariantCulture);
        return text.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(count) : DateTimeOffset.FromUnixTimeSeconds(count);
    }

    static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoWithOffset();

    /// <summary>Of the years 2000 to 2099.</summary>
    [GeneratedRegex(
        @"^(?:3652[6-9]|365[3-9]\d|36[6-9]\d\d|3[7-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3})(?:[.,]\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SpreadsheetDays();

    [GeneratedRegex(@"^1\d{9}(?:\d{3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex UnixTime();
}
