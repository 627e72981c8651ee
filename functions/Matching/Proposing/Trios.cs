using Ilnp.Matching.Choice;
using Ilnp.Matching.Choice.Large;
using Ilnp.Matching.Scoring;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Proposing;

/// <summary>
/// Adds people who would be alone to pairs, one to a pair: as many as possible, and among those ways the one with the most points.
/// All three live in different countries, and every two of them share a language and may meet; no country
/// gets more people than it has places for.
/// </summary>
static class Trios
{
    /// <summary>Which person joins which pair: index of the pair, the person's number.</summary>
    /// <param name="rules">Rules and scores.</param>
    /// <param name="pairs">Pairs, by the people's numbers.</param>
    /// <param name="alone">People to place, by number.</param>
    /// <param name="mayJoin">Whether the pair of this index may be joined.</param>
    /// <param name="placesLeft">People that a country may still get; null without a cap.</param>
    public static IReadOnlyDictionary<int, int> Assign(
        MatchingRules rules, IReadOnlyList<(int First, int Second)> pairs,
        IReadOnlyList<int> alone, Func<int, bool> mayJoin, Func<int, int>? placesLeft)
    {
        var edges = new List<WeightedEdge>();
        for (var a = 0; a < alone.Count; a++)
            for (var p = 0; p < pairs.Count; p++)
                if (mayJoin(p) && Fits(rules, alone[a], pairs[p]))
                    edges.Add(new WeightedEdge(a, alone.Count + p, Points(rules, alone[a], pairs[p])));
        if (edges.Count == 0) return new Dictionary<int, int>();
        var loss = new int[alone.Count + pairs.Count];
        loss.AsSpan(0, alone.Count).Fill(LossWhenAlone);
        var graph = ChoiceGraph.Of(loss.Length, [.. edges], Wishes(rules, alone, placesLeft), new SeatLinks(int.MaxValue), loss);
        var solver = new BlossomMatching(
            graph.Graph, graph.Floors(price: 0, bonus: 0, loss, new Dictionary<int, bool>(), lossWhenShort: 0));
        solver.Solve();
        var mates = solver.Mates();
        return Enumerable.Range(0, alone.Count).Where(a => mates[a] >= 0 && mates[a] < loss.Length)
            .ToDictionary(a => mates[a] - alone.Count, a => alone[a]);
    }

    /// <summary>Whether the three may be a trio.</summary>
    public static bool Fits(MatchingRules rules, int third, (int First, int Second) pair) =>
        rules.Allows(third, pair.First) && rules.Allows(third, pair.Second);

    /// <summary>More than points can make up for.</summary>
    const int LossWhenAlone = WeightedGraph.MaxWeight / 4;

    static IReadOnlyList<CountryWish> Wishes(MatchingRules rules, IReadOnlyList<int> alone, Func<int, int>? placesLeft) =>
        placesLeft is null ? []
            : [.. Enumerable.Range(0, alone.Count).GroupBy(a => rules.Pool.Country[alone[a]])
                .Select(g => new CountryWish([.. g], placesLeft(g.Key), EarnsBonus: false))];

    static int Points(MatchingRules rules, int third, (int First, int Second) pair) =>
        (rules.Score.Of(third, pair.First) + rules.Score.Of(third, pair.Second)) / 2;
}
