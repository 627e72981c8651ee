using Ilnp.Matching.Choice;
using Ilnp.Programme.Reasons;

namespace Ilnp.Matching.Proposing;

/// <summary>Two or three people who are to meet.</summary>
/// <param name="Members">Ids, in the order of the problem's people.</param>
/// <param name="Score">Points; of a trio the mean over its three pairs.</param>
/// <param name="Reasons">What the score consists of, best part first.</param>
public sealed record ProposedGroup(IReadOnlyList<string> Members, long Score, IReadOnlyList<MatchReason> Reasons)
{
    /// <summary>Existed before and is unchanged.</summary>
    public bool Kept { get; init; }

    /// <summary>Was locked or made by hand.</summary>
    public bool Locked { get; init; }

    /// <summary>Members who have not been asked yet whether they can take part.</summary>
    public IReadOnlyList<string> ToAsk { get; init; } = [];
}

/// <summary>A person without a group, and why.</summary>
public sealed record UnmatchedPerson(string Id, MatchReason Reason);

/// <summary>Size of a problem.</summary>
/// <param name="People">People who could be paired.</param>
/// <param name="AllowedPairs">Pairs that the hard rules allow among them.</param>
/// <param name="WrittenPairs">Pairs that had to be written out; the optimum is proven over all allowed ones.</param>
/// <param name="Rounds">Solves it took.</param>
public sealed record MatchingFigures(int People, long AllowedPairs, int WrittenPairs, int Rounds);

/// <summary>The proposed groups with the proof of how good they are.</summary>
public sealed record MatchingProposal
{
    public IReadOnlyList<ProposedGroup> Groups { get; init; } = [];

    public IReadOnlyList<UnmatchedPerson> Unmatched { get; init; } = [];

    /// <summary>Sum of the pairs' scores, locked pairs included; trios are made from pairs and not counted again.</summary>
    public long Score { get; init; }

    /// <summary>No choice of pairs under the same rules can score more.</summary>
    public long UpperBound { get; init; }

    /// <summary>Share of the bound that may be missing, 0 when proven optimal.</summary>
    public double Gap => UpperBound <= 0 ? 0 : Math.Max(0, (UpperBound - Score) / (double)UpperBound);

    /// <summary>Different countries among the members.</summary>
    public int Countries { get; init; }

    /// <summary>Score against countries, from the best score to as many countries as possible; empty when spread was off.</summary>
    public IReadOnlyList<SpreadPoint> Hull { get; init; } = [];

    /// <summary>Size of the problem behind the proposal.</summary>
    public MatchingFigures Figures { get; init; } = new(0, 0, 0, 0);

    /// <summary>Why no proposal could be made, each conflict in plain words; empty when one was.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>What a person should know about the result, in plain words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
