using Ilnp.Matching.Problem;

namespace Ilnp.Matching.Choice;

/// <summary>One curve with all that was found on it; a single point where spread is off.</summary>
/// <param name="Curve">The curve.</param>
/// <param name="Points">Its points.</param>
/// <param name="Optima">The choices found for them.</param>
/// <param name="Caps">People whom the limited countries may have.</param>
sealed record CurveRun(
    CountryCurve Curve, IReadOnlyList<SpreadPoint> Points, IReadOnlyList<CurveOptimum> Optima, IReadOnlyDictionary<int, int> Caps)
{
    /// <summary>Solves for at least so many pairs under the limits given.</summary>
    public static CurveRun Of(ChoiceRequest request, IReadOnlyDictionary<int, int> caps, int least, CancellationToken cancellation)
    {
        var curve = new CountryCurve(request, Wishes(request, caps), least, cancellation);
        if (request.Spread.Mode is CountrySpreadMode.Percent or CountrySpreadMode.Max)
        {
            var (points, optima) = curve.Trace();
            return new CurveRun(curve, points, optima, caps);
        }
        var best = curve.Best();
        return new CurveRun(
            curve,
            [new SpreadPoint(
                request.AlreadyChosen.Count(c => c.Value > 0) + best.Countries, best.Value, best.Value + best.Missing / curve.Unit)],
            [best],
            caps);
    }

    static List<CountryWish> Wishes(ChoiceRequest request, IReadOnlyDictionary<int, int> caps)
    {
        var least = request.AtLeast.Where(l => l.Country is not null).ToDictionary(l => l.Country!.Value, l => l.People);
        return
        [
            .. Enumerable.Range(0, request.People).Where(v => !request.KeepPlace.Contains(v))
                .GroupBy(v => request.Country[v]).OrderBy(g => g.Key).Select(g => new CountryWish(
                    [.. g],
                    caps.TryGetValue(g.Key, out var places) ? places : null,
                    request.Spread.Mode != CountrySpreadMode.Off && request.PlacesKept(g.Key) == 0,
                    least.GetValueOrDefault(g.Key))),
            .. request.AtLeast.Where(l => l.Country is null).Select(l => new CountryWish(l.Members, null, EarnsBonus: false, l.People)),
        ];
    }
}
