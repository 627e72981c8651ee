namespace Ilnp.Matching.Choice;

/// <summary>One curve with all that was found on it; a single point where spread is off.</summary>
/// <param name="Curve">The curve.</param>
/// <param name="Points">Its points.</param>
/// <param name="Optima">The choices found for them.</param>
/// <param name="Caps">People whom the limited countries may have.</param>
sealed record CurveRun(CountryCurve Curve, IReadOnlyList<SpreadPoint> Points, IReadOnlyList<CurveOptimum> Optima, IReadOnlyDictionary<int, int> Caps)
{
    /// <summary>Solves for at least so many pairs under the limits given.</summary>
    public static CurveRun Of(ChoiceRequest request, IReadOnlyDictionary<int, int> caps, int least, CancellationToken cancellation)
    {
        var curve = new CountryCurve(request, Wishes(request, caps), least, cancellation);
        if (request.Spread.Mode != CountrySpreadMode.Off)
        {
            var (points, optima) = curve.Trace();
            return new CurveRun(curve, points, optima, caps);
        }
        var best = curve.Best();
        return new CurveRun(curve, [new SpreadPoint(request.AlreadyChosen.Count(c => c.Value > 0), best.Value, best.Value + best.Missing / curve.Unit)], [best], caps);
    }

    static List<CountryWish> Wishes(ChoiceRequest request, IReadOnlyDictionary<int, int> caps) =>
        [.. Enumerable.Range(0, request.People).GroupBy(v => request.Country[v]).OrderBy(g => g.Key).Select(g => new CountryWish(
            [.. g],
            caps.TryGetValue(g.Key, out var places) ? places : null,
            request.Spread.Mode != CountrySpreadMode.Off && request.AlreadyChosen.GetValueOrDefault(g.Key) == 0))];
}
