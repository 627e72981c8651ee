using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Proposing;

/// <summary>The minimums of a problem beside its locked pairs.</summary>
static class OpenMinimums
{
    /// <summary>What remains to be reached among people who are not in a locked pair.</summary>
    public static IReadOnlyList<LeastChosen> Of(MatchingRules rules, IReadOnlyList<int> open, MatchingProblem problem)
    {
        var locked = problem.Locked.SelectMany(l => new[] { l.First, l.Second }).Select(rules.NumberOf).ToList();
        return
        [
            .. problem.AtLeast.Select(least => new LeastChosen(
                [.. Enumerable.Range(0, open.Count).Where(k => least.Counts(problem.People[open[k]]))],
                Math.Max(0, least.People - locked.Count(i => least.Counts(problem.People[i]))),
                Country(rules, open, problem, least))).Where(least => least.Members.Count > 0),
        ];
    }

    static int? Country(MatchingRules rules, IReadOnlyList<int> open, MatchingProblem problem, Minimum least) =>
        least.Of != MinimumOf.Country
            ? null
            : open.Where(i => least.Counts(problem.People[i])).Select(i => (int?)rules.Pool.Country[i]).FirstOrDefault();

    /// <summary>Minimums that no choice under the other rules reaches.</summary>
    public static IReadOnlyList<string> Unmet(MatchingRules rules, IReadOnlyList<int> open, ChosenPairs chosen, MatchingProblem problem)
    {
        if (problem.AtLeast.Count == 0) return [];
        var placed = chosen.Pairs.SelectMany(p => new[] { open[p.First], open[p.Second] })
            .Concat(problem.Locked.SelectMany(l => new[] { l.First, l.Second }).Select(rules.NumberOf))
            .Select(i => problem.People[i]).ToList();
        return [.. problem.AtLeast.Where(least => placed.Count(least.Counts) < least.People)
            .Select(least => $"Wanted are {least}; no more than {placed.Count(least.Counts)} can be placed under the other rules.")];
    }
}
