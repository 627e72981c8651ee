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

    /// <summary>Ids only.</summary>
    public string ProposalId => $"{FirstId}-{SecondId}";
}

/// <summary>What the committee found.</summary>
public enum DuplicateDecision
{
    Open,
    Same,
    Different,
}
