using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Repairing;

/// <summary>Repairs groups. Pure and deterministic, as <see cref="Matchmaker"/> is.</summary>
public static class GroupRepair
{
    /// <summary>
    /// Repairs groups after the availability check or a partner's silence, with the least disturbance: intact groups stay as they are; lone
    /// people are matched among those who said yes, then with the waiting list in priority order; whoever is still alone joins an intact or
    /// new pair as a third. The country cap limits who is taken in; nobody who has a place loses it by the cap.
    /// </summary>
    /// <param name="problem">Everybody concerned is among its people; its rules, weights and capacity (all groups together) apply.</param>
    /// <param name="intact">Groups that are sound.</param>
    /// <param name="available">People to place and people to place them with.</param>
    /// <param name="cancellation">Stops early with the best found.</param>
    public static MatchingProposal Of(
        MatchingProblem problem, IReadOnlyList<ExistingGroup> intact, RepairPeople available, CancellationToken cancellation = default)
    {
        var conflicts = ProblemConflicts.Of(problem).Concat(RepairConflicts.Of(problem, intact, available)).ToList();
        if (conflicts.Count > 0) return new MatchingProposal { Conflicts = conflicts };
        return new RepairRun(new MatchingRules(problem.InFixedOrder()), intact, available, cancellation).Run();
    }
}
