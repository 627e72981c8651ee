using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;

namespace Ilnp.Matching.Wishes;

/// <summary>A proposal under wishes, some of which may not be possible any more.</summary>
/// <param name="Proposal">The proposal; with conflicts only when they are there without any wish.</param>
/// <param name="Cost">What the wishes in it cost; null without wishes.</param>
/// <param name="LeftOut">Wishes that contradict the rules or earlier wishes, with the reasons.</param>
public sealed record WishedProposal(MatchingProposal Proposal, WishesCost? Cost, IReadOnlyList<WishCost> LeftOut)
{
    /// <summary>With more wishes than this only the cost of all together is told.</summary>
    public const int MostToldAlone = 12;

    /// <summary>Proposes under all wishes that can be: a wish that cannot is left out and told, it stops nobody's cohort.</summary>
    public static WishedProposal Of(MatchingProblem problem, IReadOnlyList<Wish> wishes, CancellationToken cancellation = default)
    {
        var (possible, leftOut) = (new List<Wish>(), new List<WishCost>());
        var before = ProblemConflicts.Of(problem);
        foreach (var wish in wishes)
        {
            var conflicts = ProblemConflicts.Of(problem.With([.. possible, wish])).Except(before).ToList();
            if (conflicts.Count == 0) possible.Add(wish);
            else leftOut.Add(new WishCost(wish, 0, 0, conflicts));
        }
        if (possible.Count == 0) return new(Matchmaker.Propose(problem, cancellation: cancellation), null, leftOut);
        var (proposal, cost) = WishCosts.Propose(problem, possible, each: possible.Count <= MostToldAlone, cancellation);
        return proposal.Conflicts.Count == 0 || cost.Without is null
            ? new(proposal, cost, leftOut)
            : WithoutMinimums(problem, possible, leftOut, proposal, cancellation);
    }

    /// <summary>Whether a minimum can be reached shows in the solve only.</summary>
    static WishedProposal WithoutMinimums(
        MatchingProblem problem, List<Wish> possible, List<WishCost> leftOut, MatchingProposal failed, CancellationToken cancellation)
    {
        leftOut.AddRange(possible.Where(w => w.Kind == WishKind.AtLeast).Select(w => new WishCost(w, 0, 0, failed.Conflicts)));
        var rest = Of(problem, [.. possible.Where(w => w.Kind != WishKind.AtLeast)], cancellation);
        return rest with { LeftOut = [.. leftOut, .. rest.LeftOut] };
    }
}
