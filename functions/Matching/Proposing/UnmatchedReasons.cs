using System.Globalization;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Choice.Large;
using Ilnp.Matching.Scoring;
using Ilnp.Programme.Reasons;

namespace Ilnp.Matching.Proposing;

/// <summary>
/// The honest reason why a person has no group, from the rules and from the duals of the optimum: for every possible partner the duals say
/// by how many points the pair was too light, and the least of these is what the person missed by: no choice with the person in it, under
/// the same limits and with as many countries, comes closer to the optimum. Where the optimum is not proven no points are told.
/// </summary>
sealed class UnmatchedReasons(MatchingRules rules, IReadOnlyList<int> open, ChosenPairs chosen, int limit, PairScan? scan)
{
    readonly Dictionary<int, int> _place = open.Select((person, place) => (person, place)).ToDictionary(p => p.person, p => p.place);
    readonly long?[] _missedBy = scan?.MissedBy(chosen.Duals, chosen.Blossoms, chosen.Unit, chosen.Excess) ?? new long?[open.Count];
    readonly long?[] _missedWithoutCap = scan is null || chosen.CapsInForce.Count == 0
        ? []
        : scan.MissedBy(CapBarriers.Demands(rules, open, chosen), chosen.Blossoms, chosen.Unit, chosen.Excess);
    readonly int[] _chosenOfCountry = CountByCountry(rules, [.. chosen.Pairs.SelectMany(p => new[] { open[p.First], open[p.Second] })]);
    readonly int[] _lockedOfCountry = CountByCountry(rules, [.. Enumerable.Range(0, rules.Pool.Count).Except(open)]);
    readonly MeetingKinds _kinds = new(rules);
    readonly bool _proven = chosen.Score == chosen.UpperBound;

    public IReadOnlyList<UnmatchedPerson> For(HashSet<int> placed) =>
        [.. Enumerable.Range(0, rules.Pool.Count).Where(i => !placed.Contains(i))
            .Select(i => new UnmatchedPerson(rules.IdOf(i), ReasonFor(i)))];

    MatchReason ReasonFor(int person)
    {
        if (_missedBy[_place[person]] is not { } missed) return WithoutPartner(person);
        if (limit <= 0 || chosen.Pairs.Count == 0)
            return new MatchReason("capacityWithoutScore", [Number(rules.Problem.Locked.Count + chosen.Pairs.Count)]);
        if (!_proven) return new MatchReason("notProven", []);
        if (BarredByCap(person, missed) is { } cap) return cap;
        if (missed == 0) return new MatchReason("equal", []);
        if (missed <= EarlinessMissed(person)) return new MatchReason("laterDate", [Number(missed), Number(EarlinessMissed(person))]);
        return chosen.Pairs.Count < limit
            ? new MatchReason("partnersTaken", [Number(missed)])
            : new MatchReason("capacity", [Number(limit + rules.Problem.Locked.Count), Number(missed)]);
    }

    MatchReason? BarredByCap(int person, long missed)
    {
        var country = rules.Pool.Country[person];
        if (!chosen.CapsInForce.TryGetValue(country, out var places)
            || _chosenOfCountry[country] < places || _missedWithoutCap[_place[person]] is not 0)
            return null;
        // Somebody of the same country could stand in this person's place for nothing: then it is not the cap.
        if (missed == 0 && places > 0) return null;
        return new MatchReason("countryCap", [rules.Problem.People[person].Country, Number(places + _lockedOfCountry[country])]);
    }

    /// <summary>Points that the earliest application would have brought beyond the person's own.</summary>
    long EarlinessMissed(int person)
    {
        var own = rules.Pool.Personal[person] - (rules.Problem.People[person].CarriedPriority ? rules.Problem.Weights.CarriedPriority : 0);
        return rules.Problem.Weights.Earliness - own;
    }

    /// <summary>Nobody who is open may be a partner: nobody at all, nobody allowed, or only people who are in a locked pair.</summary>
    MatchReason WithoutPartner(int person)
    {
        if (!_kinds.MeetsAnybody(person)) return new MatchReason("noCommonLanguage", []);
        var others = Enumerable.Range(0, rules.Pool.Count).Where(j => j != person && rules.Score.MayMeet(person, j));
        return others.All(j => rules.IsForbidden(person, j))
            ? new MatchReason("noAllowedPartner", [])
            : new MatchReason("partnersTakenWithoutScore", []);
    }

    static int[] CountByCountry(MatchingRules rules, IReadOnlyList<int> people)
    {
        var count = new int[rules.Pool.Countries.Length];
        foreach (var i in people) count[rules.Pool.Country[i]]++;
        return count;
    }

    static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
