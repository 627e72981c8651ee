namespace Ilnp.Matching.Problem;

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
            else if (least.People > 2L * Math.Max(0, problem.Capacity))
                yield return $"Wanted are {least}; there are places for {2L * Math.Max(0, problem.Capacity)} people.";
            else if (OverCap(problem, least) is { } share)
                yield return $"Wanted are {least}; the country cap of {problem.CountryCapPercent} % allows {share}.";
            if (least.Of != MinimumOf.Country && (problem.Spread.Mode != CountrySpreadMode.Off || problem.CountryCapPercent is not null))
                yield return $"Wanted are {least}: a minimum that is not of a country goes with country spread off and "
                    + "without a country cap only.";
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
}
