using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Care.Concerns;

/// <summary>All that care knows of a group: input of its orchestration, which starts anew with every pulse. Moments in UTC.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="GroupId">The group.</param>
/// <param name="NextPulse">When everybody is asked next.</param>
/// <param name="End">When the programme ends.</param>
/// <param name="Care">Days between the steps of care.</param>
/// <param name="Round">Of the next pulse, from 1.</param>
public sealed record GroupCheckpoint(string CohortId, string GroupId, DateTime NextPulse, DateTime End, CareSettings Care, int Round = 1)
{
    /// <summary>Empty until the first look at the group.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>When the time for the last pulse is over; null once it was counted who answered.</summary>
    public DateTime? PulseCloses { get; init; }

    /// <summary>Whether anybody has said anything since the last pulse.</summary>
    public bool Spoke { get; init; }

    /// <summary>Pulses in a row that nobody answered.</summary>
    public int Unanswered { get; init; }

    public IReadOnlyList<Concern> Concerns { get; init; } = [];

    /// <summary>As <see cref="CohortPlan.MoreDays"/>.</summary>
    public int MoreDays { get; init; }

    /// <summary>Concerns raised so far.</summary>
    public int Raised { get; init; }

    /// <summary>Who has said once, when a partner heard nothing, that they go on.</summary>
    public IReadOnlyList<string> Vowed { get; init; } = [];

    /// <summary>Until when somebody pauses, by person.</summary>
    public IReadOnlyDictionary<string, DateTime> Pauses { get; init; } = new Dictionary<string, DateTime>();

    /// <summary>The version of each decision that was heard: an announcement may come twice.</summary>
    public IReadOnlyDictionary<string, int> Heard { get; init; } = new Dictionary<string, int>();

    /// <summary>Words that came while others were dealt with, the first one first.</summary>
    public IReadOnlyList<DecisionRecorded> Words { get; init; } = [];

    /// <summary>
    /// Whether the programme has ended, as far as an orchestration can tell: a queue counts whole seconds, and a timer set for
    /// the end may fire up to one early.
    /// </summary>
    public bool HasEnded(DateTime now) => now > End.AddSeconds(-1);

    /// <summary>When something is to be done without anybody's word.</summary>
    public DateTime NextMoment =>
        new[] { NextPulse, End, PulseCloses ?? End }.Concat(Concerns.Select(concern => concern.Due)).Concat(Pauses.Values).Min();

    /// <summary>Whether a moment passed while nothing ran, so that nobody could say anything.</summary>
    public bool IsUnheard(DateTime due, DateTime now) => MoreDays > 0 && CohortPlan.IsLate(due, now);

    public GroupCheckpoint With(Concern concern) => this with { Concerns = [.. Concerns, concern], Raised = concern.Number };

    public GroupCheckpoint Without(Concern concern) => this with { Concerns = [.. Concerns.Where(other => other != concern)] };

    public GroupCheckpoint Replace(Concern concern, Concern by) =>
        this with { Concerns = [.. Concerns.Select(other => other == concern ? by : other)] };

    /// <summary>Everybody is asked again soon, to see whether things are well now.</summary>
    public GroupCheckpoint AskingSoon(DateTime now) =>
        now.AddDays(Care.FollowUpDays) is var soon && soon < NextPulse ? this with { NextPulse = soon } : this;
}
