using Ilnp.Programme;

namespace Ilnp.Cohort;

/// <summary>
/// Input of the cohort's orchestration. It starts itself anew with the next checkpoint each month, which keeps its
/// history short and is the safe place to change its code.
/// </summary>
/// <param name="Plan">The cohort's plan.</param>
/// <param name="Month">0 until the introductions, then the programme's month from 1; one more than the last for the closing.</param>
public sealed record CohortCheckpoint(CohortPlan Plan, int Month = 0)
{
    /// <summary>When everybody was introduced, UTC; null before, and for a cohort introduced before this was kept.</summary>
    public DateTime? Introduced { get; init; }

    /// <summary>Whether one mail tells the committee all that a month left out; not in a month that began before there was that.</summary>
    public bool TellsOnce { get; init; }
}
