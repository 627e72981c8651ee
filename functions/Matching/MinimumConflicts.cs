using Ilnp.Matching.Choice;

namespace Ilnp.Matching;

/// <summary>What stands against the minimums of a problem.</summary>
static class MinimumConflicts
{
    /// <summary>Contradictions that show without a solve, in plain words.</summary>
    public static IEnumerable<string> Of(MatchingProblem problem)
    {
        foreach (var least in problem.AtLeast)
        {
            var there = problem.People.Count(least.Counts);
            if (least.People < 0) yield return $"A minimum of {least.People} people is negative.";
            else if (there < least.People) yield return $"Wanted are {least}; {there} applied.";
            else if (least.People > 2L * Math.Max(0, problem.Capacity)) yield return $"Wanted are {least}; there are places for {2L * Math.Max(0, problem.Capacity)} people.";
            else if (OverCap(problem, least) is { } share) yield return $"Wanted are {least}; the country cap of {problem.CountryCapPercent} % allows {share}.";
            if (least.Of != MinimumOf.Country && (problem.Spread.Mode != CountrySpreadMode.Off || problem.CountryCapPercent is not null))
                yield return $"Wanted are {least}: a minimum that is not of a country goes with country spread off and without a country cap only.";
        }
        foreach (var (one, other) in Overlapping(problem)) yield return $"{one} and {other} count the same people twice; name one of them.";
    }

    static int? OverCap(MatchingProblem problem, Minimum least)
    {
        if (least.Of != MinimumOf.Country || problem.CountryCapPercent is not { } percent) return null;
        var share = CountryShare.Of(percent, (int)Math.Min(2L * problem.Capacity, problem.People.Count));
        return least.People > share ? share : null;
    }

    static IEnumerable<(Minimum, Minimum)> Overlapping(MatchingProblem problem) =>
        from a in Enumerable.Range(0, problem.AtLeast.Count)
        from b in Enumerable.Range(a + 1, problem.AtLeast.Count - a - 1)
        let pair = (problem.AtLeast[a], problem.AtLeast[b])
        where problem.People.Any(p => pair.Item1.Counts(p) && pair.Item2.Counts(p))
        select pair;

    /// <summary>What remains to be reached among people who are not in a locked pair.</summary>
    public static IReadOnlyList<LeastChosen> Open(MatchingRules rules, IReadOnlyList<int> open, MatchingProblem problem)
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
        least.Of != MinimumOf.Country ? null : open.Where(i => least.Counts(problem.People[i])).Select(i => (int?)rules.Pool.Country[i]).FirstOrDefault();

    /// <summary>Minimums that no choice under the other rules reaches.</summary>
    public static IReadOnlyList<string> Unmet(MatchingRules rules, IReadOnlyList<int> open, ChosenPairs chosen, MatchingProblem problem)
    {
        if (problem.AtLeast.Count == 0) return [];
        var placed = chosen.Pairs.SelectMany(p => new[] { open[p.First], open[p.Second] })
            .Concat(problem.Locked.SelectMany(l => new[] { l.First, l.Second }).Select(rules.NumberOf)).Select(i => problem.People[i]).ToList();
        return [.. problem.AtLeast.Where(least => placed.Count(least.Counts) < least.People).Select(least => $"Wanted are {least}; no more than {placed.Count(least.Counts)} can be placed under the other rules.")];
    }
}
