namespace Ilnp.Matching.Solver;

/// <summary>
/// One direction of an edge. <c>Twice</c> is twice the edge's weight: the solver's duals are doubled so that they stay integers.
/// </summary>
readonly record struct Arc(int To, int Twice);

/// <summary>An edge between two vertices, counted from 0.</summary>
public readonly record struct WeightedEdge(int U, int V, int Weight);

/// <summary>
/// An undirected graph with integer weights as flat adjacency arrays: the arcs of vertex v are <c>Arcs[Start[v]..Start[v + 1]]</c>.
/// </summary>
public sealed class WeightedGraph
{
    /// <summary>Largest absolute weight: sums of four duals must fit 32 bits.</summary>
    public const int MaxWeight = 1 << 26;

    internal readonly int[] Start;
    internal readonly Arc[] Arcs;

    WeightedGraph(int[] start, Arc[] arcs) => (Start, Arcs) = (start, arcs);

    /// <summary>Number of vertices.</summary>
    public int Count => Start.Length - 1;

    /// <summary>Number of edges.</summary>
    public int EdgeCount => Arcs.Length / 2;

    /// <summary>Builds the graph. Parallel edges are allowed (the heaviest counts).</summary>
    /// <exception cref="ArgumentException">An edge is a loop, leaves the graph, or weighs more than <see cref="MaxWeight"/>.</exception>
    public static WeightedGraph Of(int count, ReadOnlySpan<WeightedEdge> edges)
    {
        var start = new int[count + 1];
        foreach (var edge in edges)
        {
            Check(edge, count);
            start[edge.U + 1]++;
            start[edge.V + 1]++;
        }
        for (var v = 0; v < count; v++) start[v + 1] += start[v];
        var arcs = new Arc[2 * edges.Length];
        var place = start.AsSpan(0, count).ToArray();
        foreach (var edge in edges)
        {
            arcs[place[edge.U]++] = new Arc(edge.V, 2 * edge.Weight);
            arcs[place[edge.V]++] = new Arc(edge.U, 2 * edge.Weight);
        }
        return new WeightedGraph(start, arcs);
    }

    /// <summary>The arcs that leave a vertex.</summary>
    internal ReadOnlySpan<Arc> ArcsOf(int v) => Arcs.AsSpan(Start[v], Start[v + 1] - Start[v]);

    /// <summary>Every edge once, smaller vertex first.</summary>
    public IEnumerable<WeightedEdge> Edges()
    {
        for (var u = 0; u < Count; u++)
            for (var k = Start[u]; k < Start[u + 1]; k++)
                if (u < Arcs[k].To) yield return new WeightedEdge(u, Arcs[k].To, Arcs[k].Twice / 2);
    }

    static void Check(WeightedEdge edge, int count)
    {
        if ((uint)edge.U >= (uint)count || (uint)edge.V >= (uint)count)
            throw new ArgumentException($"Edge {edge.U}-{edge.V} leaves the graph of {count} vertices.");
        if (edge.U == edge.V) throw new ArgumentException($"Vertex {edge.U} has an edge to itself.");
        if (Math.Abs((long)edge.Weight) > MaxWeight)
            throw new ArgumentException($"Edge {edge.U}-{edge.V} weighs {edge.Weight}; the limit is {MaxWeight}.");
    }
}
