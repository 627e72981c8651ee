namespace Ilnp.Matching.Solver;

/// <summary>A matching with at most so many pairs, and the duals that prove it at the price of a pair that makes it so.</summary>
/// <param name="Mates">Each vertex's partner, or -1.</param>
/// <param name="Pairs">Pairs among the counted vertices.</param>
/// <param name="Price">What one more pair is worth: the multiplier of the limit, 0 where the limit does not bind.</param>
/// <param name="Floor">The floors at that price.</param>
/// <param name="Duals">Optimal duals at that price.</param>
/// <param name="Complete">False when cancelled: the matching is valid but need not be the best.</param>
public sealed record LimitedMatching(int[] Mates, int Pairs, int Price, int[] Floor, DualSolution Duals, bool Complete);

/// <summary>
/// Finds the heaviest matching with at most K pairs. The optimum is concave in K, so a price per pair leads there: too many pairs,
/// the price rises; too few, it falls. Prices are integers because the marginal values are. Where the price jumps over K, the two
/// optima at neighbouring prices differ by paths that can be taken over one by one, each adding at most one pair and none of them
/// wasting weight: exactly K is always reached.
/// </summary>
public sealed class PairLimit
{
    readonly WeightedGraph _graph;
    readonly int _counted;
    readonly Func<int, int[]> _floorsAt;
    readonly BlossomMatching _solver;

    /// <param name="graph">The graph.</param>
    /// <param name="counted">Edges among the vertices below this number are pairs; others are free.</param>
    /// <param name="floorsAt">The vertices' floors at a price per pair.</param>
    /// <param name="start">Duals to start from, or empty.</param>
    /// <param name="price">The price to try first.</param>
    public PairLimit(WeightedGraph graph, int counted, Func<int, int[]> floorsAt, ReadOnlySpan<int> start, int price)
    {
        (_graph, _counted, _floorsAt, FirstPrice) = (graph, counted, floorsAt, Math.Max(0, price));
        _solver = new BlossomMatching(graph, floorsAt(FirstPrice), start);
    }

    /// <summary>Where the search for the price begins; a good guess saves solves.</summary>
    public int FirstPrice { get; set; }

    /// <summary>The solver's duals without blossoms, to start the next solve of a changed graph from.</summary>
    public int[] FlatDuals() => _solver.FlatDuals();

    /// <summary>
    /// Brings the duals to the half-integral optimum at the first price; there are no blossoms then. False when cancelled.
    /// </summary>
    public bool SolveFractional(CancellationToken cancellation = default) => _solver.SolveFractional(cancellation);

    /// <summary>The best matching with at most <paramref name="limit"/> pairs.</summary>
    public LimitedMatching Solve(int limit, CancellationToken cancellation = default)
    {
        LimitedMatching? few = null, many = null;
        var price = FirstPrice;
        for (var step = 4; ; step *= 2)
        {
            var found = At(price, cancellation);
            if (!found.Complete) return few ?? found with { Mates = Trim(found.Mates, limit) };
            if (found.Pairs == limit || (found.Pairs < limit && price == 0)) return found;
            if (found.Pairs < limit) few = found;
            else many = found;
            if (few is not null && many is not null && few.Price == many.Price + 1) return Between(few, many, limit);
            price = few is null ? price + step : many is null ? Math.Max(0, price - step) : many.Price + (few.Price - many.Price) / 2;
        }
    }

    /// <summary>Below it more pairs are not bought: a price like that could outweigh <see cref="BlossomMatching.MustBeMatched"/>.</summary>
    const int LowestPrice = -(1 << 25);

    /// <summary>
    /// The best matching with at least <paramref name="least"/> and at most <paramref name="limit"/> pairs: where the best has fewer, every
    /// pair is paid for, by a price below zero.
    /// </summary>
    /// <returns>Fewer than <paramref name="least"/> pairs, and then the most there are, when so many are not possible.</returns>
    public LimitedMatching Solve(int least, int limit, CancellationToken cancellation = default)
    {
        var few = Solve(limit, cancellation);
        if (few.Pairs >= least || !few.Complete) return few;
        var many = At(LowestPrice, cancellation);
        for (var step = 4; many.Complete && many.Pairs > least && few.Price > many.Price + 1; step *= 2)
        {
            var middle = many.Price + (few.Price - many.Price) / 2;
            var found = At(Math.Max(few.Price - step, middle), cancellation);
            if (!found.Complete) return few;
            if (found.Pairs == least) return found;
            if (found.Pairs < least) few = found;
            else many = found;
        }
        if (!many.Complete) return few;
        return many.Pairs > least ? Between(few, many, least) : many;
    }

    LimitedMatching At(int price, CancellationToken cancellation)
    {
        var floor = _floorsAt(price);
        _solver.MoveFloors(floor);
        var complete = _solver.Solve(cancellation);
        var mates = _solver.Mates();
        return new LimitedMatching(mates, CountPairs(mates), price, floor, _solver.Duals(), complete);
    }

    int CountPairs(int[] mates)
    {
        var pairs = 0;
        for (var v = 0; v < _counted; v++)
            if (mates[v] > v && mates[v] < _counted) pairs++;
        return pairs;
    }

    /// <summary>Takes over from the larger matching, path by path, what adds a pair: first the paths that gain the higher price.</summary>
    LimitedMatching Between(LimitedMatching few, LimitedMatching many, int limit)
    {
        var changes = SymmetricDifference.Of(_graph, few.Mates, many.Mates, _counted);
        var adding = changes.Where(c => c.Pairs == 1).OrderByDescending(c => c.Gain(few.Floor)).ToList();
        var wanted = limit - few.Pairs;
        var mates = few.Mates.ToArray();
        foreach (var change in adding.Take(wanted)) change.Apply(mates, many.Mates);
        var proof = wanted > 0 && adding[wanted - 1].Gain(few.Floor) < 0 ? many : few;
        return proof with { Mates = mates, Pairs = limit };
    }

    /// <summary>A valid matching within the limit, for a cancelled search: the first pairs by vertex number.</summary>
    int[] Trim(int[] mates, int limit)
    {
        var left = limit;
        var kept = mates.ToArray();
        for (var v = 0; v < _counted; v++)
        {
            if (kept[v] <= v || kept[v] >= _counted || left-- > 0) continue;
            (kept[kept[v]], kept[v]) = (-1, -1);
        }
        return kept;
    }
}
