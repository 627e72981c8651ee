namespace Ilnp.Programme;

/// <summary>A lead has moved days of the cohort: every orchestration that waits for one of them hears it.</summary>
/// <param name="Plan">All of it, as it is now. Moments and ids only.</param>
public sealed record DatesMoved(CohortPlan Plan)
{
    public const string EventName = "DatesMoved";
}
