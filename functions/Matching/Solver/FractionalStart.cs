namespace Ilnp.Matching.Solver;

/// <summary>
/// Solves the matching problem in which an edge may also be taken by half, and so gives the exact solver duals that are nearly final
/// and a matching that misses one vertex per odd cycle of half edges. Without blossoms the searches are shortest paths: whatever closes
/// an odd cycle ends the search as a success.
/// </summary>
sealed class FractionalStart
{
    const int None = -1;
    const int Never = int.MaxValue;

    readonly WeightedGraph _graph;
    readonly int[] _floor;
    readonly Vertex[] _vertex;
    readonly EventQueue _events = new();
    readonly List<int> _tree = [];
    readonly List<int> _keyed = [];
    readonly Stack<int> _unscanned = new();
    int _now, _end, _endFrom, _endTo, _walk;

    struct Vertex
    {
        /// <summary>As in the exact solver: outer dual + time, inner dual - time, otherwise true; doubled.</summary>
        public int Dual;
        public int Key, KeyFrom, Mate, CycleNext, Mark;
        public State State;
    }

    enum State : byte { Matched, Open, Outer, Inner }

    /// <param name="graph">The graph.</param>
    /// <param name="floor">Floors, doubled like all duals.</param>
    /// <param name="duals">Feasible duals.</param>
    /// <param name="mates">A matching of tight edges; exposed vertices have -1.</param>
    public FractionalStart(WeightedGraph graph, int[] floor, ReadOnlySpan<int> duals, ReadOnlySpan<int> mates)
    {
        (_graph, _floor, _vertex) = (graph, floor, new Vertex[graph.Count]);
        for (var v = 0; v < _vertex.Length; v++)
            _vertex[v] = new Vertex
            {
                Dual = duals[v],
                Mate = mates[v],
                Key = Never,
                CycleNext = None,
                State = mates[v] < 0 ? State.Open : State.Matched,
            };
    }

    public int DualOf(int v) => _vertex[v].Dual;

    public int MateOf(int v) => _vertex[v].Mate;

    /// <summary>Searches from every exposed vertex above its floor, then opens the cycles.</summary>
    /// <returns>False when cancelled; duals stay feasible and matched edges tight.</returns>
    public bool Solve(CancellationToken cancellation)
    {
        var searches = 0;
        for (var v = 0; v < _vertex.Length; v++)
        {
            if (_vertex[v].State != State.Open || _vertex[v].CycleNext != None || _vertex[v].Dual <= _floor[v]) continue;
            if ((++searches & 63) == 0 && cancellation.IsCancellationRequested) break;
            Search(v);
        }
        for (var v = 0; v < _vertex.Length; v++)
            if (_vertex[v].CycleNext != None) OpenCycle(v, matched: None);
        return !cancellation.IsCancellationRequested;
    }

    void Search(int root)
    {
        (_now, _end) = (0, Never);
        _events.Clear();
        BecomeOuter(root);
        ScanAll();
        while (_events.Count > 0)
        {
            var (time, _, v) = _events.Take();
            if (time >= _end) break;
            _now = time;
            Grow(v);
            ScanAll();
        }
        Finish();
    }

    void ScanAll()
    {
        while (_unscanned.TryPop(out var v)) Scan(v);
    }

    void Scan(int v)
    {
        var dual = _vertex[v].Dual;
        var vertices = _vertex;
        foreach (var arc in _graph.ArcsOf(v))
        {
            ref var other = ref vertices[arc.To];
            if (other.State == State.Inner) continue;
            var key = dual - arc.Twice;
            if (other.State == State.Outer)
            {
                var time = (key + other.Dual) >> 1;
                if (time < _end) (_end, _endFrom, _endTo) = (time, v, arc.To);
                continue;
            }
            var reach = key + other.Dual;
            if (key >= other.Key || reach >= _end) continue;
            if (other.State == State.Open) { (_end, _endFrom, _endTo) = (reach, v, arc.To); continue; }
            if (other.Key == Never) _keyed.Add(arc.To);
            (other.Key, other.KeyFrom) = (key, v);
            _events.Add(reach, EventKind.Grow, arc.To);
        }
    }

    void Grow(int v)
    {
        ref var vertex = ref _vertex[v];
        if (vertex.State != State.Matched) return;
        vertex.State = State.Inner;
        vertex.Dual -= _now;
        _tree.Add(v);
        BecomeOuter(vertex.Mate);
    }

    void BecomeOuter(int v)
    {
        ref var vertex = ref _vertex[v];
        vertex.State = State.Outer;
        vertex.Dual += _now;
        _tree.Add(v);
        _unscanned.Push(v);
        var atFloor = vertex.Dual - _floor[v];
        if (atFloor < _end) (_end, _endFrom, _endTo) = (atFloor, v, None);
    }

    void Finish()
    {
        if (_endTo == None) Release(_endFrom);
        else if (_vertex[_endTo].State == State.Outer) CloseCycle(_endFrom, _endTo);
        else
        {
            Release(_endFrom);
            if (_vertex[_endTo].CycleNext != None) OpenCycle(_endTo, _endFrom);
            Join(_endFrom, _endTo);
        }
        foreach (var v in _tree)
        {
            ref var vertex = ref _vertex[v];
            vertex.Dual += vertex.State == State.Outer ? -_end : _end;
            vertex.State = vertex.Mate == None ? State.Open : State.Matched;
        }
        foreach (var v in _keyed) _vertex[v].Key = Never;
        _tree.Clear();
        _keyed.Clear();
    }

    /// <summary>Shifts the matching along the path to the root, so that the root is matched and this outer vertex is not.</summary>
    void Release(int outer)
    {
        var inner = _vertex[outer].Mate;
        _vertex[outer].Mate = None;
        while (inner != None)
        {
            var above = _vertex[inner].KeyFrom;
            var next = _vertex[above].Mate;
            Join(above, inner);
            inner = next;
        }
    }

    void Join(int u, int v)
    {
        _vertex[u].Mate = v;
        _vertex[v].Mate = u;
        if (_vertex[v].State == State.Open) _vertex[v].State = State.Matched;
    }

    void CloseCycle(int left, int right)
    {
        var lowest = LowestCommon(left, right);
        // Down the left side every vertex points to the one below it, up the right side to the one above.
        for (int v = left, below = right; ;)
        {
            _vertex[v].CycleNext = below;
            if (v == lowest) break;
            var above = Above(v);
            (below, v) = (v, above);
        }
        for (var v = right; v != lowest; v = Above(v)) _vertex[v].CycleNext = Above(v);
        Release(lowest);
        for (var v = _vertex[lowest].CycleNext; v != lowest; v = _vertex[v].CycleNext) _vertex[v].Mate = None;
    }

    int Above(int v) => _vertex[v].State == State.Outer ? _vertex[v].Mate : _vertex[v].KeyFrom;

    int LowestCommon(int a, int b)
    {
        _walk++;
        while (true)
        {
            if (a != None)
            {
                if (_vertex[a].Mark == _walk) return a;
                _vertex[a].Mark = _walk;
                a = _vertex[a].Mate == None ? None : _vertex[_vertex[a].Mate].KeyFrom;
            }
            (a, b) = (b, a);
        }
    }

    /// <summary>Pairs the cycle's vertices along it, all but the one given.</summary>
    void OpenCycle(int left, int matched)
    {
        var v = _vertex[left].CycleNext;
        _vertex[left].CycleNext = None;
        while (v != left)
        {
            var partner = _vertex[v].CycleNext;
            var next = _vertex[partner].CycleNext;
            _vertex[v].CycleNext = _vertex[partner].CycleNext = None;
            _vertex[v].State = State.Open;
            Join(v, partner);
            _vertex[v].State = State.Matched;
            v = next;
        }
        _vertex[left].Mate = matched;
    }
}
