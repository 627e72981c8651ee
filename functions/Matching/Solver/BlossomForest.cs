namespace Ilnp.Matching.Solver;

/// <summary>
/// The blossoms of a dual solution as a forest. What two vertices have in common is found in logarithmic time however deep the blossoms
/// nest: without a limit on pairs nearly everybody ends up in one nest of thousands of levels.
/// </summary>
sealed class BlossomForest
{
    // Tree 0 is the ground that every outermost blossom stands on; blossom b has number b + 1.
    readonly int[] _innermost;
    readonly int[] _parent;
    readonly int[] _depth;
    readonly int[] _jump;
    readonly long[] _sum;

    public BlossomForest(DualSolution duals)
    {
        var count = duals.Blossoms.Count + 1;
        (_parent, _depth, _jump, _sum) = (new int[count], new int[count], new int[count], new long[count]);
        for (var b = 1; b < count; b++)
        {
            var (parent, dual) = (duals.Blossoms[b - 1].Parent + 1, duals.Blossoms[b - 1].Dual);
            if (parent >= b) throw new ArgumentException($"Blossom {b - 1} comes before the one around it.");
            (_parent[b], _depth[b], _sum[b]) = (parent, _depth[parent] + 1, _sum[parent] + dual);
            // Jumps of lengths 1, 3, 7, ... as in a skew binary number: one link per blossom reaches any
            // ancestor in logarithmic time (Myers 1983).
            var jump = _jump[parent];
            _jump[b] = _depth[parent] - _depth[jump] == _depth[jump] - _depth[_jump[jump]] ? _jump[jump] : parent;
        }
        _innermost = [.. duals.Innermost.Select(b => b + 1)];
    }

    /// <summary>Sum of the duals (doubled) of all blossoms around both vertices.</summary>
    public long Common(int u, int v)
    {
        var (a, b) = (_innermost[u], _innermost[v]);
        if (a == 0 || b == 0) return 0;
        (a, b) = (Lift(a, _depth[b]), Lift(b, _depth[a]));
        while (a != b) (a, b) = _jump[a] != _jump[b] ? (_jump[a], _jump[b]) : (_parent[a], _parent[b]);
        return _sum[a];
    }

    int Lift(int b, int depth)
    {
        while (_depth[b] > depth) b = _depth[_jump[b]] >= depth ? _jump[b] : _parent[b];
        return b;
    }

    /// <summary>
    /// For each of the first vertices the sum of the duals around it along the nest that most of them share: two vertices have at
    /// least the smaller of their sums in common.
    /// </summary>
    /// <param name="vertices">How many vertices are asked about.</param>
    public long[] SumsAlongMainNest(int vertices)
    {
        var size = new int[_parent.Length];
        foreach (var b in _innermost.AsSpan(0, vertices)) size[b]++;
        var largest = new int[_parent.Length];
        for (var b = size.Length - 1; b > 0; b--)
        {
            size[_parent[b]] += size[b];
            if (largest[_parent[b]] == 0 || size[largest[_parent[b]]] < size[b]) largest[_parent[b]] = b;
        }
        var anchored = new long[_parent.Length];
        for (var (b, main) = (1, largest[0]); b < anchored.Length; b++)
        {
            anchored[b] = b == main ? _sum[b] : anchored[_parent[b]];
            if (b == main) main = largest[b];
        }
        return [.. _innermost.Take(vertices).Select(b => anchored[b])];
    }
}
