using Ilnp.Matching.Problem;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Scoring;

/// <summary>A problem made ready: people by number, scores, and which pairs may be.</summary>
sealed class MatchingRules
{
    readonly HashSet<long> _forbidden = [];
    readonly Dictionary<string, int> _number;

    public MatchingRules(MatchingProblem problem)
    {
        Problem = problem;
        Pool = new CandidatePool(problem);
        Score = new PairScore(Pool, problem.Weights);
        _number = problem.People.Select((p, k) => (p.Id, k)).ToDictionary(p => p.Id, p => p.k);
        foreach (var pair in problem.Past.Concat(problem.Blocked))
            if (_number.TryGetValue(pair.First, out var a) && _number.TryGetValue(pair.Second, out var b)) _forbidden.Add(Key(a, b));
    }

    public MatchingProblem Problem { get; }

    public CandidatePool Pool { get; }

    public PairScore Score { get; }

    /// <summary>All hard rules: a common language, two countries, never partners before, not blocked.</summary>
    public bool Allows(int i, int j) => Score.MayMeet(i, j) && !IsForbidden(i, j);

    public bool IsForbidden(int i, int j) => _forbidden.Count > 0 && _forbidden.Contains(Key(i, j));

    public int NumberOf(string id) => _number[id];

    public string IdOf(int number) => Problem.People[number].Id;

    /// <summary>Every allowed pair among the people given, by their places in that list.</summary>
    public List<WeightedEdge> Edges(IReadOnlyList<int> people)
    {
        var edges = new List<WeightedEdge>();
        for (var a = 0; a < people.Count; a++)
            for (var b = a + 1; b < people.Count; b++)
                if (Allows(people[a], people[b])) edges.Add(new WeightedEdge(a, b, Score.Of(people[a], people[b])));
        return edges;
    }

    /// <summary>How many pairs the rules allow among the people given.</summary>
    public long CountAllowed(IReadOnlyList<int> people)
    {
        var groups = people.GroupBy(i => (Pool.Country[i], Pool.Languages.KeyOf(i)))
            .Select(g => (Any: g.First(), Count: (long)g.Count())).ToList();
        var count = 0L;
        for (var a = 0; a < groups.Count; a++)
            for (var b = a + 1; b < groups.Count; b++)
                if (Score.MayMeet(groups[a].Any, groups[b].Any)) count += groups[a].Count * groups[b].Count;
        var among = people.ToHashSet();
        return count - _forbidden.Count(key => IsAmong(key, among));
    }

    bool IsAmong(long key, HashSet<int> people) =>
        people.Contains((int)(key >> 32)) && people.Contains((int)key) && Score.MayMeet((int)(key >> 32), (int)key);

    static long Key(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
}
