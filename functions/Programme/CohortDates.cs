using System.Text.Json.Serialization;

namespace Ilnp.Programme;

/// <summary>The days a cohort is planned on, as dates in the cohort's time zone. A step that waits for a person may start later.</summary>
public sealed record CohortDates
{
    /// <summary>Of the last week.</summary>
    const int LastDays = 7;

    /// <summary>After the introductions: partners have two days to say hello.</summary>
    const int FirstPromptDays = 2;

    public required DateOnly Announce { get; init; }

    /// <summary>The last day of applications, inclusive.</summary>
    public required DateOnly ApplicationsClose { get; init; }

    public required DateOnly AskAvailability { get; init; }

    /// <summary>The last day of answers to the participation inquiry, inclusive.</summary>
    public required DateOnly AvailabilityCloses { get; init; }

    /// <summary>Partners hear of each other; the first of the programme's months begins.</summary>
    public required DateOnly Introduce { get; init; }

    public required DateOnly MidSurvey { get; init; }

    /// <summary>Length of the programme in months, which is also the number of monthly prompts.</summary>
    public int Months { get; init; } = 4;

    /// <summary>Days that a survey stays open.</summary>
    public int SurveyDays { get; init; } = 14;

    /// <summary>
    /// Days that otherwise follow from those above, by <see cref="CohortDay"/>, where a lead has moved them by themselves. No settings
    /// file has them.
    /// </summary>
    public IReadOnlyDictionary<string, DateOnly> Moved { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>How often days were moved while the cohort ran.</summary>
    public int Moves { get; init; }

    /// <summary>The day after the last month.</summary>
    [JsonIgnore]
    public DateOnly End => Own(CohortDay.End) ?? Introduce.AddMonths(Months);

    /// <summary>A week before the end, so that it is answered in the last week.</summary>
    [JsonIgnore]
    public DateOnly FinalSurvey => Own(CohortDay.FinalSurvey) ?? End.AddDays(-LastDays);

    [JsonIgnore]
    public DateOnly MidSurveyCloses => Own(CohortDay.MidSurveyCloses) ?? MidSurvey.AddDays(SurveyDays);

    [JsonIgnore]
    public DateOnly FinalSurveyCloses => Own(CohortDay.FinalSurveyCloses) ?? FinalSurvey.AddDays(SurveyDays);

    /// <summary>
    /// Of the prompt of a month, 1 for the first. A programme begun on the 31st prompts on the last day of shorter months.
    /// </summary>
    public DateOnly Prompt(int month) =>
        Own(CohortDay.Prompt(month)) ?? (month == 1 ? Introduce.AddDays(FirstPromptDays) : Introduce.AddMonths(month - 1));

    /// <summary>The day of a name.</summary>
    public DateOnly On(string day) => day switch
    {
        CohortDay.Announce => Announce,
        CohortDay.ApplicationsClose => ApplicationsClose,
        CohortDay.AskAvailability => AskAvailability,
        CohortDay.AvailabilityCloses => AvailabilityCloses,
        CohortDay.Introduce => Introduce,
        CohortDay.MidSurvey => MidSurvey,
        CohortDay.MidSurveyCloses => MidSurveyCloses,
        CohortDay.FinalSurvey => FinalSurvey,
        CohortDay.FinalSurveyCloses => FinalSurveyCloses,
        CohortDay.End => End,
        _ => Prompt(CohortDay.MonthOf(day)),
    };

    /// <summary>With one day moved; what follows from it and was not moved by itself goes with it.</summary>
    public CohortDates Moving(string day, DateOnly to) => day switch
    {
        CohortDay.Announce => this with { Announce = to },
        CohortDay.ApplicationsClose => this with { ApplicationsClose = to },
        CohortDay.AskAvailability => this with { AskAvailability = to },
        CohortDay.AvailabilityCloses => this with { AvailabilityCloses = to },
        CohortDay.Introduce => this with { Introduce = to },
        CohortDay.MidSurvey => this with { MidSurvey = to },
        _ => this with { Moved = new Dictionary<string, DateOnly>(Moved) { [day] = to } },
    };

    /// <summary>Names of all days, in the order of a cohort's life.</summary>
    [JsonIgnore]
    public IEnumerable<string> Days =>
    [
        CohortDay.Announce, CohortDay.ApplicationsClose, CohortDay.AskAvailability, CohortDay.AvailabilityCloses, CohortDay.Introduce,
        .. Enumerable.Range(1, Months).Select(CohortDay.Prompt), CohortDay.MidSurvey, CohortDay.MidSurveyCloses, CohortDay.FinalSurvey,
        CohortDay.End, CohortDay.FinalSurveyCloses,
    ];

    /// <summary>Names of the days that are others than those.</summary>
    public IReadOnlyList<string> OtherThan(CohortDates before) => [.. Days.Where(day => On(day) != before.On(day))];

    DateOnly? Own(string day) => Moved.TryGetValue(day, out var own) ? own : null;
}
