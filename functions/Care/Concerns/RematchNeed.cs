using System.Text.Json.Serialization;

namespace Ilnp.Care.Concerns;

/// <summary>
/// What the cohort's rematches are asked for: payload of an event. What it is about is set alone, and a pair with whom it takes in.
/// </summary>
public sealed record RematchNeed
{
    public const string EventName = "RematchNeeded";

    /// <summary>Members of a group go different ways.</summary>
    public Parting? Parting { get; init; }

    /// <summary>Somebody waits for a partner whom a search may now have found, or who has come back.</summary>
    public string? SeekerId { get; init; }

    /// <summary>A pair has agreed to take in the seeker.</summary>
    public string? PairId { get; init; }

    /// <summary>The members of that pair.</summary>
    public IReadOnlyList<string> Agreed { get; init; } = [];

    /// <summary>Somebody of the waiting list has said yes, for whoever seeks.</summary>
    public string? NewcomerId { get; init; }

    /// <summary>The group or the person that it is about.</summary>
    [JsonIgnore]
    public string Subject => Parting?.GroupId ?? PairId ?? SeekerId ?? NewcomerId!;

    /// <summary>Searches for the seeker so far.</summary>
    public int Searches { get; init; }
}
