using Ilnp.Intake.Answers;
using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>How a file is read: by the cohort's settings, and before them by what the committee said about the file.</summary>
static class ImportSettings
{
    public static IntakeSettings Of(CohortSettings cohort, DateOrder? order, ColumnChoices? choices)
    {
        var settings = cohort.Of<IntakeSettings>();
        if (order is { } said)
            settings = settings with
            {
                YearFirst = said == DateOrder.YearFirst,
                DayFirst = said == DateOrder.YearFirst ? null : said == DateOrder.DayFirst,
            };
        return choices?.In(settings) ?? settings;
    }
}
