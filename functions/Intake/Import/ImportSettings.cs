using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>How a file is read: by the cohort's settings, and before them by what the committee said about the file.</summary>
static class ImportSettings
{
    public static IntakeSettings Of(CohortSettings cohort, bool? dayFirst, ColumnChoices? choices)
    {
        var settings = cohort.Of<IntakeSettings>();
        if (dayFirst is not null) settings = settings with { DayFirst = dayFirst };
        return choices?.In(settings) ?? settings;
    }
}
