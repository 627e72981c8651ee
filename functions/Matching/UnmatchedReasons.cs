using System.Globalization;
using Ilnp.Matching.Choice;

namespace Ilnp.Matching;

/// <summary>
/// The honest reason why a person has no group, from the rules and from the duals of the optimum: for every possible partner the duals say by how many points the pair
/// was too light, and the least of these is what the person missed by.
/// </summary>
sealed class UnmatchedReasons(MatchingRules rules, IReadOnlyList<int> open, ChosenPairs chosen, int limit)
{
    public IReadOnlyList<UnmatchedPerson> For(HashSet<int> placed) =>
        [.. Enumerable.Range(0, rules.Pool.Count).Where(i => !placed.Contains(i)).Select(i => new UnmatchedPerson(rules.IdOf(i), ReasonFor(i)))];

    MatchReason ReasonFor(int person)
    {
        var others = Enumerable.Range(0, rules.Pool.Count).Where(j => j != person && rules.Score.MayMeet(person, j)).ToList();
        if (others.Count == 0) return new MatchReason("noCommonLanguage", []);
        if (others.TrueForAll(j => rules.IsForbidden(person, j))) return new MatchReason("noAllowedPartner", []);
        var country = rules.Pool.Country[person];
        if (chosen.CapsInForce.TryGetValue(country, out var places))
            return new MatchReason("countryCap", [rules.Problem.People[person].Country, Number(places)]);
        var missed = MissedBy(person);
        if (chosen.Pairs.Count < limit) return missed is { } few ? new MatchReason("partnersTaken", [Number(few)]) : new MatchReason("partnersTakenWithoutScore", []);
        return missed == 0 ? new MatchReason("laterDate", []) : new MatchReason("capacity", [Number(limit), Number(missed ?? 0)]);
    }

    /// <summary>Least reduced cost over all possible partners, in points; null when nobody open can be a partner.</summary>
    long? MissedBy(int person)
    {
        var place = Place(person);
        long? least = null;
        for (var other = 0; other < open.Count; other++)
        {
            if (other == place || !rules.Allows(person, open[other])) continue;
            var missing = ((long)chosen.Duals[place] + chosen.Duals[other] + 1) / 2 - rules.Score.Of(person, open[other]);
            least = Math.Min(least ?? long.MaxValue, Math.Max(0, missing));
        }
        return least;
    }

    int Place(int person)
    {
        for (var k = 0; k < open.Count; k++)
            if (open[k] == person) return k;
        return -1;
    }

    static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
