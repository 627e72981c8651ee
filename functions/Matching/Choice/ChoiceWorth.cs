namespace Ilnp.Matching.Choice;

/// <summary>What a matching is worth to the programme: points of its pairs, losses for those left out, countries represented.</summary>
sealed class ChoiceWorth(ChoiceRequest request, IReadOnlyList<CountryWish> wishes)
{
    /// <summary>Countries that may earn the bonus.</summary>
    public IReadOnlySet<int> BonusCountries { get; } = wishes.Where(w => w.EarnsBonus)
        .Select(w => request.Country[w.Members[0]]).ToHashSet();

    /// <param name="mates">Partners, people first.</param>
    /// <param name="weightOf">Points of a pair.</param>
    public (long Score, long Value, int Countries) Of(int[] mates, Func<int, int, int> weightOf)
    {
        var (score, lost) = (0L, 0L);
        var countries = new HashSet<int>();
        for (var v = 0; v < request.People; v++)
        {
            if (!IsChosen(mates, v)) { lost += request.LossWhenAlone.Count == 0 ? 0 : request.LossWhenAlone[v]; continue; }
            if (mates[v] > v) score += weightOf(v, mates[v]);
            if (BonusCountries.Contains(request.Country[v])) countries.Add(request.Country[v]);
        }
        return (score, score - lost - LostByMinimums(mates), countries.Count);
    }

    long LostByMinimums(int[] mates) => request.AtLeast.Sum(
        least => (long)request.LossWhenShort * Math.Max(0, least.People - least.Members.Count(v => IsChosen(mates, v))));

    bool IsChosen(int[] mates, int v) => mates[v] >= 0 && mates[v] < request.People;
}
