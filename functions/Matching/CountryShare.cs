namespace Ilnp.Matching;

/// <summary>The country cap in people.</summary>
static class CountryShare
{
    /// <summary>People that one country may have among so many; at least one, however small the share is.</summary>
    public static int Of(int percent, int people) => Math.Max(1, (int)((long)percent * people / 100));

    /// <summary>Places left for each country after those who are placed; countries without anybody placed have the whole share. Null when there is no cap.</summary>
    public static Func<int, int>? Left(MatchingRules rules, IReadOnlyCollection<int> placed)
    {
        if (rules.Problem.CountryCapPercent is not { } percent) return null;
        var share = Of(percent, placed.Count);
        var taken = placed.CountBy(i => rules.Pool.Country[i]).ToDictionary();
        return country => Math.Max(0, share - taken.GetValueOrDefault(country));
    }
}
