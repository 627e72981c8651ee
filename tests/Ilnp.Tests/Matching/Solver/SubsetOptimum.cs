using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>
/// Best weight of a small graph by the number of edges, over all sets of vertices: an oracle of a
/// dozen lines, far from how the solver works.
/// </summary>
static class SubsetOptimum
{
    /// <summary>Best weight with exactly k edges at place k; null where there are no k disjoint edges. Up to 16 vertices.</summary>
    public static long?[] ByPairs(int count, IReadOnlyList<WeightedEdge> edges)
    {
        var heaviest = new long?[count, count];
        foreach (var (u, v, weight) in edges)
            heaviest[u, v] = heaviest[v, u] = Math.Max(heaviest[u, v] ?? long.MinValue, weight);
        var best = new long?[1 << count, count / 2 + 1];
        for (var set = 0; set < 1 << count; set++) Fill(set, count, heaviest, best);
        return [.. Enumerable.Range(0, count / 2 + 1).Select(k => best[(1 << count) - 1, k])];
    }

    /// <summary>Best weight with at most so many edges.</summary>
    public static long AtMost(long?[] byPairs, int limit) => byPairs.Take(Math.Min(limit, byPairs.Length - 1) + 1).Max() ?? 0;

    /// <summary>The highest vertex of the set is alone or has one of the others.</summary>
    static void Fill(int set, int count, long?[,] heaviest, long?[,] best)
    {
        best[set, 0] = 0;
        if (set == 0) return;
        var last = int.Log2(set);
        var rest = set & ~(1 << last);
        for (var pairs = 1; pairs <= count / 2; pairs++)
        {
            best[set, pairs] = best[rest, pairs];
            for (var other = 0; other < last; other++)
            {
                if ((rest >> other & 1) == 0 || heaviest[last, other] is not { } weight
                    || best[rest & ~(1 << other), pairs - 1] is not { } others)
                    continue;
                if (!(best[set, pairs] >= weight + others)) best[set, pairs] = weight + others;
            }
        }
    }
}
