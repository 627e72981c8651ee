namespace Ilnp.Surveys;

/// <summary>Input of a survey's orchestration.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Kind">Which survey.</param>
/// <param name="OpenDays">Days that it stays open; a reminder goes out after half of them.</param>
public sealed record SurveyRound(string CohortId, SurveyKind Kind, int OpenDays);

/// <summary>A survey's mail to one person.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Kind">Which survey.</param>
/// <param name="PersonId">Who is asked.</param>
/// <param name="Closes">UTC.</param>
public sealed record SurveyInvitation(string CohortId, SurveyKind Kind, string PersonId, DateTime Closes);
