namespace Ilnp.Matching.Solver;

public sealed partial class BlossomMatching
{
    /// <summary>Each vertex's partner, or -1.</summary>
    public int[] Mates()
    {
        var inside = new int[_node.Length];
        var outside = new int[_node.Length];
        for (var b = 0; b < _node.Length; b++) (inside[b], outside[b]) = (_node[b].Inside, _node[b].Outside);
        var child = new int[_node.Length];
        foreach (var blossom in BlossomsOutermostFirst()) MatchChildren(blossom, inside, outside, child);
        return outside.AsSpan(0, _count).ToArray();
    }

    /// <summary>The duals (doubled) and blossoms as they stand: with the mates they are the matching's certificate.</summary>
    public DualSolution Duals()
    {
        var number = new Dictionary<int, int>();
        var blossoms = new List<DualBlossom>();
        foreach (var b in BlossomsOutermostFirst())
        {
            number[b] = blossoms.Count;
            blossoms.Add(new DualBlossom(_node[b].Parent == None ? None : number[_node[b].Parent], _node[b].Dual));
        }
        var duals = new int[_count];
        var innermost = new int[_count];
        for (var v = 0; v < _count; v++)
            (duals[v], innermost[v]) = (_vertex[v].Dual, _node[v].Parent == None ? None : number[_node[v].Parent]);
        return new DualSolution(duals, innermost, blossoms);
    }

    /// <summary>
    /// Sets the matched edges of a blossom's children along the cycle, starting from the child that holds the blossom's own.
    /// </summary>
    void MatchChildren(int blossom, int[] inside, int[] outside, int[] holderOf)
    {
        // The way up from the matched vertex names the holder at every level at once: climbing anew at
        // each level would be quadratic in deep nests.
        if (holderOf[blossom] == 0) ClimbFrom(inside[blossom], blossom, holderOf);
        var holder = holderOf[blossom] - 1;
        (inside[holder], outside[holder]) = (inside[blossom], outside[blossom]);
        for (var a = _node[holder].Next; a != holder;)
        {
            var b = _node[a].Next;
            (inside[a], outside[a]) = (_node[a].NextFrom, _node[a].NextTo);
            (inside[b], outside[b]) = (_node[a].NextTo, _node[a].NextFrom);
            a = _node[b].Next;
        }
    }

    void ClimbFrom(int vertex, int top, int[] holderOf)
    {
        for (var at = vertex; at != top; at = _node[at].Parent) holderOf[_node[at].Parent] = at + 1;
    }

    List<int> BlossomsOutermostFirst()
    {
        var found = new List<int>();
        var seen = new bool[_node.Length];
        var chain = new Stack<int>();
        for (var v = 0; v < _count; v++)
        {
            for (var b = _node[v].Parent; b != None && !seen[b]; b = _node[b].Parent)
            {
                seen[b] = true;
                chain.Push(b);
            }
            while (chain.TryPop(out var b)) found.Add(b);
        }
        return found;
    }
}
