using Ilnp.Matching.Problem;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>What needs no search: for a run that was stopped before the search came further than this.</summary>
static class GreedyChoice
{
    /// <summary>A search stopped early may be behind this, and its bound above one that shows at once.</summary>
    public static ChosenPairs AtLeast(ChoiceRequest request, ChosenPairs chosen)
    {
        if (chosen.Score == chosen.UpperBound || request.LossWhenAlone.Count > 0 || request.AtLeast.Count > 0) return chosen;
        if (request.Scan is null) chosen = chosen with { UpperBound = Math.Max(chosen.Score, Math.Min(chosen.UpperBound, Bound(request))) };
        var pairs = Pairs(request, Places(request, chosen.Pairs.Count));
        var score = pairs.Sum(p => (long)p.Weight);
        // With fewer pairs the share of a country would be smaller than it was counted.
        if (score <= chosen.Score || (request.CapPercent is not null && pairs.Count < chosen.Pairs.Count)) return chosen;
        var countries = pairs.SelectMany(p => new[] { request.Country[p.U], request.Country[p.V] })
            .Union(request.AlreadyChosen.Where(c => c.Value > 0).Select(c => c.Key)).Count();
        return chosen with
        {
            Pairs = [.. pairs.Select(p => (p.U, p.V)).Order()],
            Score = score,
            UpperBound = Math.Max(score, chosen.UpperBound),
            Countries = countries,
        };
    }

    static Dictionary<int, int> Places(ChoiceRequest request, int pairs)
    {
        if (request.CapPercent is not { } percent) return [];
        var share = CountryShare.Of(percent, 2 * pairs + request.AlreadyChosen.Values.Sum());
        return request.Country.Distinct().ToDictionary(c => c, c => Math.Max(0, share - request.PlacesKept(c)));
    }

    /// <summary>The best pair that is left, again and again, within limit and caps.</summary>
    /// <param name="request">The choice.</param>
    /// <param name="places">People of a country that may be chosen; a country that is not named has no limit.</param>
    static List<WeightedEdge> Pairs(ChoiceRequest request, IReadOnlyDictionary<int, int> places)
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

    /// <summary>
    /// What no choice can exceed: each pair weighs at most the mean of what its two people's best pairs
    /// weigh. Only where all pairs are written out.
    /// </summary>
    static long Bound(ChoiceRequest request)
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
