namespace Ilnp.Matching.Solver;

public sealed partial class BlossomMatching
{
    /// <summary>
    /// Changes the floors. Where all fall, the present matching and blossoms stand and <see cref="Solve"/> goes on from
    /// them; otherwise what is still tight is kept.
    /// </summary>
    public void MoveFloors(ReadOnlySpan<int> floor)
    {
        var rises = false;
        for (var v = 0; v < _count; v++)
        {
            rises |= floor[v] > _floor[v] && floor[v] > _vertex[v].Dual;
            _floor[v] = floor[v];
        }
        if (rises) Restart();
    }

    void Restart()
    {
        var duals = FlatDuals();
        var mates = Mates();
        Reset();
        RaiseToFeasible(duals);
        for (var v = 0; v < _count; v++)
            if (mates[v] > v) JoinIfTight(v, mates[v]);
        MatchTightEdges();
        _startsFractional = true;
    }

    void JoinIfTight(int u, int v)
    {
        foreach (var arc in _graph.ArcsOf(u))
        {
            if (arc.To != v || _vertex[u].Dual + _vertex[v].Dual != arc.Twice) continue;
            Join(u, v);
            return;
        }
    }

    /// <summary>
    /// Vertex duals (doubled) with the blossoms' duals shared out among their vertices: feasible without any blossom, also
    /// for a graph with more edges once raised.
    /// </summary>
    public int[] FlatDuals()
    {
        var share = new int[_node.Length];
        foreach (var b in BlossomsOutermostFirst())
            share[b] = _node[b].Dual / 2 + (_node[b].Parent == None ? 0 : share[_node[b].Parent]);
        var duals = new int[_count];
        for (var v = 0; v < _count; v++)
            duals[v] = _vertex[v].Dual + (_node[v].Parent == None ? 0 : share[_node[v].Parent]);
        return duals;
    }
}
