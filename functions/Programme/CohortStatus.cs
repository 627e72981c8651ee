namespace Ilnp.Programme;

/// <summary>Custom status of the cohort's orchestration: what the dashboard shows as "now".</summary>
/// <param name="Phase">The step that the cohort is in.</param>
/// <param name="Month">The programme's month, from 1; 0 before the introductions.</param>
public sealed record CohortStatus(CohortPhase Phase, int Month = 0);

/// <summary>The steps of a cohort's life, in their order.</summary>
public enum CohortPhase
{
    /// <summary>Planned; waits for the day of the announcement.</summary>
    Planned,
    ApplicationsOpen,

    /// <summary>Applications are closed; the committee looks at problems and possible duplicates.</summary>
    Reviewing,

    /// <summary>The pairs are proposed; a lead decides.</summary>
    AwaitingApproval,
    AskingAvailability,
    Introducing,
    Running,

    /// <summary>The last week, the final survey, certificates and the report.</summary>
    Closing,
    Completed,
}
