using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake.Applying;

/// <summary>When a cohort takes applications.</summary>
static class ApplicationWindow
{
    /// <summary>From the morning of the announcement to the end of the last day, in the cohort's time zone.</summary>
    public static bool IsOpen(CohortSettings cohort, DateTimeOffset now)
    {
        var calendar = new ProgrammeCalendar(cohort);
        return now.UtcDateTime >= calendar.Announce && now.UtcDateTime < calendar.ApplicationsClose;
    }

    /// <summary>Whether a form's message counts: until the end of the last day, since forms are tried before the announcement.</summary>
    public static bool TakesApplications(CohortSettings cohort, DateTimeOffset now) =>
        now.UtcDateTime < new ProgrammeCalendar(cohort).ApplicationsClose;

    /// <summary>What the pages about applying name.</summary>
    public static IReadOnlyDictionary<string, string> Facts(CohortSettings cohort, PageTexts texts) => new Dictionary<string, string>
    {
        ["programme"] = cohort.NameIn(texts.Language),
        ["open_date"] = DateText.Day(cohort.Dates.Announce, texts.Language),
        ["close_date"] = DateText.Day(cohort.Dates.ApplicationsClose, texts.Language),
        ["next_date"] = DateText.Day(cohort.Dates.AskAvailability, texts.Language),
    };
}
