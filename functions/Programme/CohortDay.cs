using System.Globalization;

namespace Ilnp.Programme;

/// <summary>Names of a cohort's days, as settings, forms and the audit have them.</summary>
public static class CohortDay
{
    public const string Announce = "announce", ApplicationsClose = "applicationsClose", AskAvailability = "askAvailability",
        AvailabilityCloses = "availabilityCloses", Introduce = "introduce", MidSurvey = "midSurvey", MidSurveyCloses = "midSurveyCloses",
        FinalSurvey = "finalSurvey", FinalSurveyCloses = "finalSurveyCloses", End = "end";

    const string OfPrompt = "prompt";

    /// <param name="month">From 1.</param>
    public static string Prompt(int month) => string.Create(CultureInfo.InvariantCulture, $"{OfPrompt}{month}");

    /// <summary>All of a cohort's, in no order.</summary>
    public static IReadOnlyList<string> Of(CohortDates dates) =>
    [
        Announce, ApplicationsClose, AskAvailability, AvailabilityCloses, Introduce, .. Enumerable.Range(1, dates.Months).Select(Prompt),
        MidSurvey, MidSurveyCloses, FinalSurvey, FinalSurveyCloses, End,
    ];

    public static bool IsPrompt(string day) => day.StartsWith(OfPrompt, StringComparison.Ordinal);

    /// <summary>Of a prompt.</summary>
    public static int MonthOf(string day) => int.Parse(day[OfPrompt.Length..], CultureInfo.InvariantCulture);

    /// <summary>Whether it is a last day, which ends at midnight; the others are mornings.</summary>
    public static bool IsLast(string day) => day is ApplicationsClose or AvailabilityCloses or MidSurveyCloses or FinalSurveyCloses;
}
