namespace Ilnp.Matching.Solver;

public sealed partial class BlossomMatching
{
    readonly List<int> _cycle = [];

    /// <summary>
    /// An inner blossom's dual is used up: its children take its place in the tree, an even path of them as members, the others outside.
    /// </summary>
    void ExpandInner(int blossom)
    {
        if (_node[blossom].State != State.Inner || _node[blossom].Parent != None) return;
        var (treeFrom, treeTo) = (_node[blossom].TreeFrom, _node[blossom].TreeTo);
        Open(blossom, _now);
        LabelPath(_vertex[treeTo].Top, treeFrom, treeTo);
        foreach (var child in _cycle)
            if (_node[child].State == State.Matched) OfferKeys(child);
    }

    /// <summary>
    /// Makes the children of an outermost blossom outermost, matched along the cycle from the blossom's own matched vertex; fills
    /// <see cref="_cycle"/> from that child on.
    /// </summary>
    void Open(int blossom, int shift)
    {
        ref var node = ref _node[blossom];
        var child = node.Child;
        do
        {
            Release(child, shift);
            child = _node[child].Next;
        }
        while (child != node.Child);
        var holder = _vertex[node.Inside].Top;
        (_node[holder].Inside, _node[holder].Outside) = (node.Inside, node.Outside);
        _cycle.Clear();
        _cycle.Add(holder);
        for (child = _node[holder].Next; child != holder; child = _node[child].Next) _cycle.Add(child);
        for (var k = 1; k < _cycle.Count; k += 2) JoinSiblings(_cycle[k], _cycle[k + 1]);
        node.State = State.Matched;
        node.Parent = None;
        _unusedNodes.Push(blossom);
    }

    void Release(int child, int shift)
    {
        ref var node = ref _node[child];
        node.Parent = None;
        node.Above = child;
        node.State = State.Matched;
        for (var v = node.Head; ; v = _vertex[v].NextLeaf)
        {
            ref var vertex = ref _vertex[v];
            vertex.Top = child;
            vertex.Dual += shift;
            vertex.State = State.Matched;
            if (v == node.Tail) break;
        }
    }

    void JoinSiblings(int a, int b)
    {
        (_node[a].Inside, _node[a].Outside) = (_node[a].NextFrom, _node[a].NextTo);
        (_node[b].Inside, _node[b].Outside) = (_node[a].NextTo, _node[a].NextFrom);
    }

    /// <summary>
    /// Labels the even way round the cycle from the child that the tree edge enters to the child that holds the matched edge.
    /// </summary>
    void LabelPath(int entry, int treeFrom, int treeTo)
    {
        var place = _cycle.IndexOf(entry);
        // Children 1-2, 3-4, ... are partners: from an odd place the way goes up to the end of the
        // cycle, from an even one down to its start.
        var step = (place & 1) == 1 ? 1 : -1;
        while (true)
        {
            var inner = _cycle[place % _cycle.Count];
            BecomeInner(inner, treeFrom, treeTo);
            if (place % _cycle.Count == 0) return;
            var outer = _cycle[place + step];
            BecomeOuter(outer);
            var next = _cycle[(place + 2 * step) % _cycle.Count];
            (treeFrom, treeTo) = step > 0
                ? (_node[outer].NextFrom, _node[outer].NextTo)
                : (_node[next].NextTo, _node[next].NextFrom);
            place += 2 * step;
        }
    }

    /// <summary>Vertices that left the tree may be reached again by the best arcs noted while they were inner.</summary>
    void OfferKeys(int child)
    {
        var tail = _node[child].Tail;
        for (var v = _node[child].Head; ; v = _vertex[v].NextLeaf)
        {
            ref var vertex = ref _vertex[v];
            if (vertex.Key != Never && vertex.Key + vertex.Dual < _end) _events.Add(vertex.Key + vertex.Dual, EventKind.Grow, v);
            if (v == tail) break;
        }
    }
}
