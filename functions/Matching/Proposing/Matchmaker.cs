using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Proposing;

/// <summary>Where a proposal stands.</summary>
/// <param name="Phase">What is being done, for people.</param>
/// <param name="Done">Steps done in this phase.</param>
/// <param name="Total">Steps of this phase, 0 when not known.</param>
public sealed record MatchingProgress(string Phase, int Done = 0, int Total = 0);

/// <summary>
/// Proposes pairs. Pure and deterministic: the same people in any order give the same groups. Among equally good choices
/// the one found by the order of first application, then id, is taken.
/// </summary>
public static class Matchmaker
{
    /// <summary>
    /// The best pairs under the problem's rules, with proof, reasons, and trios for people who would be left alone although there is room.
    /// </summary>
    /// <returns>A proposal; with <see cref="MatchingProposal.Conflicts"/> and no groups when the problem contradicts itself.</returns>
    public static MatchingProposal Propose(
        MatchingProblem problem, IProgress<MatchingProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (ProblemConflicts.Of(problem) is { Count: > 0 } conflicts) return new MatchingProposal { Conflicts = conflicts };
        progress?.Report(new MatchingProgress("Scoring pairs"));
        var rules = new MatchingRules(problem.InFixedOrder());
        return new ProposalRun(rules, progress, cancellation).Run();
    }
}
