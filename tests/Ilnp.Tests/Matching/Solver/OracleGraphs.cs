using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>The graphs of <c>tests/tools/networkx_weights.py</c>, number by number: change both or none.</summary>
sealed class OracleGraphs
{
    static readonly string[] Families = ["dense", "sparse", "unit", "ties", "negative", "nested"];

    ulong _state;

    OracleGraphs(ulong seed) => _state = seed;

    public static (int Nodes, WeightedEdge[] Edges) Of(string family, int seed)
    {
        var numbers = new OracleGraphs((ulong)(1000 * Array.IndexOf(Families, family) + seed));
        return family switch
        {
            "dense" => numbers.Scattered(numbers.Between(50, 80), 2000, 1, 1000),
            "sparse" => numbers.Scattered(numbers.Between(150, 300), 500, 1, 1000),
            "unit" => numbers.Scattered(numbers.Between(80, 200), 220, 1, 1),
            "ties" => numbers.Scattered(numbers.Between(60, 150), 400, 36, 44),
            "negative" => numbers.Scattered(numbers.Between(60, 120), 400, -60, 120),
            _ => numbers.Nested(numbers.Between(4, 5)),
        };
    }

    (int, WeightedEdge[]) Scattered(int nodes, int edges, int lowest, int highest) => (nodes, [.. Enumerable.Range(0, edges).Select(_ =>
    {
        var u = Below(nodes);
        var v = Below(nodes - 1);
        return new WeightedEdge(u, v >= u ? v + 1 : v, Between(lowest, highest));
    })]);

    /// <summary>Three nodes, three such threes, and so on, at every level a lighter triangle: blossoms within blossoms.</summary>
    (int, WeightedEdge[]) Nested(int levels)
    {
        var nodes = (int)Math.Pow(3, levels);
        var edges = new List<WeightedEdge>();
        for (var (level, size) = (0, 1); level < levels; level++, size *= 3)
            for (var start = 0; start < nodes; start += 3 * size)
                for (var side = 0; side < 3 * (level + 1); side++)
                {
                    var a = side / (level + 1);
                    var (u, v) = (start + a * size + Below(size), start + (a + 1) % 3 * size + Below(size));
                    edges.Add(new WeightedEdge(u, v, 200 - 30 * level + Between(-2, 2)));
                }
        return (nodes, [.. edges]);
    }

    /// <summary>SplitMix64.</summary>
    int Below(int limit)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(((mixed ^ (mixed >> 31)) >> 33) % (ulong)limit);
    }

    int Between(int lowest, int highest) => lowest + Below(highest - lowest + 1);
}
