namespace Ilnp.Matching.Solver;

/// <summary>One path or cycle on which two matchings differ; it can be taken over from the one to the other by itself.</summary>
/// <param name="Vertices">Its vertices.</param>
/// <param name="Pairs">How many counted pairs taking it over adds.</param>
/// <param name="TwiceWeight">Twice the weight that taking it over adds.</param>
/// <param name="Covered">Vertices it newly matches.</param>
/// <param name="Exposed">Vertices it leaves alone.</param>
public sealed record MatchingChange(
    IReadOnlyList<int> Vertices, int Pairs, long TwiceWeight, IReadOnlyList<int> Covered, IReadOnlyList<int> Exposed)
{
    /// <summary>What taking it over gains relative to the floors (doubled); 0 where both matchings are optimal.</summary>
    public long Gain(int[] floor) => TwiceWeight - Covered.Sum(v => (long)floor[v]) + Exposed.Sum(v => (long)floor[v]);

    /// <summary>Gives the vertices of the path the partners they have in <paramref name="target"/>.</summary>
    public void Apply(int[] mates, int[] target)
    {
        foreach (var v in Vertices) mates[v] = target[v];
    }
}

/// <summary>The difference of two matchings, path by path.</summary>
public static class SymmetricDifference
{
    /// <summary>The changes that lead from one matching to the other, in the order of their smallest vertex.</summary>
    public static List<MatchingChange> Of(WeightedGraph graph, int[] from, int[] to, int counted)
    {
        var seen = new bool[from.Length];
        var changes = new List<MatchingChange>();
        for (var v = 0; v < from.Length; v++)
            if (!seen[v] && from[v] != to[v]) changes.Add(Change(graph, from, to, counted, Component(v, from, to, seen)));
        return changes;
    }

    static List<int> Component(int start, int[] from, int[] to, bool[] seen)
    {
        var found = new List<int> { start };
        seen[start] = true;
        for (var k = 0; k < found.Count; k++)
        {
            Visit(from[found[k]], found, seen);
            Visit(to[found[k]], found, seen);
        }
        return found;
    }

    static void Visit(int v, List<int> found, bool[] seen)
    {
        if (v < 0 || seen[v]) return;
        seen[v] = true;
        found.Add(v);
    }

    static MatchingChange Change(WeightedGraph graph, int[] from, int[] to, int counted, List<int> vertices)
    {
        var (pairs, weight) = (0, 0L);
        foreach (var v in vertices)
        {
            if (to[v] > v) { weight += Twice(graph, v, to[v]); pairs += to[v] < counted ? 1 : 0; }
            if (from[v] > v) { weight -= Twice(graph, v, from[v]); pairs -= from[v] < counted ? 1 : 0; }
        }
        return new MatchingChange(vertices, pairs, weight, [.. vertices.Where(v => from[v] < 0)], [.. vertices.Where(v => to[v] < 0)]);
    }

    static long Twice(WeightedGraph graph, int u, int v)
    {
        var heaviest = long.MinValue;
        foreach (var arc in graph.ArcsOf(u))
            if (arc.To == v) heaviest = Math.Max(heaviest, arc.Twice);
        return heaviest;
    }
}
