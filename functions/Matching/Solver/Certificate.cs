namespace Ilnp.Matching.Solver;

/// <summary>
/// Checks, with code that shares nothing with the solver, that duals are feasible and how far they bound every matching:
/// the sum over matched edges of 2 weight - floor(u) - floor(v) never exceeds the sum of (dual - floor) over the vertices
/// plus, for each blossom of s vertices, its dual times (s - 1) / 2. Equality proves a matching optimal.
/// </summary>
public static class Certificate
{
    /// <summary>Value and bound, both doubled and relative to the floors.</summary>
    /// <param name="Value">What the matching reaches.</param>
    /// <param name="Bound">What no matching can exceed.</param>
    /// <param name="Faults">Everything found wrong; empty when value and bound can be trusted.</param>
    public sealed record Finding(long Value, long Bound, IReadOnlyList<string> Faults)
    {
        public bool ProvesOptimum => Faults.Count == 0 && Value == Bound;
    }

    /// <summary>Checks one matching against one dual solution.</summary>
    public static Finding Check(WeightedGraph graph, ReadOnlySpan<int> floor, ReadOnlySpan<int> mates, DualSolution duals)
    {
        var faults = Misplaced(graph.Count, floor, mates, duals);
        if (faults.Count > 0) return new Finding(0, 0, faults);
        var sizes = Sizes(duals, faults);
        var value = Value(graph, floor, mates, faults);
        var bound = 0L;
        for (var v = 0; v < graph.Count; v++)
        {
            if (duals.Vertices[v] < floor[v]) faults.Add($"The dual of {v} is below its floor.");
            bound += (long)duals.Vertices[v] - floor[v];
        }
        for (var b = 0; b < sizes.Length; b++) bound += (long)duals.Blossoms[b].Dual * ((sizes[b] - 1) / 2);
        CheckEdges(graph, duals, faults);
        return new Finding(value, bound, faults);
    }

    /// <summary>Numbers that lead nowhere: without them nothing else can be checked.</summary>
    static List<string> Misplaced(int count, ReadOnlySpan<int> floor, ReadOnlySpan<int> mates, DualSolution duals)
    {
        var faults = new List<string>();
        if (floor.Length != count || mates.Length != count || duals.Vertices.Length != count || duals.Innermost.Length != count)
            return [$"{count} vertices need as many floors, mates, duals and places in blossoms."];
        for (var v = 0; v < count; v++)
        {
            if (mates[v] == v) faults.Add($"{v} is matched with itself.");
            if (mates[v] >= count) faults.Add($"{v} is matched with {mates[v]}, which does not exist.");
            if (duals.Innermost[v] >= duals.Blossoms.Count)
                faults.Add($"Vertex {v} is in blossom {duals.Innermost[v]}, which does not exist.");
        }
        for (var b = 0; b < duals.Blossoms.Count; b++)
            if (duals.Blossoms[b].Parent >= b) faults.Add($"Blossom {b} comes before the one around it.");
        return faults;
    }

    static int[] Sizes(DualSolution duals, List<string> faults)
    {
        var sizes = new int[duals.Blossoms.Count];
        foreach (var b in duals.Innermost)
            if (b >= 0) sizes[b]++;
        for (var b = sizes.Length - 1; b >= 0; b--)
        {
            var (parent, dual) = duals.Blossoms[b];
            if (parent >= 0) sizes[parent] += sizes[b];
            if (dual < 0) faults.Add($"Blossom {b} has a negative dual.");
            if (sizes[b] % 2 == 0) faults.Add($"Blossom {b} has an even number of vertices.");
        }
        return sizes;
    }

    static long Value(WeightedGraph graph, ReadOnlySpan<int> floor, ReadOnlySpan<int> mates, List<string> faults)
    {
        var value = 0L;
        for (var v = 0; v < graph.Count; v++)
        {
            var mate = mates[v];
            if (mate < 0) continue;
            if (mates[mate] != v) faults.Add($"{v} is matched with {mate}, but {mate} is not with {v}.");
            if (mate > v) value += Heaviest(graph, v, mate, faults) - floor[v] - floor[mate];
        }
        return value;
    }

    static long Heaviest(WeightedGraph graph, int u, int v, List<string> faults)
    {
        var heaviest = long.MinValue;
        foreach (var arc in graph.ArcsOf(u))
            if (arc.To == v) heaviest = Math.Max(heaviest, arc.Twice);
        if (heaviest != long.MinValue) return heaviest;
        faults.Add($"{u} and {v} are matched without an edge.");
        return 0;
    }

    static void CheckEdges(WeightedGraph graph, DualSolution duals, List<string> faults)
    {
        var forest = new BlossomForest(duals);
        for (var u = 0; u < graph.Count; u++)
        {
            foreach (var arc in graph.ArcsOf(u))
            {
                if (arc.To < u) continue;
                var sum = (long)duals.Vertices[u] + duals.Vertices[arc.To] - arc.Twice;
                if (sum < 0 && sum + forest.Common(u, arc.To) < 0) faults.Add($"Edge {u}-{arc.To} is worth more than its duals.");
            }
        }
    }
}
