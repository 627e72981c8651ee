using Ilnp.Matching.Problem;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>
/// Chooses pairs: exact for the limit, with the country cap enforced where it would be broken and the point
/// of the country curve that was asked for.
/// </summary>
public static class PairChooser
{
    /// <summary>Makes the choice. When cancelled it returns the best found so far with what its bound leaves open.</summary>
    public static ChosenPairs Choose(ChoiceRequest request, CancellationToken cancellation = default)
    {
        if (request.Edges.Count == 0 || request.Limit <= 0) return Nothing(request);
        var runs = request.CapPercent is { } percent
            ? new CappedChoice(request, percent, cancellation).Runs()
            : [CurveRun.Of(request, new Dictionary<int, int>(), least: 0, cancellation)];
        var points = Points(runs);
        var wanted = WantedPoint(points, request.Spread);
        var before = request.AlreadyChosen.Count(c => c.Value > 0);
        var (run, optimum) = runs.SelectMany(r => r.Optima.Select(o => (Run: r, Optimum: o)))
            .Where(f => f.Optimum.Countries + before >= wanted.Countries).MaxBy(f => f.Optimum.Value);
        var chosen = Chosen(request, run, optimum, points);
        return cancellation.IsCancellationRequested ? GreedyChoice.AtLeast(request, chosen) : chosen;
    }

    /// <summary>The best of all runs at each number of countries, and what none of them can exceed.</summary>
    static List<SpreadPoint> Points(IReadOnlyList<CurveRun> runs)
    {
        var first = runs.Select(r => r.Points[0]).MaxBy(p => p.Score)!.Countries;
        return [.. Enumerable.Range(first, runs.Max(r => r.Points[^1].Countries) - first + 1).Select(countries =>
        {
            var there = runs.Select(r => r.Points.FirstOrDefault(p => p.Countries >= countries)).OfType<SpreadPoint>().ToList();
            return new SpreadPoint(countries, there.Max(p => p.Score), there.Max(p => p.UpperBound));
        })];
    }

    static ChosenPairs Nothing(ChoiceRequest request) =>
        new([], 0, 0, request.AlreadyChosen.Count(c => c.Value > 0), [], 0, new int[request.People]);

    static SpreadPoint WantedPoint(IReadOnlyList<SpreadPoint> points, CountrySpread spread)
    {
        if (spread.Mode != CountrySpreadMode.Percent) return spread.Mode == CountrySpreadMode.Max ? points[^1] : points[0];
        var least = points[0].Score - Math.Abs(points[0].Score) * spread.CostPercent / 100;
        return points.Last(p => p.Score >= least);
    }

    static ChosenPairs Chosen(ChoiceRequest request, CurveRun run, CurveOptimum optimum, IReadOnlyList<SpreadPoint> points)
    {
        var (curve, before) = (run.Curve, request.AlreadyChosen.Where(c => c.Value > 0).Select(c => c.Key).ToList());
        var pairs = Enumerable.Range(0, request.People).Where(v => optimum.Mates[v] > v && optimum.Mates[v] < request.People)
            .Select(v => (v, optimum.Mates[v])).ToList();
        var countries = pairs.SelectMany(p => new[] { request.Country[p.v], request.Country[p.Item2] }).Union(before).Count();
        var bound = points.First(p => p.Countries >= before.Count + optimum.Countries).UpperBound - optimum.Value + optimum.Score;
        var (proof, excess) = curve.ProofOf(optimum);
        return new ChosenPairs(
            pairs,
            optimum.Score,
            bound,
            countries,
            request.Spread.Mode is CountrySpreadMode.Off or CountrySpreadMode.Ties ? [] : points,
            proof.Price / curve.Unit,
            curve.Demands(proof))
        {
            CapsInForce = run.Caps.ToDictionary(),
            Blossoms = new BlossomForest(proof.Duals),
            Excess = excess,
            Edges = curve.Edges,
            Rounds = curve.Rounds,
            Unit = curve.Unit,
            ScaledPrice = proof.Price,
        };
    }
}
