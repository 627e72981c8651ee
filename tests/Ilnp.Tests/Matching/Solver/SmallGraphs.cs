using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>
/// Small graphs that a seed decides: empty to complete, with ties, zero and negative weights, and
/// several edges between the same two vertices.
/// </summary>
static class SmallGraphs
{
    /// <summary>Lowest and highest weight of a kind of graph; few values mean many ties.</summary>
    static readonly (int Lowest, int Highest)[] Weights =
        [(1, 1), (0, 1), (0, 3), (-2, 2), (-5, 10), (1, 1000), (-1000, -1), (-1000, 1000)];

    public static (int Count, WeightedEdge[] Edges) Of(int seed, int most = 10)
    {
        var random = new Random(seed);
        var count = random.Next(most + 1);
        var (lowest, highest) = Weights[seed % Weights.Length];
        var density = random.Next(4) switch { 0 => 1, 1 => 0.3, _ => random.NextDouble() };
        var copies = random.Next(4) == 0 ? 3 : 1;
        var edges = new List<WeightedEdge>();
        for (var u = 0; u < count; u++)
            for (var v = 0; v < u; v++)
                for (var copy = 0; copy < copies; copy++)
                    if (random.NextDouble() < density)
                        edges.Add(new WeightedEdge(copy == 1 ? v : u, copy == 1 ? u : v, random.Next(lowest, highest + 1)));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(edges));
        return (count, [.. edges]);
    }
}
