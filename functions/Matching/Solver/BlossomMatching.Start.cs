namespace Ilnp.Matching.Solver;

public sealed partial class BlossomMatching
{
    void RaiseToHeaviest()
    {
        for (var v = 0; v < _count; v++)
        {
            var dual = _floor[v];
            foreach (var arc in _graph.ArcsOf(v)) dual = Math.Max(dual, arc.Twice / 2);
            _vertex[v].Dual = dual;
        }
    }

    void RaiseToFeasible(ReadOnlySpan<int> duals)
    {
        for (var v = 0; v < _count; v++) _vertex[v].Dual = Math.Max(_floor[v], duals[v]);
        Lift();
    }

    /// <summary>Raises each dual as far as its edges demand, given the others.</summary>
    void Lift()
    {
        for (var v = 0; v < _count; v++)
        {
            var dual = _vertex[v].Dual;
            foreach (var arc in _graph.ArcsOf(v)) dual = Math.Max(dual, arc.Twice - _vertex[arc.To].Dual);
            _vertex[v].Dual = dual;
        }
    }

    /// <summary>
    /// Lowers the dual of each exposed vertex until an edge is tight, and takes that edge if its other end is exposed too.
    /// </summary>
    void MatchTightEdges()
    {
        for (var v = 0; v < _count; v++)
            if (_vertex[v].State == State.Exposed) LowerAndMatch(v);
    }

    void LowerAndMatch(int v)
    {
        var least = _floor[v];
        var partner = None;
        foreach (var arc in _graph.ArcsOf(v))
        {
            ref var other = ref _vertex[arc.To];
            var needed = arc.Twice - other.Dual;
            if (needed < least) continue;
            var free = other.State == State.Exposed;
            if (needed > least) partner = None;
            if (free && partner == None) partner = arc.To;
            least = needed;
        }
        _vertex[v].Dual = least;
        if (partner != None) Join(v, partner);
    }

    void Join(int u, int v)
    {
        (_node[u].Inside, _node[u].Outside) = (u, v);
        (_node[v].Inside, _node[v].Outside) = (v, u);
        _vertex[u].State = _vertex[v].State = State.Matched;
    }

    /// <summary>
    /// Only the half-integral optimum's duals: nearly final, found much sooner, and without any blossom as long as nothing
    /// was solved exactly. False when cancelled.
    /// </summary>
    public bool SolveFractional(CancellationToken cancellation = default) => !_startsFractional || StartFractional(cancellation);

    /// <summary>Takes duals and matching from the half-integral optimum; there are no blossoms yet.</summary>
    bool StartFractional(CancellationToken cancellation)
    {
        var start = new FractionalStart(_graph, _floor, [.. _vertex.Select(v => v.Dual)], [.. _node.Take(_count).Select(b => b.Outside)]);
        var complete = start.Solve(cancellation);
        for (var v = 0; v < _count; v++)
        {
            _vertex[v].Dual = start.DualOf(v);
            _vertex[v].State = State.Exposed;
            (_node[v].Inside, _node[v].Outside) = (v, None);
        }
        for (var v = 0; v < _count; v++)
            if (start.MateOf(v) > v) Join(v, start.MateOf(v));
        _startsFractional = !complete;
        return complete;
    }
}
