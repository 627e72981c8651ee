using Ilnp.Programme.Reasons;

namespace Ilnp.Programme;

/// <summary>
/// Two people of a cohort who meet beside the group that each of them is in. It is no group: no care, no topics, no survey.
/// </summary>
public sealed record SecondPair
{
    public required string CohortId { get; init; }

    /// <summary><c>S001</c>, <c>S002</c>, ... in the order of making.</summary>
    public required string PairId { get; init; }

    /// <summary>Two person ids.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    public required SecondPairStatus Status { get; init; }

    /// <summary>Why these two, the weightiest first; told in the reader's language.</summary>
    public IReadOnlyList<MatchReason> Reasons { get; init; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>UTC; null for two who never heard of each other.</summary>
    public DateTimeOffset? IntroducedAt { get; init; }

    /// <summary>UTC; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The other one.</summary>
    public string PartnerOf(string personId) => Members.Single(member => member != personId);
}

/// <summary>The life of a second pair.</summary>
public enum SecondPairStatus
{
    /// <summary>The leads are asked.</summary>
    Proposed,

    /// <summary>Introduced.</summary>
    Active,

    /// <summary>One of them ended it, or is not here any more.</summary>
    Ended,

    /// <summary>Did not come about.</summary>
    Dropped,
}

/// <summary>One second pair.</summary>
public sealed record SecondPairRef(string CohortId, string PairId);
