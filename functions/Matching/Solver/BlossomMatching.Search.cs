namespace Ilnp.Matching.Solver;

public sealed partial class BlossomMatching
{
    readonly List<int> _treeNodes = [];
    readonly List<int> _keyed = [];
    readonly Stack<int> _unscanned = new();
    int _now;
    int _end;
    int _endFrom;
    int _endTo;

    /// <summary>Makes the matching optimal for the present floors.</summary>
    /// <returns>False when cancelled: the matching is valid, its duals feasible, but exposed
    /// vertices may stand above their floor.</returns>
    public bool Solve(CancellationToken cancellation = default)
    {
        if (_startsFractional && !StartFractional(cancellation)) return false;
        for (var v = 0; v < _count; v++)
        {
            if (!IsRestless(v)) continue;
            if ((++Searches & 63) == 0 && cancellation.IsCancellationRequested) return false;
            Search(v);
        }
        return true;
    }

    /// <summary>Without a partner, yet its dual is above its floor.</summary>
    bool IsRestless(int v) => _vertex[v].State == State.Exposed && _vertex[v].Dual > _floor[v] && _node[_vertex[v].Top].Inside == v;

    void Search(int root)
    {
        (_now, _end, _endFrom, _endTo) = (0, Never, None, None);
        _events.Clear();
        BecomeOuter(_vertex[root].Top);
        ScanAll();
        while (_events.Count > 0)
        {
            var (time, kind, number) = _events.Take();
            if (time >= _end) break;
            _now = time;
            if (kind == EventKind.Grow) Grow(number, time);
            else if (kind == EventKind.Expand) ExpandInner(number);
            else Shrink(number);
            ScanAll();
        }
        _now = _end;
        Finish();
    }

    void ScanAll()
    {
        while (_unscanned.TryPop(out var v)) Scan(v);
    }

    /// <summary>Looks at the arcs of a new outer vertex. What would happen only after the search's end is not even noted.</summary>
    void Scan(int v)
    {
        var dual = _vertex[v].Dual;
        var vertices = _vertex;
        for (int k = _graph.Start[v], stop = _graph.Start[v + 1]; k < stop; k++)
        {
            var arc = _graph.Arcs[k];
            ref var other = ref vertices[arc.To];
            if (other.State == State.Outer)
            {
                var time = (dual + other.Dual - arc.Twice) >> 1;
                if (time < _end && TopOf(v) != TopOf(arc.To)) _events.Add(time, EventKind.Shrink, k);
                continue;
            }
            if (other.State == State.Inner && other.Top < _count) continue;
            var key = dual - arc.Twice;
            var reach = key + other.Dual;
            if (key >= other.Key || (other.State == State.Inner ? reach + _now : reach) >= _end) continue;
            if (other.State == State.Exposed) { (_end, _endFrom, _endTo) = (reach, v, arc.To); continue; }
            if (other.Key == Never) _keyed.Add(arc.To);
            (other.Key, other.KeyFrom) = (key, v);
            if (other.State == State.Matched) _events.Add(reach, EventKind.Grow, arc.To);
        }
    }

    void Grow(int v, int time)
    {
        ref var vertex = ref _vertex[v];
        if (vertex.State != State.Matched || vertex.Key + vertex.Dual != time) return;
        var inner = vertex.Top;
        BecomeInner(inner, vertex.KeyFrom, v);
        BecomeOuter(_vertex[_node[inner].Outside].Top);
    }

    void BecomeInner(int b, int treeFrom, int treeTo)
    {
        ref var node = ref _node[b];
        (node.State, node.TreeFrom, node.TreeTo) = (State.Inner, treeFrom, treeTo);
        _treeNodes.Add(b);
        for (var v = node.Head; ; v = _vertex[v].NextLeaf)
        {
            _vertex[v].State = State.Inner;
            _vertex[v].Dual -= _now;
            if (v == node.Tail) break;
        }
        if (b < _count) return;
        var empty = _now + node.Dual / 2;
        node.Dual += 2 * _now;
        if (empty < _end) _events.Add(empty, EventKind.Expand, b);
    }

    void BecomeOuter(int b)
    {
        ref var node = ref _node[b];
        node.State = State.Outer;
        node.Dual -= 2 * _now;
        _treeNodes.Add(b);
        for (var v = node.Head; ; v = _vertex[v].NextLeaf)
        {
            BecomeOuterVertex(v, _now);
            if (v == node.Tail) break;
        }
    }

    /// <summary>Marks a vertex for scanning; it may itself be the one to be left alone, when its dual reaches its floor first.</summary>
    void BecomeOuterVertex(int v, int shift)
    {
        ref var vertex = ref _vertex[v];
        vertex.State = State.Outer;
        vertex.Dual += shift;
        _unscanned.Push(v);
        var atFloor = vertex.Dual - _floor[v];
        if (atFloor < _end) (_end, _endFrom, _endTo) = (atFloor, v, None);
    }
}
