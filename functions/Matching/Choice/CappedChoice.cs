namespace Ilnp.Matching.Choice;

/// <summary>
/// Choices under a country cap. The cap is a share of those chosen, so the people whom a country may have depend on how many pairs there
/// are. For each such number, from that of most pairs downwards, the best choice is proven: mostly the first keeps the cap by its own
/// pairs, and then none is better. One that has too few pairs for it is only a bound; the best with enough pairs is found beside it, and
/// the search goes on with one person fewer.
/// </summary>
sealed class CappedChoice(ChoiceRequest request, int percent, CancellationToken cancellation)
{
    readonly int _before = request.AlreadyChosen.Values.Sum();
    readonly Dictionary<int, int> _caps = [];

    /// <summary>Runs whose choices keep the cap, and whose bounds together hold for every choice that keeps it.</summary>
    public IReadOnlyList<CurveRun> Runs()
    {
        var runs = new List<CurveRun>();
        for (var share = Share(Math.Min(request.Limit, request.People / 2)); ;)
        {
            var run = Within(share, least: 0);
            if (cancellation.IsCancellationRequested) return [.. runs, Trimmed(run)];
            if (run.Optima.All(Keeps)) return [.. runs, run];
            var enough = Within(share, LeastPairs(share));
            if (cancellation.IsCancellationRequested) return [.. runs, Trimmed(run)];
            if (enough.Curve.TooFew is null) runs.Add(enough);
            share = enough.Curve.TooFew is { } most ? Math.Min(share - 1, Share(most)) : share - 1;
        }
    }

    /// <summary>People whom one country may have when there are so many pairs: its share, at least one.</summary>
    int Share(int pairs) => Math.Max(1, (int)((long)percent * (2L * pairs + _before) / 100));

    /// <summary>Fewest pairs with which a country may have so many people.</summary>
    int LeastPairs(int share)
    {
        var pairs = 0;
        while (Share(pairs) < share) pairs++;
        return pairs;
    }

    /// <summary>Limits every country that takes more in any choice found; most never need a limit.</summary>
    CurveRun Within(int share, int least)
    {
        foreach (var country in _caps.Keys.ToList()) _caps[country] = Places(country, share);
        while (true)
        {
            var run = CurveRun.Of(request, _caps.ToDictionary(), least, cancellation);
            var broken = run.Optima.SelectMany(ByCountry).Where(c => c.Value > Places(c.Key, share) && !_caps.ContainsKey(c.Key))
                .Select(c => c.Key).ToHashSet();
            foreach (var country in broken) _caps[country] = Places(country, share);
            if (broken.Count == 0 || run.Curve.TooFew is not null || cancellation.IsCancellationRequested) return run;
        }
    }

    /// <summary>None where those chosen before are over the share already.</summary>
    int Places(int country, int share) => Math.Max(0, share - request.PlacesKept(country));

    bool Keeps(CurveOptimum optimum)
    {
        var share = Share(Pairs(optimum));
        return ByCountry(optimum).All(c => c.Value <= Places(c.Key, share));
    }

    /// <summary>People taken in; those who have a place are not limited.</summary>
    IEnumerable<KeyValuePair<int, int>> ByCountry(CurveOptimum optimum) =>
        Enumerable.Range(0, request.People).Where(v => IsChosen(optimum, v) && !request.KeepPlace.Contains(v))
            .CountBy(v => request.Country[v]);

    int Pairs(CurveOptimum optimum) => Enumerable.Range(0, request.People).Count(v => IsChosen(optimum, v)) / 2;

    bool IsChosen(CurveOptimum optimum, int v) => optimum.Mates[v] >= 0 && optimum.Mates[v] < request.People;

    /// <summary>
    /// A run that was stopped: of its best choice the last pairs of countries over their share go, until the cap is kept.
    /// </summary>
    CurveRun Trimmed(CurveRun run)
    {
        var kept = run.Optima.MaxBy(o => o.Value)!;
        while (!Keeps(kept))
        {
            var share = Share(Pairs(kept));
            var over = ByCountry(kept).Where(c => c.Value > Places(c.Key, share)).Select(c => c.Key).ToHashSet();
            var last = Enumerable.Range(0, request.People)
                .Last(v => IsChosen(kept, v) && !request.KeepPlace.Contains(v) && over.Contains(request.Country[v]));
            var mates = kept.Mates.ToArray();
            (mates[mates[last]], mates[last]) = (-1, -1);
            kept = run.Curve.With(kept, mates);
        }
        var countries = kept.Countries + request.AlreadyChosen.Count(c => c.Value > 0);
        return run with
        {
            Optima = [kept],
            Points = [new SpreadPoint(countries, kept.Value, Math.Max(kept.Value, run.Points[0].UpperBound))],
        };
    }
}
