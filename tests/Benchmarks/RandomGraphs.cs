using Ilnp.Matching.Solver;

namespace Ilnp.Benchmarks;

/// <summary>Graphs and people by seed.</summary>
static class RandomGraphs
{
    /// <summary>Some of all possible edges, with the weights of scores.</summary>
    public static WeightedEdge[] Dense(int nodes, int edges, int seed)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, nodes).SelectMany(u => Enumerable.Range(u + 1, nodes - u - 1).Select(v => (u, v))).ToArray();
        random.Shuffle(all);
        return [.. all.Take(edges).Select(e => new WeightedEdge(e.u, e.v, random.Next(1000, 2300)))];
    }

    public static WeightedEdge[] Sparse(int nodes, int edges, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, edges).Select(_ =>
        {
            var u = random.Next(nodes);
            var v = random.Next(nodes - 1);
            return new WeightedEdge(u, v >= u ? v + 1 : v, random.Next(1, 1001));
        })];
    }
}
