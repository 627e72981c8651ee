using System.Globalization;

namespace Ilnp.Programme;

/// <summary>Dates as people of a language read them.</summary>
public static class DateText
{
    /// <summary>The day in the cohort's time zone, with weekday, for instance "Friday, April 24, 2020".</summary>
    public static string Day(DateTimeOffset moment, CohortSettings settings, string language) =>
        Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone)).DateTime), language);

    /// <summary>The last whole day before a moment that ends a day.</summary>
    public static string LastDay(DateTimeOffset closes, CohortSettings settings, string language) =>
        Day(closes.AddTicks(-1), settings, language);

    public static string Day(DateOnly day, string language) => day.ToString("D", CultureInfo.GetCultureInfo(language));
}
