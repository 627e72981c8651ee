using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Repairing;

/// <summary>
/// Whom of the waiting list to ask in advance, so that a place can be refilled within a day. Pure and deterministic: whoever could be a
/// partner of most participants for whom nobody stands ready yet; of equal ones, and when everybody has somebody, in the order of the list.
/// </summary>
public static class StandbyChoice
{
    /// <param name="problem">Everybody concerned is among its people.</param>
    /// <param name="participants">Members of running groups.</param>
    /// <param name="standby">People who said yes and have no group.</param>
    /// <param name="waiting">The waiting list in the order of priority.</param>
    /// <param name="count">How many to ask at most.</param>
    public static IReadOnlyList<string> Of(
        MatchingProblem problem, IReadOnlyList<string> participants,
        IReadOnlyList<string> standby, IReadOnlyList<string> waiting, int count)
    {
        var rules = new MatchingRules(problem);
        bool Fits(string one, string other) => rules.Allows(rules.NumberOf(one), rules.NumberOf(other));
        var without = participants.Where(member => !standby.Any(ready => Fits(ready, member))).ToList();
        var (open, chosen) = (waiting.ToList(), new List<string>());
        while (chosen.Count < count && open.Count > 0)
        {
            var best = open.MaxBy(person => without.Count(member => Fits(person, member)))!;
            chosen.Add(best);
            open.Remove(best);
            without.RemoveAll(member => Fits(best, member));
        }

        return chosen;
    }
}
