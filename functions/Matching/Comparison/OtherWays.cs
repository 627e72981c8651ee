using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;

namespace Ilnp.Matching.Comparison;

/// <summary>
/// Makes pairs in other ways than the exact one, for comparison. Country cap, spread and locks are left
/// out: what is compared is the choice itself.
/// </summary>
public static class OtherWays
{
    /// <summary>More people than this are not compared: the greedy way would have to write out every pair.</summary>
    public const int MostPeople = 5000;

    const int Draws = 20;

    /// <summary>All ways, or none for a problem with conflicts or too many people.</summary>
    public static IReadOnlyList<ComparedChoice> Compare(MatchingProblem problem)
    {
        if (problem.People.Count is 0 or > MostPeople || ProblemConflicts.Of(problem).Count > 0) return [];
        var rules = new MatchingRules(problem.InFixedOrder());
        return [Pilot(rules), Greedy(rules), Random(rules)];
    }

    static ComparedChoice Pilot(MatchingRules rules)
    {
        var order = Enumerable.Range(0, rules.Pool.Count).ToList();
        var taken = new HashSet<int>();
        var pairs = new List<(int, int)>();
        // The list is in the order of application; each pass is less strict about what the two must share.
        foreach (var alike in new Func<int, int, bool>[]
        {
            (i, j) => SameInterest(rules, i, j) && SameLibrary(rules, i, j),
            (i, j) => SameInterest(rules, i, j),
            (_, _) => true,
        })
            PairInOrder(rules, order, alike, taken, pairs);
        return Told(rules, ChoosingWay.Pilot, pairs);
    }

    static bool SameInterest(MatchingRules rules, int i, int j) => rules.Score.SameFirst(i, j);

    static bool SameLibrary(MatchingRules rules, int i, int j) => rules.Pool.LibraryType[i] == rules.Pool.LibraryType[j];

    static void PairInOrder(MatchingRules rules, List<int> order, Func<int, int, bool> alike, HashSet<int> taken, List<(int, int)> pairs)
    {
        foreach (var i in order)
        {
            if (pairs.Count >= rules.Problem.Capacity) return;
            if (taken.Contains(i)) continue;
            var partner = order.FindIndex(j => j != i && !taken.Contains(j) && alike(i, j) && rules.Allows(i, j));
            if (partner < 0) continue;
            pairs.Add((i, order[partner]));
            taken.UnionWith([i, order[partner]]);
        }
    }

    static ComparedChoice Greedy(MatchingRules rules)
    {
        var taken = new HashSet<int>();
        var pairs = new List<(int, int)>();
        foreach (var edge in rules.Edges([.. Enumerable.Range(0, rules.Pool.Count)]).OrderByDescending(e => e.Weight))
        {
            if (pairs.Count >= rules.Problem.Capacity) break;
            if (taken.Contains(edge.U) || taken.Contains(edge.V)) continue;
            taken.UnionWith([edge.U, edge.V]);
            pairs.Add((edge.U, edge.V));
        }
        return Told(rules, ChoosingWay.Greedy, pairs);
    }

    /// <summary>The draws are numbered and so the same on every machine.</summary>
    static ComparedChoice Random(MatchingRules rules)
    {
        var draws = Enumerable.Range(1, Draws).Select(seed => Draw(rules, new SeededOrder((ulong)seed))).ToList();
        return new(
            ChoosingWay.Random, (int)draws.Average(d => d.Pairs), (long)draws.Average(d => d.Score), (int)draws.Average(d => d.Countries));
    }

    static ComparedChoice Draw(MatchingRules rules, SeededOrder seeded)
    {
        var order = seeded.Shuffle(rules.Pool.Count);
        var pairs = new List<(int, int)>();
        PairInOrder(rules, order, (_, _) => true, [], pairs);
        return Told(rules, ChoosingWay.Random, pairs);
    }

    static ComparedChoice Told(MatchingRules rules, ChoosingWay way, List<(int First, int Second)> pairs) => new(
        way,
        pairs.Count,
        pairs.Sum(p => (long)rules.Score.Of(p.First, p.Second)),
        pairs.SelectMany(p => new[] { rules.Pool.Country[p.First], rules.Pool.Country[p.Second] }).Distinct().Count());
}
