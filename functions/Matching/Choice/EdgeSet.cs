using System.Runtime.InteropServices;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>Pairs written out so far, each once: of several edges between the same two people the heaviest.</summary>
sealed class EdgeSet
{
    readonly Dictionary<long, int> _places = [];
    readonly List<WeightedEdge> _all = [];

    public EdgeSet(IReadOnlyList<WeightedEdge> edges) => Add(edges);

    public IReadOnlyList<WeightedEdge> All => _all;

    /// <summary>Adds those that are new; returns how many were.</summary>
    public int Add(IReadOnlyList<WeightedEdge> edges)
    {
        var before = _all.Count;
        _places.EnsureCapacity(before + edges.Count);
        foreach (var edge in edges) Add(edge);
        return _all.Count - before;
    }

    void Add(WeightedEdge edge)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _places, ((long)Math.Min(edge.U, edge.V) << 32) | (uint)Math.Max(edge.U, edge.V), out var known);
        if (known)
        {
            if (edge.Weight > _all[place].Weight) _all[place] = edge;
            return;
        }
        place = _all.Count;
        _all.Add(edge);
    }
}
