using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

sealed partial class CountryCurve
{
    /// <summary>Above it the bonus could outweigh <see cref="BlossomMatching.MustBeMatched"/>.</summary>
    const int MaxBonus = 1 << 25;

    /// <summary>
    /// Most countries. One more may cost the score of many pairs that change partners, so the bonus rises until none can be missing.
    /// </summary>
    CurveOptimum Right()
    {
        var bonus = (int)Math.Min(MaxBonus, 2L * Unit * Edges.Max(e => Math.Abs((long)e.Weight)) + 1);
        while (true)
        {
            var right = At(bonus);
            var surely = right.Countries >= Reachable() || BoundAt(right.Countries + 1) < Lowest();
            if (surely || bonus == MaxBonus || TooFew is not null || _cancellation.IsCancellationRequested) return right;
            bonus = Math.Min(MaxBonus, 4 * bonus);
        }
    }

    /// <summary>No choice represents more countries: two a pair, and only those with a possible pair where all are written out.</summary>
    int Reachable()
    {
        var countries = _request.Scan is not null
            ? _choice.BonusCountries.Count
            : Edges.SelectMany(e => new[] { _request.Country[e.U], _request.Country[e.V] })
                .Where(_choice.BonusCountries.Contains).Distinct().Count();
        return (int)Math.Min(countries, 2L * _request.Limit);
    }

    /// <summary>No choice is worth less.</summary>
    long Lowest() =>
        Math.Min(0, Edges.Min(e => (long)e.Weight)) * Math.Min(_request.Limit, _request.People / 2)
            - _request.LossWhenAlone.Sum(l => (long)l);
}
