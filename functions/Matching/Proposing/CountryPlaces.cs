using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Proposing;

/// <summary>Places that the country cap leaves beside those who are placed.</summary>
static class CountryPlaces
{
    /// <summary>
    /// Places left for each country after those who are placed; countries without anybody placed have
    /// the whole share. Null when there is no cap.
    /// </summary>
    public static Func<int, int>? Left(MatchingRules rules, IReadOnlyCollection<int> placed)
    {
        if (rules.Problem.CountryCapPercent is not { } percent) return null;
        var share = CountryShare.Of(percent, placed.Count);
        var taken = placed.CountBy(i => rules.Pool.Country[i]).ToDictionary();
        return country => Math.Max(0, share - taken.GetValueOrDefault(country));
    }
}
