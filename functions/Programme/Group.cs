using Ilnp.Programme.Reasons;

namespace Ilnp.Programme;

/// <summary>A pair or a trio, with the liaison who looks after it.</summary>
public sealed record Group
{
    public required string CohortId { get; init; }

    /// <summary><c>G001</c>, <c>G002</c>, ... in the order of forming; never given twice in a cohort.</summary>
    public required string GroupId { get; init; }

    /// <summary>Two or three person ids.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Who was a member and went while the group went on: never partners of the others again.</summary>
    public IReadOnlyList<string> FormerMembers { get; init; } = [];

    public required GroupStatus Status { get; init; }

    /// <summary>Committee member id; null until one is given.</summary>
    public string? LiaisonId { get; init; }

    /// <summary>Why these people, the weightiest first; told in the reader's language.</summary>
    public IReadOnlyList<MatchReason> Reasons { get; init; } = [];

    /// <summary>The matching's score of the group.</summary>
    public long Score { get; init; }

    /// <summary>1 for the first matching, higher for groups formed by a rematch.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Ids of the prompts that it got, by month: chosen once for all its members.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Prompts { get; init; } = new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>UTC.</summary>
    public DateTimeOffset FormedAt { get; init; }

    /// <summary>UTC; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What dissolved it, so that the same cause, heard of again, is known; null when nothing did.</summary>
    public string? EndedBy { get; init; }

    /// <summary>That its members agreed to go on after the programme's end; null when they did not.</summary>
    public GoingOn? GoesOn { get; init; }

    /// <summary>When one of its members first handed in what came of a joint task, UTC; null while nobody did.</summary>
    public DateTimeOffset? HandedInAt { get; init; }

    /// <summary>Whether somebody is or was a member.</summary>
    public bool Has(string personId) => Members.Contains(personId) || FormerMembers.Contains(personId);
}

/// <summary>The life of a group.</summary>
public enum GroupStatus
{
    /// <summary>Proposed, not yet introduced.</summary>
    Proposed,

    /// <summary>Introduced; the programme runs.</summary>
    Active,

    /// <summary>Took part until the end.</summary>
    Completed,

    /// <summary>Ended before: a member left, was silent, or was not available. Members may be in a later group.</summary>
    Dissolved,
}
