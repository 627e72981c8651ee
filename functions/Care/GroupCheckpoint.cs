using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Care;

/// <summary>Input of a group's orchestration, which starts anew with every round of pulses.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="GroupId">The group.</param>
/// <param name="NextPulse">UTC.</param>
/// <param name="End">When the programme ends, UTC.</param>
/// <param name="Care">Days between the steps of care.</param>
/// <param name="Round">From 1.</param>
public sealed record GroupCheckpoint(string CohortId, string GroupId, DateTime NextPulse, DateTime End, CareSettings Care, int Round = 1)
{
    /// <summary>The moment, or the end of the programme when that comes first.</summary>
    public DateTime NotAfterEnd(DateTime moment) => moment < End ? moment : End;

    /// <summary>A word that came while another one was dealt with; of groups whose last round ended before there was <see cref="Words"/>.</summary>
    public DecisionRecorded? Unread { get; init; }

    /// <summary>Words that came while others were dealt with, the first one first.</summary>
    public IReadOnlyList<DecisionRecorded> Words { get; init; } = [];

    /// <summary>The checkpoint after this round.</summary>
    public GroupCheckpoint Next(DateTime now, IReadOnlyList<DecisionRecorded> unread)
    {
        var next = NextPulse;
        while (next <= now) next = next.AddDays(Care.PulseEveryDays);
        return this with { NextPulse = next, Round = Round + 1, Unread = null, Words = unread };
    }
}
