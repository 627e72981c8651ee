using Ilnp.Matching.Proposing;
using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Repairing;

/// <summary>
/// One run of <see cref="GroupRepair.Of"/>: groups that are sound stay, <see cref="RepairChoice"/> makes new pairs, and
/// whoever is still alone joins a pair as a third.
/// </summary>
sealed class RepairRun(MatchingRules rules, IReadOnlyList<ExistingGroup> intact, RepairPeople available, CancellationToken cancellation)
{
    readonly HashSet<int> _lone = [.. available.Lone.Select(rules.NumberOf)];
    readonly List<int> _ready = [.. available.Ready.Select(rules.NumberOf)];
    readonly List<int> _waiting = [.. available.Waiting.Select(rules.NumberOf)];
    readonly List<int[]> _kept = [.. intact.Select(g => g.Members.Select(rules.NumberOf).Order().ToArray())];

    public MatchingProposal Run()
    {
        var keptPairs = _kept.Where(m => m.Length == 2).Select(m => (First: m[0], Second: m[1])).ToList();
        var limit = Math.Max(0, rules.Problem.Capacity - _kept.Count);
        var keptByCountry = _kept.SelectMany(m => m).CountBy(i => rules.Pool.Country[i]).ToDictionary();
        var turns = available.InTurn ? available.Lone.Select(rules.NumberOf).ToList() : null;
        var (people, chosen) = new RepairChoice(rules, _lone, _ready, _waiting, keptByCountry, limit) { Turns = turns }
            .Choose(cancellation);
        var fresh = chosen.Pairs.Select(p => (First: people[p.First], Second: people[p.Second])).ToList();
        List<(int First, int Second)> pairs = [.. keptPairs, .. fresh];
        var placed = _kept.SelectMany(m => m).Concat(fresh.SelectMany(p => new[] { p.First, p.Second })).ToHashSet();
        var thirds = Thirds(pairs, keptPairs.Count, placed);
        placed.UnionWith(thirds.Values);
        var groups = _kept.Where(m => m.Length == 3).Select(m => GroupMaker.Trio(rules, (m[0], m[1]), m[2]) with { Kept = true })
            .Concat(pairs.Select((p, k) => Group(p, thirds.TryGetValue(k, out var third) ? third : null, kept: k < keptPairs.Count)))
            .ToList();
        return Proposal(groups, placed, new RepairReasons(rules, people, chosen, limit, pairs, thirds));
    }

    IReadOnlyDictionary<int, int> Thirds(List<(int First, int Second)> pairs, int keptPairs, HashSet<int> placed)
    {
        var alone = _lone.Where(i => !placed.Contains(i)).Order().ToList();
        if (!available.AllowTrios || alone.Count == 0) return new Dictionary<int, int>();
        var open = available.OpenToThird?.Select(g => g.Members.Select(rules.NumberOf).Order().ToArray())
            .Where(m => m.Length == 2).Select(m => (m[0], m[1])).ToHashSet();
        return Trios.Assign(rules, pairs, alone, p => p >= keptPairs || open is null || open.Contains(pairs[p]), placesLeft: null);
    }

    ProposedGroup Group((int First, int Second) pair, int? third, bool kept)
    {
        var group = third is { } joined ? GroupMaker.Trio(rules, pair, joined) : GroupMaker.Pair(rules, pair.First, pair.Second);
        var asked = new[] { pair.First, pair.Second }.Where(_waiting.Contains).Select(rules.IdOf).ToList();
        return group with { Kept = kept && third is null, ToAsk = asked };
    }

    MatchingProposal Proposal(List<ProposedGroup> groups, HashSet<int> placed, RepairReasons reasons)
    {
        var score = groups.Where(g => g.Members.Count == 2).Sum(g => g.Score);
        var alone = _lone.Concat(_ready).Where(i => !placed.Contains(i)).Order();
        return new MatchingProposal
        {
            Groups = groups,
            Unmatched = [.. alone.Select(i => new UnmatchedPerson(rules.IdOf(i), reasons.For(i)))],
            Score = score,
            UpperBound = score,
            Countries = placed.Select(i => rules.Pool.Country[i]).Distinct().Count(),
            Notes = CapNotes.Of(rules, placed),
        };
    }
}
