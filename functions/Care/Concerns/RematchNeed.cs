using System.Text.Json.Serialization;

namespace Ilnp.Care.Concerns;

/// <summary>What the cohort's rematches are asked for: payload of an event. One of the three is set.</summary>
public sealed record RematchNeed
{
    public const string EventName = "RematchNeeded";

    /// <summary>Members of a group go different ways.</summary>
    public Parting? Parting { get; init; }

    /// <summary>Somebody waits for a partner whom a search may now have found, or who has come back.</summary>
    public string? SeekerId { get; init; }

    /// <summary>A pair has agreed to take in the seeker.</summary>
    public string? PairId { get; init; }

    /// <summary>The group or the person that it is about.</summary>
    [JsonIgnore]
    public string Subject => Parting?.GroupId ?? PairId ?? SeekerId!;

    /// <summary>Searches for the seeker so far.</summary>
    public int Searches { get; init; }
}
