using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>Tries every matching of a small graph.</summary>
static class BruteForce
{
    /// <summary>Every matching's edges.</summary>
    public static IEnumerable<IReadOnlyList<WeightedEdge>> Matchings(IReadOnlyList<WeightedEdge> edges) => Extend(edges, 0, 0, []);

    /// <summary>Best weight with exactly k edges, for every k that is possible.</summary>
    public static SortedDictionary<int, long> BestByPairs(IReadOnlyList<WeightedEdge> edges)
    {
        var best = new SortedDictionary<int, long>();
        foreach (var matching in Matchings(edges))
        {
            var weight = matching.Sum(e => (long)e.Weight);
            if (!best.TryGetValue(matching.Count, out var known) || known < weight) best[matching.Count] = weight;
        }
        return best;
    }

    static IEnumerable<IReadOnlyList<WeightedEdge>> Extend(
        IReadOnlyList<WeightedEdge> edges, int from, long used, List<WeightedEdge> chosen)
    {
        yield return [.. chosen];
        for (var k = from; k < edges.Count; k++)
        {
            var ends = (1L << edges[k].U) | (1L << edges[k].V);
            if ((used & ends) != 0) continue;
            chosen.Add(edges[k]);
            foreach (var matching in Extend(edges, k + 1, used | ends, chosen)) yield return matching;
            chosen.RemoveAt(chosen.Count - 1);
        }
    }

    /// <summary>A small graph with few or many edges, few or many different weights, some of them zero or negative.</summary>
    public static (int Count, WeightedEdge[] Edges) Graph(Random random, int most = 9)
    {
        var count = random.Next(1, most + 1);
        var density = random.NextDouble();
        var lowest = random.Next(2) == 0 ? 0 : -5;
        var highest = random.Next(3) switch { 0 => 3, 1 => 10, _ => 1000 };
        var edges = new List<WeightedEdge>();
        for (var u = 0; u < count; u++)
            for (var v = u + 1; v < count; v++)
                if (random.NextDouble() < density) edges.Add(new WeightedEdge(u, v, random.Next(lowest, highest)));
        return (count, [.. edges]);
    }
}
