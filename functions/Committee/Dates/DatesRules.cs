using Ilnp.Cohort;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Dates;

/// <summary>What moved days must keep to: what settings must, and what was done already. Pure.</summary>
static class DatesRules
{
    /// <summary>Nobody gets a survey open for longer.</summary>
    const int LongestSurvey = 60;

    /// <param name="cohort">As it is.</param>
    /// <param name="after">With the days as wished.</param>
    /// <param name="days">Which can be moved.</param>
    /// <param name="languages">Of the texts.</param>
    /// <param name="at">UTC.</param>
    public static IReadOnlyList<DayProblem> Wrong(
        CohortSettings cohort, CohortDates after, IReadOnlyList<MovableDay> days, TextLanguages languages, DateTimeOffset at)
    {
        var moved = after.OtherThan(cohort.Dates).ToHashSet();
        if (moved.Count == 0) return [new("dates.wrong.same")];
        var far = moved.Where(day => !CohortSettingsRules.IsInReach(after.On(day))).ToList();
        if (far.Count > 0) return [.. far.Select(day => new DayProblem("dates.wrong.far", day))];
        var wished = cohort with { Dates = after };
        var calendar = new ProgrammeCalendar(wished);
        var isOpen = days.Where(day => moved.Contains(day.Name)).ToLookup(day => day.State == DayState.Open);
        return
        [
            .. isOpen[false].Select(day => new DayProblem("dates.wrong.begun", day.Name)),
            .. isOpen[true].Where(day => !MovableDay.IsAhead(calendar.Of(day.Name), at))
                .Select(day => new DayProblem("dates.wrong.past", day.Name)),
            .. CohortSettingsRules.Check(wished, languages).Where(problem => problem.StartsWith("dates.", StringComparison.Ordinal))
                .Select(DayProblem.OfSettings),
            .. Order(after),
            .. Surveys(after),
        ];
    }

    /// <summary>A prompt belongs to its month: between the introductions and the final survey, each after the one before.</summary>
    static IEnumerable<DayProblem> Order(CohortDates after)
    {
        string[] order =
            [CohortDay.Introduce, .. Enumerable.Range(1, after.Months).Select(CohortDay.Prompt), CohortDay.FinalSurvey, CohortDay.End];
        return order.Zip(order.Skip(1)).Where(two => after.On(two.Second) <= after.On(two.First))
            .Select(two => new DayProblem("dates.wrong.order", two.Second, two.First));
    }

    /// <summary>Nobody gets less than half of the days that a survey is open, as its orchestration has it too.</summary>
    static IEnumerable<DayProblem> Surveys(CohortDates after) =>
        new[] { (CohortDay.MidSurvey, CohortDay.MidSurveyCloses), (CohortDay.FinalSurvey, CohortDay.FinalSurveyCloses) }
            .Where(survey => after.On(survey.Item2).DayNumber - after.On(survey.Item1).DayNumber is var open
                && (open < (after.SurveyDays + 1) / 2 || open > LongestSurvey))
            .Select(survey => new DayProblem("dates.wrong.open", survey.Item2, survey.Item1));
}

/// <summary>Something that is in the way of a move.</summary>
/// <param name="TextKey">What it is.</param>
/// <param name="Day">The day's name; null where it is about none alone.</param>
/// <param name="Other">Another day that it is about.</param>
sealed record DayProblem(string TextKey, string? Day = null, string? Other = null)
{
    /// <summary>In the words of the settings' rules, with places of the file.</summary>
    public string? Settings { get; init; }

    public static DayProblem OfSettings(string problem) =>
        new("", problem["dates.".Length..problem.IndexOf(':', StringComparison.Ordinal)]) { Settings = problem };
}
