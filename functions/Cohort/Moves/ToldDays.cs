using Ilnp.Programme;
using Ilnp.Prompts;

namespace Ilnp.Cohort.Moves;

/// <summary>Which of the moved days somebody was told by mail: only of those they hear again. Pure.</summary>
public static class ToldDays
{
    /// <param name="person">Who.</param>
    /// <param name="move">What was moved.</param>
    /// <param name="before">The cohort with its days of before.</param>
    /// <param name="surveys">Last days of surveys that the person has not answered yet.</param>
    public static IReadOnlyList<string> Of(Person person, DatesMove move, CohortSettings before, IReadOnlyCollection<string> surveys) =>
        person.IsErased || person.WithdrawnAt is not null
            ? []
            : [.. Told(person.Standing, move, before).Concat(surveys).Distinct().Where(move.Moves)];

    /// <summary>By the mail that brought somebody to where they stand.</summary>
    static IEnumerable<string> Told(Standing standing, DatesMove move, CohortSettings before) => standing switch
    {
        Standing.Eligible or Standing.HeldBack => [CohortDay.ApplicationsClose, CohortDay.AskAvailability],
        Standing.Asked => [CohortDay.AvailabilityCloses, CohortDay.Introduce],
        Standing.Available => [CohortDay.Introduce],
        Standing.Active => [CohortDay.End, .. InPrompt(move, before)],
        Standing.Resting => [CohortDay.End],
        _ => [],
    };

    /// <summary>The last prompt names what comes next.</summary>
    static IEnumerable<string> InPrompt(DatesMove move, CohortSettings before)
    {
        var calendar = new ProgrammeCalendar(before);
        var month = Enumerable.Range(1, before.Dates.Months).LastOrDefault(month => calendar.Prompt(month) <= move.At.UtcDateTime);
        if (month == 0) return [];
        var named = ProgrammeSteps.Next(before, month).Select(step => step.At).ToList();
        var next = CohortDay.Prompt(Math.Min(month + 1, before.Dates.Months));
        string[] days = [CohortDay.MidSurvey, CohortDay.FinalSurvey, CohortDay.FinalSurveyCloses, next];
        return days.Where(day => named.Contains(calendar.Of(day)));
    }

    /// <summary>The day's name for people who take part.</summary>
    public static string TextKey(string day) => day switch
    {
        CohortDay.ApplicationsClose => "own.dates.applications",
        CohortDay.AskAvailability => "own.dates.inquiry",
        CohortDay.AvailabilityCloses => "moved.availability-closes",
        CohortDay.Introduce => "own.dates.introductions",
        CohortDay.MidSurvey => "own.dates.mid-survey",
        CohortDay.MidSurveyCloses or CohortDay.FinalSurveyCloses => "moved.survey-closes",
        CohortDay.FinalSurvey => "own.dates.final-survey",
        CohortDay.End => "own.dates.end",
        _ => "moved.prompt",
    };
}
