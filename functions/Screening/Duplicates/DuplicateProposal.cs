namespace Ilnp.Screening.Duplicates;

/// <summary>Two applicants who may be one person; the committee decides.</summary>
public sealed record DuplicateProposal
{
    public required string CohortId { get; init; }

    /// <summary>Who applied first: keeps their place when it is one person.</summary>
    public required string FirstId { get; init; }

    /// <summary>Who applied later: held back until it is decided.</summary>
    public required string SecondId { get; init; }

    /// <summary>In words, without names and answers.</summary>
    public required string Why { get; init; }

    public DuplicateDecision Decision { get; init; }

    /// <summary>Id of the member whose word counts, the latest one; null as long as nobody has decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When that member decided, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Whether they were one person at some time: both were told so, and hear of it when they are two again.</summary>
    public bool WasSame { get; init; }

    /// <summary>Ids only.</summary>
    public string ProposalId => $"{FirstId}-{SecondId}";
}

/// <summary>What a member of the committee said.</summary>
/// <param name="IsSame">One person, or two.</param>
/// <param name="MemberId">Who said it; null where that is not known.</param>
/// <param name="At">When, UTC.</param>
public sealed record DuplicateWord(bool IsSame, string? MemberId = null, DateTimeOffset? At = null)
{
    /// <summary>The proposal with this word, unless a later one counts. Pure.</summary>
    public DuplicateProposal On(DuplicateProposal proposal) => proposal.DecidedAt > At ? proposal : proposal with
    {
        Decision = IsSame ? DuplicateDecision.Same : DuplicateDecision.Different,
        DecidedBy = MemberId,
        DecidedAt = At,
        WasSame = proposal.WasSame || IsSame,
    };
}

/// <summary>What the committee found.</summary>
public enum DuplicateDecision
{
    Open,
    Same,
    Different,
}
