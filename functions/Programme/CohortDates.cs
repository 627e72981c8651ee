namespace Ilnp.Programme;

/// <summary>The days a cohort is planned on, as dates in the cohort's time zone. A step that waits for a person may start later.</summary>
public sealed record CohortDates
{
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
}
