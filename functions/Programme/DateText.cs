using System.Globalization;
using Ilnp.Texts;

namespace Ilnp.Programme;

/// <summary>A cohort's dates and moments in words: in its time zone and the reader's language.</summary>
public static class DateText
{
    /// <summary>The day in the cohort's time zone, with weekday, for instance "Friday, 24 April 2020".</summary>
    public static string Day(DateTimeOffset moment, CohortSettings settings, string language) =>
        Day(DateOnly.FromDateTime(Local(moment, settings)), language);

    /// <summary>The last whole day before a moment that ends a day.</summary>
    public static string LastDay(DateTimeOffset closes, CohortSettings settings, string language) =>
        Day(closes.AddTicks(-1), settings, language);

    /// <summary>
    /// Until when a reader can answer what closes with a day of the cohort's: that day, where it ends at the reader's midnight
    /// too; else the reader's own day and hour. Where somebody's zone is not known, the cohort's counts.
    /// </summary>
    public static string LastDay(DateTimeOffset closes, CohortSettings settings, Person reader)
    {
        var zone = settings.ZoneOf(reader);
        var local = Zones.Local(closes, zone);
        var day = Day(DateOnly.FromDateTime(Zones.Local(closes.AddTicks(-1), zone)), reader.MailLanguage);
        return local.TimeOfDay == TimeSpan.Zero || local == Local(closes, settings)
            ? day
            : $"{day}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    public static string Day(DateOnly day, string language) => LocalDate.WithWeekday(day, language);

    /// <summary>Day, time and zone, for instance "Monday, 20 April 2020 14:05 (Chicago Time)".</summary>
    public static string At(DateTimeOffset moment, CohortSettings settings, string language) => At(moment, settings.TimeZone, language);

    /// <param name="moment">UTC.</param>
    /// <param name="zone">The reader's, IANA name.</param>
    /// <param name="language">The reader's.</param>
    public static string At(DateTimeOffset moment, string zone, string language)
    {
        var local = Zones.Local(moment, zone);
        return $"{Day(DateOnly.FromDateTime(local), language)} {local.ToString("HH:mm", CultureInfo.InvariantCulture)} "
            + $"({Locale.Of(language).Zone(zone)})";
    }

    /// <summary>The zone that somebody's times are told in: their own, the cohort's where that is not known.</summary>
    public static string ZoneOf(this CohortSettings settings, Person reader) =>
        reader.TimeZone is { } own && Zones.Knows(own) ? own : settings.TimeZone;

    /// <summary>For machines: day, time and offset, for instance "2020-04-20T14:05:00-05:00".</summary>
    public static string Iso(DateTimeOffset moment, CohortSettings settings)
    {
        var local = Local(moment, settings);
        return new DateTimeOffset(local, local - moment.UtcDateTime).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>The last moment before something closes, for instance the end of its last day.</summary>
    public static string Until(DateTimeOffset closes, CohortSettings settings, string language) =>
        Until(closes, settings.TimeZone, language);

    /// <inheritdoc cref="Until(DateTimeOffset, CohortSettings, string)"/>
    public static string Until(DateTimeOffset closes, string zone, string language) => At(closes.AddMinutes(-1), zone, language);

    /// <summary>The calendar day where the cohort is.</summary>
    public static DateOnly Today(this CohortSettings settings, DateTimeOffset now) => DateOnly.FromDateTime(Local(now, settings));

    static DateTime Local(DateTimeOffset moment, CohortSettings settings) => Zones.Local(moment, settings.TimeZone);
}
