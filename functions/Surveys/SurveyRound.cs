using Ilnp.Programme;

namespace Ilnp.Surveys;

/// <summary>Input of a survey's orchestration.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Kind">Which survey.</param>
/// <param name="OpenDays">Days that it stays open where it has no planned end, or opens too late for it.</param>
public sealed record SurveyRound(string CohortId, SurveyKind Kind, int OpenDays)
{
    /// <summary>As planned, UTC.</summary>
    public DateTime? Closes { get; init; }

    /// <summary>As the plan's.</summary>
    public int MoreDays { get; init; }

    /// <summary>As the plan's.</summary>
    public bool KeepsQuietHours { get; init; }

    /// <summary>As the plan's.</summary>
    public bool HoldsMailings { get; init; }

    /// <summary>When it closes by a plan whose days were moved since it opened.</summary>
    public DateTime ClosesWhen(DateTime opened, CohortPlan plan) =>
        (this with { Closes = Kind == SurveyKind.Mid ? plan.MidSurveyCloses : plan.FinalSurveyCloses }).ClosesWhen(opened);

    /// <summary>Nobody gets less than half of the days.</summary>
    /// <param name="opened">UTC.</param>
    public DateTime ClosesWhen(DateTime opened) =>
        Closes is { } planned && planned >= opened.AddDays(OpenDays / 2.0) ? planned : opened.AddDays(OpenDays);
}

/// <summary>A survey's mail to one person.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Kind">Which survey.</param>
/// <param name="PersonId">Who is asked.</param>
/// <param name="Closes">UTC.</param>
public sealed record SurveyInvitation(string CohortId, SurveyKind Kind, string PersonId, DateTime Closes);
