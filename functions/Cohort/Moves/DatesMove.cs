using Ilnp.Programme;

namespace Ilnp.Cohort.Moves;

/// <summary>Days of a running cohort are moved: once, by one press. Days and ids only.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Number">Counts the moves of the cohort, from 1.</param>
/// <param name="Before">As they were.</param>
/// <param name="After">As they are from then on.</param>
/// <param name="MemberId">Who moves them.</param>
/// <param name="At">When it was pressed, UTC.</param>
public sealed record DatesMove(string CohortId, int Number, CohortDates Before, CohortDates After, string MemberId, DateTimeOffset At)
{
    /// <summary>Names of the days that are others, also of those that follow from others.</summary>
    public IReadOnlyList<string> Days() => After.OtherThan(Before);

    public bool Moves(string day) => Before.On(day) != After.On(day);
}

/// <summary>A move as one person hears of it.</summary>
public sealed record MoveTo(DatesMove Move, string PersonId);
