using Ilnp.Cohort.Moves;
using Ilnp.Programme;
using Ilnp.Tests.Programme;

namespace Ilnp.Tests.Cohort.Moves;

/// <summary>Moves of the pilot's days.</summary>
static class Moving
{
    public static CohortPlan Plan { get; } = CohortPlan.From(Cohorts.Pilot);

    public static CohortDates By(CohortDates dates, int number, params (string Day, int Days)[] moves) =>
        moves.Aggregate(dates, (moved, move) => moved.Moving(move.Day, moved.On(move.Day).AddDays(move.Days))) with { Moves = number };

    /// <summary>What orchestrations hear.</summary>
    public static DatesMoved Heard(int number, params (string Day, int Days)[] moves) =>
        new(CohortPlan.From(Cohorts.Pilot with { Dates = By(Cohorts.Pilot.Dates, number, moves) }));

    public static DatesMove Move(DateTimeOffset at, params (string Day, int Days)[] moves) =>
        new(Cohorts.Pilot.Id, 1, Cohorts.Pilot.Dates, By(Cohorts.Pilot.Dates, 1, moves), "ada", at);
}
