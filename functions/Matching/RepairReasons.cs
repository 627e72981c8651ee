using System.Globalization;
using Ilnp.Matching.Choice;

namespace Ilnp.Matching;

/// <summary>Why somebody has no group after a repair.</summary>
sealed class RepairReasons(
    MatchingRules rules, IReadOnlyList<int> people, ChosenPairs chosen, int limit, IReadOnlyList<(int First, int Second)> pairs, IReadOnlyDictionary<int, int> thirds)
{
    readonly HashSet<int> _placed = [.. pairs.SelectMany(p => new[] { p.First, p.Second }), .. thirds.Values];
    readonly HashSet<int> _keptByCap = [.. CapBarriers.Of(rules, people, chosen)];

    public MatchReason For(int person)
    {
        var others = Enumerable.Range(0, rules.Pool.Count).Where(j => j != person && rules.Score.MayMeet(person, j)).ToList();
        if (others.Count == 0) return new MatchReason("noCommonLanguage", []);
        if (others.TrueForAll(j => rules.IsForbidden(person, j))) return new MatchReason("noAllowedPartner", []);
        if (_keptByCap.Contains(person)) return new MatchReason("countryCap", [rules.Problem.People[person].Country, Number(OfCountry(person))]);
        return chosen.Pairs.Count < limit ? new MatchReason("partnersTakenWithoutScore", []) : new MatchReason("capacityWithoutScore", [Number(pairs.Count)]);
    }

    int OfCountry(int person) => _placed.Count(i => rules.Pool.Country[i] == rules.Pool.Country[person]);

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
