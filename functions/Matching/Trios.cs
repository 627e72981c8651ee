using Ilnp.Matching.Solver;

namespace Ilnp.Matching;

/// <summary>
/// Adds people who would be alone to pairs, one to a pair: as many as possible, and among those ways the one with the most points.
/// All three live in different countries, and every two of them share a language and may meet.
/// </summary>
static class Trios
{
    /// <summary>Which person joins which pair.</summary>
    /// <param name="rules">Rules and scores.</param>
    /// <param name="pairs">Pairs, by the people's numbers.</param>
    /// <param name="alone">People to place, by number.</param>
    /// <param name="mayJoin">Further conditions, such as the country cap: person, index of the pair.</param>
    public static IReadOnlyDictionary<int, int> Assign(
        MatchingRules rules, IReadOnlyList<(int First, int Second)> pairs, IReadOnlyList<int> alone, Func<int, int, bool> mayJoin)
    {
        var edges = new List<WeightedEdge>();
        for (var a = 0; a < alone.Count; a++)
            for (var p = 0; p < pairs.Count; p++)
                if (Fits(rules, alone[a], pairs[p]) && mayJoin(alone[a], p)) edges.Add(new WeightedEdge(a, alone.Count + p, Points(rules, alone[a], pairs[p])));
        var graph = WeightedGraph.Of(alone.Count + pairs.Count, [.. edges]);
        var floor = new int[graph.Count];
        floor.AsSpan(0, alone.Count).Fill(-WeightedGraph.MaxWeight / 2);
        var solver = new BlossomMatching(graph, floor);
        solver.Solve();
        var mates = solver.Mates();
        return Enumerable.Range(0, alone.Count).Where(a => mates[a] >= 0).ToDictionary(a => mates[a] - alone.Count, a => alone[a]);
    }

    static bool Fits(MatchingRules rules, int third, (int First, int Second) pair) => rules.Allows(third, pair.First) && rules.Allows(third, pair.Second);

    static int Points(MatchingRules rules, int third, (int First, int Second) pair) =>
        (rules.Score.Of(third, pair.First) + rules.Score.Of(third, pair.Second)) / 2;
}
