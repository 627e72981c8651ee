using System.Globalization;

namespace Ilnp.Programme;

/// <summary>Moments as readers of a page see them: in the cohort's time zone, which is named.</summary>
static class Moments
{
    /// <summary>Day, time and zone: "20 April 2020 14:05 (America/Chicago)" in the reader's language.</summary>
    public static string At(DateTimeOffset moment, CohortSettings cohort, string language)
    {
        var local = Local(moment, cohort);
        var culture = CultureInfo.GetCultureInfo(language);
        return $"{Day(DateOnly.FromDateTime(local), language)} {local.ToString("t", culture)} ({cohort.TimeZone})";
    }

    /// <summary>The last moment before something closes, for instance the end of its last day.</summary>
    public static string Until(DateTimeOffset closes, CohortSettings cohort, string language) => At(closes.AddMinutes(-1), cohort, language);

    public static string Day(DateOnly day, string language) => day.ToString("D", CultureInfo.GetCultureInfo(language));

    static DateTime Local(DateTimeOffset moment, CohortSettings cohort) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(cohort.TimeZone)).DateTime;
}
