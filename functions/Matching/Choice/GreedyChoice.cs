using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>What needs no search: for a run that was stopped before the search came further than this.</summary>
static class GreedyChoice
{
    /// <summary>The best pair that is left, again and again, within limit and caps.</summary>
    /// <param name="request">The choice.</param>
    /// <param name="places">People of a country that may be chosen; a country that is not named has no limit.</param>
    public static IReadOnlyList<WeightedEdge> Pairs(ChoiceRequest request, IReadOnlyDictionary<int, int> places)
    {
        var left = places.ToDictionary();
        var used = new bool[request.People];
        var pairs = new List<WeightedEdge>();
        foreach (var edge in request.Edges.OrderByDescending(e => e.Weight))
        {
            if (pairs.Count >= request.Limit || edge.Weight <= 0) break;
            if (used[edge.U] || used[edge.V] || !HasPlace(edge.U) || !HasPlace(edge.V)) continue;
            used[edge.U] = used[edge.V] = true;
            Take(edge.U);
            Take(edge.V);
            pairs.Add(edge);
        }
        return pairs;

        bool HasPlace(int v) => !left.TryGetValue(request.Country[v], out var more) || more > 0;

        void Take(int v)
        {
            if (left.TryGetValue(request.Country[v], out var more)) left[request.Country[v]] = more - 1;
        }
    }

    /// <summary>What no choice can exceed: each pair weighs at most the mean of what its two people's best pairs weigh. Only where all pairs are written out.</summary>
    public static long Bound(ChoiceRequest request)
    {
        var best = new int[request.People];
        foreach (var edge in request.Edges)
        {
            best[edge.U] = Math.Max(best[edge.U], edge.Weight);
            best[edge.V] = Math.Max(best[edge.V], edge.Weight);
        }
        var people = (int)Math.Min(2L * request.Limit, request.People);
        return (best.OrderDescending().Take(people).Sum(w => (long)w) + 1) / 2;
    }
}
