using Ilnp.Matching.Solver;

namespace Ilnp.Matching;

/// <summary>
/// One run of <see cref="Matchmaker.Repair"/>: a single matching over lone, ready and waiting people whose points put first that lone people are placed, then that
/// few people have to be asked anew and those in the order of the waiting list, and then how well the pairs fit.
/// </summary>
sealed class RepairRun(MatchingRules rules, IReadOnlyList<ExistingGroup> intact, RepairPeople available, CancellationToken cancellation)
{
    readonly HashSet<int> _lone = [.. available.Lone.Select(rules.NumberOf)];
    readonly Dictionary<int, int> _rankOnList = available.Waiting.Select((id, rank) => (Number: rules.NumberOf(id), rank)).ToDictionary(p => p.Number, p => p.rank);

    public MatchingProposal Run()
    {
        var kept = intact.Select(g => g.Members.Select(rules.NumberOf).Order().ToArray()).ToList();
        var fresh = Match(Math.Max(0, rules.Problem.Capacity - kept.Count));
        var pairs = kept.Where(m => m.Length == 2).Select(m => (First: m[0], Second: m[1])).Concat(fresh).ToList();
        var placed = kept.SelectMany(m => m).Concat(fresh.SelectMany(p => new[] { p.First, p.Second })).ToHashSet();
        var thirds = Thirds(pairs, pairs.Count - fresh.Count, [.. _lone.Where(i => !placed.Contains(i)).Order()]);
        placed.UnionWith(thirds.Values);
        var keptPairs = pairs.Count - fresh.Count;
        var groups = kept.Where(m => m.Length == 3).Select(m => GroupMaker.Trio(rules, (m[0], m[1]), m[2]) with { Kept = true })
            .Concat(pairs.Select((p, k) => Group(p, thirds.TryGetValue(k, out var third) ? third : null, kept: k < keptPairs))).ToList();
        return Proposal(groups, placed);
    }

    List<(int First, int Second)> Match(int limit)
    {
        var people = _lone.Concat(available.Ready.Select(rules.NumberOf)).Concat(_rankOnList.Keys).Order().ToList();
        var edges = new List<WeightedEdge>();
        for (var a = 0; a < people.Count; a++)
            for (var b = a + 1; b < people.Count; b++)
                if (MayJoin(people[a], people[b])) edges.Add(new WeightedEdge(a, b, Points(people[a], people[b])));
        if (edges.Count == 0 || limit == 0) return [];
        var graph = WeightedGraph.Of(people.Count, [.. edges]);
        var mates = new PairLimit(graph, people.Count, price => Enumerable.Repeat(price, people.Count).ToArray(), default, 0).Solve(limit, cancellation).Mates;
        return [.. Enumerable.Range(0, people.Count).Where(v => mates[v] > v).Select(v => (people[v], people[mates[v]]))];
    }

    /// <summary>People on the waiting list are asked only for someone who is alone: two of them do not make a new pair here.</summary>
    bool MayJoin(int a, int b) =>
        rules.Allows(a, b) && (!IsWaiting(a) || _lone.Contains(b)) && (!IsWaiting(b) || _lone.Contains(a));

    bool IsWaiting(int i) => _rankOnList.ContainsKey(i);

    // The three aims one above the other: a pair's own points are cut to a range that cannot outweigh a place on the waiting list.
    const int PointsRange = 8192, RanksTold = 500;

    int InquiryPoints => (Math.Min(_rankOnList.Count, RanksTold) + 1) * PointsRange;

    int Points(int a, int b)
    {
        var lone = (_lone.Contains(a) ? 1 : 0) + (_lone.Contains(b) ? 1 : 0);
        var waiting = IsWaiting(a) ? a : IsWaiting(b) ? b : -1;
        var inquiry = waiting < 0 ? 0 : InquiryPoints + Math.Min(_rankOnList[waiting], RanksTold) * PointsRange;
        return 4 * lone * InquiryPoints - inquiry + Math.Clamp(rules.Score.Of(a, b), 1, PointsRange - 1);
    }

    IReadOnlyDictionary<int, int> Thirds(List<(int First, int Second)> pairs, int keptPairs, IReadOnlyList<int> alone)
    {
        if (!available.AllowTrios || alone.Count == 0) return new Dictionary<int, int>();
        var open = available.OpenToThird?.Select(g => g.Members.Select(rules.NumberOf).Order().ToArray()).Where(m => m.Length == 2).Select(m => (m[0], m[1])).ToHashSet();
        return Trios.Assign(rules, pairs, alone, (_, p) => p >= keptPairs || open is null || open.Contains(pairs[p]));
    }

    ProposedGroup Group((int First, int Second) pair, int? third, bool kept)
    {
        var group = third is { } joined ? GroupMaker.Trio(rules, pair, joined) : GroupMaker.Pair(rules, pair.First, pair.Second);
        var asked = new[] { pair.First, pair.Second }.Where(IsWaiting).Select(rules.IdOf).ToList();
        return group with { Kept = kept && third is null, ToAsk = asked };
    }

    MatchingProposal Proposal(List<ProposedGroup> groups, HashSet<int> placed)
    {
        var score = groups.Where(g => g.Members.Count == 2).Sum(g => g.Score);
        var alone = available.Lone.Concat(available.Ready).Select(rules.NumberOf).Where(i => !placed.Contains(i)).Order();
        return new MatchingProposal
        {
            Groups = groups,
            Unmatched = [.. alone.Select(i => new UnmatchedPerson(rules.IdOf(i), ReasonFor(i)))],
            Score = score,
            UpperBound = score,
            Countries = placed.Select(i => rules.Pool.Country[i]).Distinct().Count(),
        };
    }

    MatchReason ReasonFor(int person)
    {
        var others = Enumerable.Range(0, rules.Pool.Count).Where(j => j != person && rules.Score.MayMeet(person, j)).ToList();
        if (others.Count == 0) return new MatchReason("noCommonLanguage", []);
        return others.TrueForAll(j => rules.IsForbidden(person, j)) ? new MatchReason("noAllowedPartner", []) : new MatchReason("partnersTakenWithoutScore", []);
    }
}
