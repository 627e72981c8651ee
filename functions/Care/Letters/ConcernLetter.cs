using Ilnp.Care.Concerns;

namespace Ilnp.Care.Letters;

/// <summary>One round of pulses to a group's members.</summary>
public sealed record PulseRound(string CohortId, string GroupId, int Round, string InstanceId, DateTime Closes)
{
    /// <summary>Who is not asked, because they pause.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];
}

/// <summary>A letter about a concern: input of the activities that write it.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="GroupId">The group.</param>
/// <param name="InstanceId">Hears the answer.</param>
/// <param name="Closes">Until when can be answered, UTC.</param>
public sealed record ConcernLetter(string CohortId, string GroupId, string InstanceId, DateTime Closes)
{
    public Concern Concern { get; init; } = null!;
}

/// <summary>A letter about a pause.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="GroupId">The group.</param>
/// <param name="PersonId">Who pauses.</param>
/// <param name="Until">UTC.</param>
public sealed record PauseLetter(string CohortId, string GroupId, string PersonId, DateTime Until);
