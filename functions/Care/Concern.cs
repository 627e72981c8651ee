namespace Ilnp.Care;

/// <summary>One round of pulses to a group's members.</summary>
public sealed record PulseRound(string CohortId, string GroupId, int Round, string InstanceId, DateTime Closes);

/// <summary>A worry about one member of a group, to be taken up with that member or with the liaison.</summary>
public sealed record Concern(string CohortId, string GroupId, int Round, string PersonId, string InstanceId, DateTime Closes)
{
    /// <summary>0 for the first mail, then counting.</summary>
    public int Reminder { get; init; }
}

/// <summary>A member leaves a group: payload of the event to the cohort's care orchestration.</summary>
public sealed record RematchNeeded(string GroupId, string LeaverId)
{
    public const string EventName = "RematchNeeded";
}
