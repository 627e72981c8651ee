namespace Ilnp.Matching.Choice;

/// <summary>Chooses pairs: exact for the limit, with the country cap enforced where it would be broken and the point of the country curve that was asked for.</summary>
public static class PairChooser
{
    /// <summary>Makes the choice. When cancelled it returns the best found so far with what its bound leaves open.</summary>
    public static ChosenPairs Choose(ChoiceRequest request, CancellationToken cancellation = default)
    {
        if (request.Edges.Count == 0 || request.Limit <= 0) return Nothing(request);
        var caps = new Dictionary<int, int>();
        var limit = request.Limit;
        while (true)
        {
            var curve = new CountryCurve(request with { Limit = limit }, Wishes(request, caps), cancellation);
            var (optimum, points, all) = Solve(request, curve);
            var chosen = Chosen(request, curve, optimum, points, caps);
            if (cancellation.IsCancellationRequested) return AtLeastGreedy(request, chosen);
            if (request.CapPercent is not { } percent) return chosen;
            if (!AddBrokenCaps(request, all, percent, PeopleChosen(request, chosen), caps)) return chosen;
        }
    }

    /// <summary>A search stopped early may be behind a choice that needs none, and its bound above one that shows at once.</summary>
    static ChosenPairs AtLeastGreedy(ChoiceRequest request, ChosenPairs chosen)
    {
        if (chosen.Score == chosen.UpperBound || request.LossWhenAlone.Count > 0 || request.AtLeast.Count > 0) return chosen;
        if (request.Scan is null) chosen = chosen with { UpperBound = Math.Max(chosen.Score, Math.Min(chosen.UpperBound, GreedyChoice.Bound(request))) };
        var share = request.CapPercent is { } percent ? Math.Max(1, (int)((long)percent * PeopleChosen(request, chosen) / 100)) : int.MaxValue;
        var places = request.CapPercent is null ? [] : request.Country.Distinct().ToDictionary(c => c, c => Math.Max(0, share - PlacesKept(request, c)));
        var pairs = GreedyChoice.Pairs(request, places);
        var score = pairs.Sum(p => (long)p.Weight);
        if (score <= chosen.Score) return chosen;
        var countries = pairs.SelectMany(p => new[] { request.Country[p.U], request.Country[p.V] }).Union(request.AlreadyChosen.Where(c => c.Value > 0).Select(c => c.Key)).Count();
        return chosen with { Pairs = [.. pairs.Select(p => (p.U, p.V)).Order()], Score = score, UpperBound = Math.Max(score, chosen.UpperBound), Countries = countries };
    }

    static int PeopleChosen(ChoiceRequest request, ChosenPairs chosen) => 2 * chosen.Pairs.Count + request.AlreadyChosen.Values.Sum();

    static ChosenPairs Nothing(ChoiceRequest request) =>
        new([], 0, 0, request.AlreadyChosen.Count(c => c.Value > 0), [], 0, new int[request.People]);

    static (CurveOptimum Optimum, IReadOnlyList<SpreadPoint> Points, IReadOnlyList<CurveOptimum> All) Solve(ChoiceRequest request, CountryCurve curve)
    {
        if (request.Spread.Mode is CountrySpreadMode.Off or CountrySpreadMode.Ties)
        {
            var best = curve.Best();
            return (best, [], [best]);
        }
        var (points, optima) = curve.Trace();
        var wanted = WantedPoint(points, request.Spread);
        var already = request.AlreadyChosen.Count(c => c.Value > 0);
        return (optima.Where(o => o.Countries + already >= wanted.Countries).MaxBy(o => o.Value)!, points, optima);
    }

    static SpreadPoint WantedPoint(IReadOnlyList<SpreadPoint> points, CountrySpread spread)
    {
        if (spread.Mode == CountrySpreadMode.Max) return points[^1];
        var least = points[0].Score - Math.Abs(points[0].Score) * spread.CostPercent / 100;
        return points.Last(p => p.Score >= least);
    }

    static List<CountryWish> Wishes(ChoiceRequest request, Dictionary<int, int> caps)
    {
        var least = request.AtLeast.Where(l => l.Country is not null).ToDictionary(l => l.Country!.Value, l => l.People);
        return
        [
            .. Enumerable.Range(0, request.People).Where(v => !request.KeepPlace.Contains(v)).GroupBy(v => request.Country[v]).OrderBy(g => g.Key).Select(g => new CountryWish(
                [.. g],
                caps.TryGetValue(g.Key, out var places) ? places : null,
                request.Spread.Mode != CountrySpreadMode.Off && PlacesKept(request, g.Key) == 0,
                least.GetValueOrDefault(g.Key))),
            .. request.AtLeast.Where(l => l.Country is null).Select(l => new CountryWish(l.Members, null, EarnsBonus: false, l.People)),
        ];
    }

    /// <summary>Limits every country that took more than its share in any of the optima; a share is at least one person.</summary>
    static bool AddBrokenCaps(ChoiceRequest request, IReadOnlyList<CurveOptimum> optima, int percent, int people, Dictionary<int, int> caps)
    {
        var share = Math.Max(1, (int)((long)percent * people / 100));
        var changed = false;
        foreach (var (country, count) in optima.SelectMany(o => CountByCountry(request, o)))
        {
            var places = Math.Max(0, share - PlacesKept(request, country));
            if (count <= places || (caps.TryGetValue(country, out var known) && known <= places)) continue;
            caps[country] = places;
            changed = true;
        }
        return changed;
    }

    static int PlacesKept(ChoiceRequest request, int country) =>
        request.AlreadyChosen.GetValueOrDefault(country) + request.KeepPlace.Count(v => request.Country[v] == country);

    static IEnumerable<KeyValuePair<int, int>> CountByCountry(ChoiceRequest request, CurveOptimum optimum) =>
        Enumerable.Range(0, request.People).Where(v => optimum.Mates[v] >= 0 && optimum.Mates[v] < request.People && !request.KeepPlace.Contains(v)).CountBy(v => request.Country[v]);

    static ChosenPairs Chosen(ChoiceRequest request, CountryCurve curve, CurveOptimum optimum, IReadOnlyList<SpreadPoint> points, Dictionary<int, int> caps)
    {
        var pairs = Enumerable.Range(0, request.People).Where(v => optimum.Mates[v] > v && optimum.Mates[v] < request.People).Select(v => (v, optimum.Mates[v])).ToList();
        var countries = pairs.SelectMany(p => new[] { request.Country[p.v], request.Country[p.Item2] })
            .Union(request.AlreadyChosen.Where(c => c.Value > 0).Select(c => c.Key)).Count();
        var already = request.AlreadyChosen.Count(c => c.Value > 0);
        var bound = points.FirstOrDefault(p => p.Countries == already + optimum.Countries)?.UpperBound - optimum.Value + optimum.Score
            ?? optimum.Score + optimum.Missing / curve.Unit;
        return new ChosenPairs(pairs, optimum.Score, bound, countries, points, optimum.Price / curve.Unit,
            curve.Demands(optimum))
        { CapsInForce = caps.ToDictionary(), Edges = curve.Edges, Rounds = curve.Rounds, Unit = curve.Unit, ScaledPrice = optimum.Price };
    }
}
