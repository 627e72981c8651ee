using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>Pairs written out so far, each once.</summary>
sealed class EdgeSet
{
    readonly HashSet<long> _known = [];
    readonly List<WeightedEdge> _all = [];

    public EdgeSet(IReadOnlyList<WeightedEdge> edges) => Add(edges);

    public IReadOnlyList<WeightedEdge> All => _all;

    /// <summary>Adds those that are new; returns how many were.</summary>
    public int Add(IReadOnlyList<WeightedEdge> edges)
    {
        var before = _all.Count;
        _known.EnsureCapacity(before + edges.Count);
        foreach (var edge in edges)
            if (_known.Add(((long)Math.Min(edge.U, edge.V) << 32) | (uint)Math.Max(edge.U, edge.V))) _all.Add(edge);
        return _all.Count - before;
    }
}
