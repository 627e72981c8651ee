namespace Ilnp.Matching.Solver;

public sealed partial class BlossomMatching
{
    /// <summary>
    /// Ends the search at its end time: flips the path from the root, writes the duals back, opens blossoms without a dual.
    /// </summary>
    void Finish()
    {
        var partner = _endTo == None ? None : _vertex[_endTo].Top;
        FlipTowardsRoot(TopOf(_endFrom), _endFrom, _endTo);
        if (partner != None)
        {
            (_node[partner].Inside, _node[partner].Outside) = (_endTo, _endFrom);
            SetLeaves(partner, State.Matched);
        }
        foreach (var b in _treeNodes) Settle(b);
        foreach (var v in _keyed) _vertex[v].Key = Never;
        _treeNodes.Clear();
        _keyed.Clear();
    }

    void FlipTowardsRoot(int outer, int inside, int outside)
    {
        while (true)
        {
            var formerMate = _node[outer].Outside;
            (_node[outer].Inside, _node[outer].Outside) = (inside, outside);
            if (formerMate == None) return;
            var inner = TopOf(formerMate);
            (inside, outside) = (_node[inner].TreeFrom, _node[inner].TreeTo);
            (_node[inner].Inside, _node[inner].Outside) = (outside, inside);
            outer = TopOf(inside);
        }
    }

    void Settle(int b)
    {
        ref var node = ref _node[b];
        if (node.Parent != None || node.State is not (State.Outer or State.Inner))
        {
            if (node.Parent != None)
                node.State = State.Matched; return;
        }
        var outer = node.State == State.Outer;
        node.State = State.Matched;
        node.Dual += outer ? 2 * _now : -2 * _now;
        var state = node.Outside == None ? State.Exposed : State.Matched;
        for (var v = node.Head; ; v = _vertex[v].NextLeaf)
        {
            ref var vertex = ref _vertex[v];
            vertex.Dual += outer ? -_now : _now;
            vertex.State = state;
            vertex.Top = b;
            if (v == node.Tail) break;
        }
        if (b >= _count && outer && node.Dual == 0) OpenSettled(b);
    }

    /// <summary>
    /// Opens an outermost blossom after a search; if it has no partner, the child that holds the exposed vertex stays exposed.
    /// </summary>
    void OpenSettled(int b)
    {
        Open(b, 0);
        var holder = _cycle[0];
        if (_node[holder].Outside == None) SetLeaves(holder, State.Exposed);
    }

    void SetLeaves(int b, State state)
    {
        var tail = _node[b].Tail;
        for (var v = _node[b].Head; ; v = _vertex[v].NextLeaf)
        {
            _vertex[v].State = state;
            if (v == tail) break;
        }
    }
}
