namespace Ilnp.Approvals;

/// <summary>
/// A question that several of the committee are asked, and that is decided once: written with each answer, so that of two at the same
/// moment one is first and the other finds it decided.
/// </summary>
/// <param name="Votes">The answer of each member who gave one, the first one first.</param>
/// <param name="DecidedBy">Id of the decision whose answer settled it; null while it is open.</param>
public sealed record Tally(IReadOnlyList<Vote> Votes, string? DecidedBy = null)
{
    public static readonly Tally None = new([]);

    /// <summary>With one more answer, or another one of the same member. Pure.</summary>
    /// <param name="decision">As answered.</param>
    /// <param name="agreeing">The choice that may take several members; any other settles it at once.</param>
    /// <param name="needed">How many members must make that choice.</param>
    public Tally With(Decision decision, string agreeing, int needed)
    {
        IReadOnlyList<Vote> votes =
        [
            .. Votes.Where(vote => vote.MemberId != decision.SubjectId),
            new(decision.DecisionId, decision.SubjectId, decision.Choice ?? "", decision.AnsweredAt!.Value),
        ];
        var settles = decision.Choice != agreeing || votes.Count(vote => vote.Choice == agreeing) >= needed;
        return new(votes, settles ? decision.DecisionId : null);
    }

    /// <summary>The choice that counts; null while it is open.</summary>
    public string? Outcome => Votes.FirstOrDefault(vote => vote.DecisionId == DecidedBy)?.Choice;

    /// <summary>Who made the choice that counts.</summary>
    public IEnumerable<Vote> Deciding => Votes.Where(vote => vote.Choice == Outcome);
}

/// <summary>What one member of the committee chose.</summary>
/// <param name="At">UTC.</param>
public sealed record Vote(string DecisionId, string MemberId, string Choice, DateTimeOffset At);
