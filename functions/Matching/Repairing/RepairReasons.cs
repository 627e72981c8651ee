using System.Globalization;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Scoring;
using Ilnp.Programme.Reasons;

namespace Ilnp.Matching.Repairing;

/// <summary>Why somebody has no group after a repair.</summary>
sealed class RepairReasons(
    MatchingRules rules, IReadOnlyList<int> people, ChosenPairs chosen, int limit,
    IReadOnlyList<(int First, int Second)> pairs, IReadOnlyDictionary<int, int> thirds)
{
    readonly HashSet<int> _placed = [.. pairs.SelectMany(p => new[] { p.First, p.Second }), .. thirds.Values];
    readonly MeetingKinds _kinds = new(rules);
    readonly HashSet<int> _keptByCap = [.. CapBarriers.Of(rules, people, chosen)];

    public MatchReason For(int person)
    {
        if (!_kinds.MeetsAnybody(person)) return new MatchReason("noCommonLanguage", []);
        var others = Enumerable.Range(0, rules.Pool.Count).Where(j => j != person && rules.Score.MayMeet(person, j));
        if (others.All(j => rules.IsForbidden(person, j))) return new MatchReason("noAllowedPartner", []);
        if (_keptByCap.Contains(person))
            return new MatchReason("countryCap", [rules.Problem.People[person].Country, Number(OfCountry(person))]);
        return chosen.Pairs.Count < limit
            ? new MatchReason("partnersTakenWithoutScore", [])
            : new MatchReason("capacityWithoutScore", [Number(pairs.Count)]);
    }

    int OfCountry(int person) => _placed.Count(i => rules.Pool.Country[i] == rules.Pool.Country[person]);

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
