namespace Ilnp.Matching.Solver;

public sealed partial class BlossomMatching
{
    int _walk;

    /// <summary>An arc between two outer nodes of the tree is tight: the odd cycle it closes becomes one outer blossom.</summary>
    void Shrink(int arc)
    {
        var to = _graph.Arcs[arc].To;
        var from = OwnerOf(arc, to);
        var (left, right) = (TopOf(from), TopOf(to));
        if (left == right) return;
        var lowest = LowestCommon(left, right);
        var blossom = _unusedNodes.Pop();
        LinkCycle(left, right, lowest, from, to);
        Enclose(blossom, lowest);
    }

    /// <summary>The vertex an arc starts from, found by bisection of the adjacency array.</summary>
    int OwnerOf(int arc, int to)
    {
        var place = Array.BinarySearch(_graph.Start, arc);
        if (place < 0) return ~place - 1;
        while (_graph.Start[place + 1] == arc) place++;
        return place;
    }

    int OuterParent(int b)
    {
        var mate = _node[b].Outside;
        return mate == None ? None : TopOf(_node[TopOf(mate)].TreeFrom);
    }

    /// <summary>Walks from both nodes towards the root in turns, so that the cost is that of the cycle, not of the tree.</summary>
    int LowestCommon(int a, int b)
    {
        _walk++;
        while (true)
        {
            if (a != None)
            {
                if (_node[a].Mark == _walk) return a;
                _node[a].Mark = _walk;
                a = OuterParent(a);
            }
            (a, b) = (b, a);
        }
    }

    /// <summary>
    /// The cycle runs from the lowest common node down to <paramref name="left"/>, over the new edge,
    /// and from <paramref name="right"/> back up.
    /// </summary>
    void LinkCycle(int left, int right, int lowest, int from, int to)
    {
        for (var outer = left; outer != lowest;)
        {
            var inner = TopOf(_node[outer].Outside);
            Link(inner, outer, _node[outer].Outside, _node[outer].Inside);
            var above = TopOf(_node[inner].TreeFrom);
            Link(above, inner, _node[inner].TreeFrom, _node[inner].TreeTo);
            outer = above;
        }
        Link(left, right, from, to);
        for (var outer = right; outer != lowest;)
        {
            var inner = TopOf(_node[outer].Outside);
            Link(outer, inner, _node[outer].Inside, _node[outer].Outside);
            var above = TopOf(_node[inner].TreeFrom);
            Link(inner, above, _node[inner].TreeTo, _node[inner].TreeFrom);
            outer = above;
        }
    }

    void Link(int a, int b, int from, int to) => (_node[a].Next, _node[a].NextFrom, _node[a].NextTo) = (b, from, to);

    void Enclose(int blossom, int lowest)
    {
        ref var node = ref _node[blossom];
        node.Parent = None;
        node.Above = blossom;
        node.Child = lowest;
        (node.Inside, node.Outside) = (_node[lowest].Inside, _node[lowest].Outside);
        node.State = State.Outer;
        node.Dual = -2 * _now;
        node.Mark = 0;
        _treeNodes.Add(blossom);
        node.Head = _node[lowest].Head;
        var tail = None;
        var child = lowest;
        do
        {
            Absorb(child, blossom);
            if (tail != None) _vertex[tail].NextLeaf = _node[child].Head;
            tail = _node[child].Tail;
            child = _node[child].Next;
        }
        while (child != lowest);
        node.Tail = tail;
    }

    void Absorb(int child, int blossom)
    {
        ref var node = ref _node[child];
        node.Parent = node.Above = blossom;
        if (node.State == State.Outer) { node.Dual += 2 * _now; return; }
        node.Dual -= 2 * _now;
        for (var v = node.Head; ; v = _vertex[v].NextLeaf)
        {
            BecomeOuterVertex(v, 2 * _now);
            if (v == node.Tail) break;
        }
    }
}
