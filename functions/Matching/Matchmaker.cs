namespace Ilnp.Matching;

/// <summary>Where a proposal stands.</summary>
/// <param name="Phase">What is being done, for people.</param>
/// <param name="Done">Steps done in this phase.</param>
/// <param name="Total">Steps of this phase, 0 when not known.</param>
public sealed record MatchingProgress(string Phase, int Done = 0, int Total = 0);

/// <summary>
/// Proposes pairs, and repairs them. Pure and deterministic: the same people in any order give the same groups. Among equally good choices
/// the one found by the order of first application, then id, is taken.
/// </summary>
public static class Matchmaker
{
    /// <summary>The best pairs under the problem's rules, with proof, reasons, and trios for people who would be left alone although there is room.</summary>
    /// <returns>A proposal; with <see cref="MatchingProposal.Conflicts"/> and no groups when the problem contradicts itself.</returns>
    public static MatchingProposal Propose(MatchingProblem problem, IProgress<MatchingProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (ProblemConflicts.Of(problem) is { Count: > 0 } conflicts) return new MatchingProposal { Conflicts = conflicts };
        progress?.Report(new MatchingProgress("Scoring pairs"));
        var rules = new MatchingRules(InFixedOrder(problem));
        return new ProposalRun(rules, progress, cancellation).Run();
    }

    /// <summary>
    /// Repairs groups after the availability check or a partner's silence, with the least disturbance: intact groups stay as they are; lone people are matched among those who said yes,
    /// then with the waiting list in priority order; whoever is still alone joins an intact or new pair as a third. The country cap limits who is taken in; nobody who has a place loses it by the cap.
    /// </summary>
    /// <param name="problem">Everybody concerned is among its people; its rules, weights and capacity (all groups together) apply.</param>
    /// <param name="intact">Groups that are sound.</param>
    /// <param name="available">People to place and people to place them with.</param>
    /// <param name="cancellation">Stops early with the best found.</param>
    public static MatchingProposal Repair(
        MatchingProblem problem, IReadOnlyList<ExistingGroup> intact, RepairPeople available, CancellationToken cancellation = default)
    {
        var conflicts = ProblemConflicts.Of(problem).Concat(RepairConflicts.Of(problem, intact, available)).ToList();
        if (conflicts.Count > 0) return new MatchingProposal { Conflicts = conflicts };
        return new RepairRun(new MatchingRules(InFixedOrder(problem)), intact, available, cancellation).Run();
    }

    static MatchingProblem InFixedOrder(MatchingProblem problem) =>
        problem with { People = [.. problem.People.OrderBy(p => p.AppliedAt).ThenBy(p => p.Id, StringComparer.Ordinal)] };
}
