using Ilnp.Matching.Choice;
using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Proposing;

/// <summary>
/// Who is left out by the country cap: whose pairs are too light as it is, and heavy enough for the duals if the country had one place
/// more. A person whose pairs are too light even then is left out by others, whatever the cap.
/// </summary>
static class CapBarriers
{
    /// <summary>The people, by number, when all their pairs are among the edges of the choice.</summary>
    public static IEnumerable<int> Of(MatchingRules rules, IReadOnlyList<int> people, ChosenPairs chosen)
    {
        if (chosen.CapsInForce.Count == 0) return [];
        var (reached, welcome) = (Reached(chosen, chosen.Duals), Reached(chosen, Demands(rules, people, chosen)));
        return Enumerable.Range(0, people.Count)
            .Where(k =>
                welcome[k] && IsFull(rules, people, chosen, rules.Pool.Country[people[k]])
                    && (!reached[k] || chosen.CapsInForce[rules.Pool.Country[people[k]]] == 0))
            .Select(k => people[k]);
    }

    /// <summary>Whether the country has as many people chosen as its limit in force allows.</summary>
    static bool IsFull(MatchingRules rules, IReadOnlyList<int> people, ChosenPairs chosen, int country) =>
        chosen.CapsInForce.TryGetValue(country, out var places)
        && chosen.Pairs.SelectMany(p => new[] { p.First, p.Second }).Count(k => rules.Pool.Country[people[k]] == country) >= places;

    /// <summary>
    /// What would be asked of each person's partner with one more place for the person's country: of
    /// people left out only the price of a pair.
    /// </summary>
    public static int[] Demands(MatchingRules rules, IReadOnlyList<int> people, ChosenPairs chosen)
    {
        var demand = chosen.Duals.ToArray();
        var placed = chosen.Pairs.SelectMany(p => new[] { p.First, p.Second }).ToHashSet();
        for (var k = 0; k < people.Count; k++)
            if (!placed.Contains(k) && chosen.CapsInForce.ContainsKey(rules.Pool.Country[people[k]])) demand[k] = chosen.ScaledPrice;
        return demand;
    }

    /// <summary>Whether some pair of each person is heavy enough.</summary>
    static bool[] Reached(ChosenPairs chosen, int[] demand)
    {
        var reached = new bool[demand.Length];
        foreach (var edge in chosen.Edges)
            if ((long)demand[edge.U] + demand[edge.V] + (chosen.Blossoms?.Common(edge.U, edge.V) ?? 0) <= 2L * chosen.Unit * edge.Weight)
                reached[edge.U] = reached[edge.V] = true;
        return reached;
    }
}
