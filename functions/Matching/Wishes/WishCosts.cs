using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;

namespace Ilnp.Matching.Wishes;

/// <summary>
/// What wishes cost: the proposal with them against the proposal without, for each alone and for all together. One solve each.
/// </summary>
public static class WishCosts
{
    /// <summary>Computes the costs.</summary>
    /// <param name="problem">The problem without the wishes; its own constraints count on both sides.</param>
    /// <param name="wishes">What is wanted.</param>
    /// <param name="each">Whether to tell the cost of each alone too.</param>
    /// <param name="cancellation">Ends the solves early; costs are then those of the best found.</param>
    public static WishesCost Of(
        MatchingProblem problem, IReadOnlyList<Wish> wishes, bool each = true, CancellationToken cancellation = default) =>
        Propose(problem, wishes, each, cancellation).Cost;

    /// <summary>The costs, and the proposal with all wishes; that without them when it has conflicts already.</summary>
    public static (MatchingProposal Proposal, WishesCost Cost) Propose(
        MatchingProblem problem, IReadOnlyList<Wish> wishes, bool each = true, CancellationToken cancellation = default)
    {
        var without = Matchmaker.Propose(problem, cancellation: cancellation);
        if (without.Conflicts.Count > 0) return (without, new WishesCost(null, null, [], without.Conflicts));
        var alone = each && wishes.Count > 1 ? wishes.Select(wish => Cost(problem, wish, without, cancellation)).ToList() : [];
        var with = Matchmaker.Propose(problem.With(wishes), cancellation: cancellation);
        if (wishes.Count == 1) alone = [Told(wishes[0], without, with)];
        return (
            with,
            new WishesCost(WishedFigures.Of(without), with.Conflicts.Count > 0 ? null : WishedFigures.Of(with), alone, with.Conflicts));
    }

    static WishCost Cost(MatchingProblem problem, Wish wish, MatchingProposal without, CancellationToken cancellation) =>
        Told(wish, without, Matchmaker.Propose(problem.With([wish]), cancellation: cancellation));

    static WishCost Told(Wish wish, MatchingProposal without, MatchingProposal with) => with.Conflicts.Count > 0
        ? new WishCost(wish, 0, 0, with.Conflicts)
        : new WishCost(wish, without.Score - with.Score, without.Countries - with.Countries, []);
}

/// <summary>What one wish costs alone.</summary>
/// <param name="Wish">The wish.</param>
/// <param name="Score">Points less than without it; below zero where the committee's point of the country
/// curve moved in favour of the score.</param>
/// <param name="Countries">Countries fewer than without it.</param>
/// <param name="Conflicts">Why it cannot be, in plain words; empty when it can.</param>
public sealed record WishCost(Wish Wish, long Score, int Countries, IReadOnlyList<string> Conflicts);

/// <summary>Figures of a proposal.</summary>
public sealed record WishedFigures(int Groups, long Score, int Countries)
{
    public static WishedFigures Of(MatchingProposal proposal) => new(proposal.Groups.Count, proposal.Score, proposal.Countries);
}

/// <summary>What wishes cost.</summary>
/// <param name="Without">The proposal without them; null when there is none.</param>
/// <param name="With">The proposal with all of them; null when they contradict each other or the rules.</param>
/// <param name="Each">Each alone; empty when it was not asked for.</param>
/// <param name="Conflicts">What contradicts, in plain words.</param>
public sealed record WishesCost(WishedFigures? Without, WishedFigures? With, IReadOnlyList<WishCost> Each, IReadOnlyList<string> Conflicts);
