using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Continuing;

/// <summary>
/// When a group can say that it goes on, and what comes then. Read anew at each step, so that days that a lead has moved count. All UTC.
/// </summary>
public sealed record LongerDates
{
    /// <summary>In the last days before the answers close nobody is reminded.</summary>
    const int RemindDays = 4;

    /// <summary>From the last month on.</summary>
    public required DateTime Opens { get; init; }

    /// <summary>Whoever was asked and has not answered is reminded once.</summary>
    public required DateTime Remind { get; init; }

    /// <summary>With the final survey, so that the report knows who goes on.</summary>
    public required DateTime Closes { get; init; }

    /// <summary>A topic to talk about a month, the first at the programme's end.</summary>
    public required IReadOnlyList<DateTime> Prompts { get; init; }

    /// <summary>The end of the time that is added.</summary>
    public required DateTime Until { get; init; }

    /// <summary>Null where the cohort offers none.</summary>
    public static LongerDates? Of(CohortSettings settings)
    {
        if (settings.Of<ContinuingSettings>().GoOnMonths is var months && months <= 0) return null;
        var calendar = new ProgrammeCalendar(settings);
        return new()
        {
            Opens = calendar.Prompt(settings.Dates.Months),
            Remind = calendar.MorningOf(settings.Dates.FinalSurveyCloses.AddDays(-RemindDays)),
            Closes = calendar.FinalSurveyCloses,
            Prompts = [.. Enumerable.Range(0, months).Select(month => calendar.MorningOf(settings.Dates.End.AddMonths(month)))],
            Until = EndOf(settings, months),
        };
    }

    /// <summary>Answers that were put off, since nothing ran on their last day, close when their questions do.</summary>
    public LongerDates OpenAsLongAs(IEnumerable<Decision> questions) => this with
    {
        Closes = questions.Select(question => question.Request.ClosesAt.UtcDateTime).Append(Closes).Max(),
    };

    /// <summary>When the last group of a cohort that goes on has come to its end; null where none can.</summary>
    public static DateTime? LastEnd(CohortSettings settings) =>
        settings.Of<ContinuingSettings>().GoOnMonths is > 0 and var months ? EndOf(settings, months) : null;

    /// <summary>Whether members can say now that they would like to.</summary>
    public bool AreOpen(DateTime now) => now >= Opens && now < Closes;

    static DateTime EndOf(CohortSettings settings, int months) =>
        new ProgrammeCalendar(settings).MorningOf(settings.Dates.End.AddMonths(months));
}
