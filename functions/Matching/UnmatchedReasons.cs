using System.Globalization;
using Ilnp.Matching.Choice;

namespace Ilnp.Matching;

/// <summary>
/// The honest reason why a person has no group, from the rules and from the duals of the optimum: for every possible partner the duals say by how many points the pair
/// was too light, and the least of these is what the person missed by.
/// </summary>
sealed class UnmatchedReasons(MatchingRules rules, IReadOnlyList<int> open, ChosenPairs chosen, int limit, PairScan scan)
{
    readonly Dictionary<int, int> _place = open.Select((person, place) => (person, place)).ToDictionary(p => p.person, p => p.place);
    readonly long?[] _missedBy = scan.MissedBy(chosen.Duals, chosen.Blossoms, chosen.Unit);

    public IReadOnlyList<UnmatchedPerson> For(HashSet<int> placed) =>
        [.. Enumerable.Range(0, rules.Pool.Count).Where(i => !placed.Contains(i)).Select(i => new UnmatchedPerson(rules.IdOf(i), ReasonFor(i)))];

    MatchReason ReasonFor(int person)
    {
        if (_missedBy[_place[person]] is not { } missed) return WithoutPartner(person);
        var country = rules.Pool.Country[person];
        if (chosen.CapsInForce.TryGetValue(country, out var places))
            return new MatchReason("countryCap", [rules.Problem.People[person].Country, Number(places)]);
        if (chosen.Pairs.Count < limit) return new MatchReason("partnersTaken", [Number(missed)]);
        return missed == 0 ? new MatchReason("laterDate", []) : new MatchReason("capacity", [Number(limit), Number(missed)]);
    }

    /// <summary>Nobody who is open may be a partner: nobody at all, nobody allowed, or only people who are in a locked pair.</summary>
    MatchReason WithoutPartner(int person)
    {
        var others = Enumerable.Range(0, rules.Pool.Count).Where(j => j != person && rules.Score.MayMeet(person, j)).ToList();
        if (others.Count == 0) return new MatchReason("noCommonLanguage", []);
        return others.TrueForAll(j => rules.IsForbidden(person, j)) ? new MatchReason("noAllowedPartner", []) : new MatchReason("partnersTakenWithoutScore", []);
    }

    static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
