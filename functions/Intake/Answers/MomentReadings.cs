namespace Ilnp.Intake.Answers;

/// <summary>The moments that a text may mean, UTC.</summary>
/// <param name="All">The likelier first; empty when it is not understood.</param>
readonly record struct MomentReadings(IReadOnlyList<DateTimeOffset> All)
{
    /// <summary>Whether its year has two digits, so that it may be another number of the date.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether the month is a word: then the year stands last, unless that cannot be.</summary>
    public bool IsNamed { get; init; }

    /// <summary>How much later it is by the other zones that its abbreviation may mean; none where one is meant.</summary>
    public IReadOnlyList<TimeSpan> Otherwise { get; init; } = [];
}
