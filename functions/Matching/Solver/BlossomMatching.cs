namespace Ilnp.Matching.Solver;

/// <summary>
/// Maximum-weight matching in a general graph, exact, in integers, by Edmonds' blossom algorithm with dual variables:
/// from one exposed vertex after the other grows an alternating tree whose duals move until the vertex finds a partner,
/// or another vertex can be left alone instead.
/// </summary>
/// <remarks>
/// Every vertex has a <em>floor</em>: its dual never falls below it, and a vertex may stay alone only there. The matching found maximises
/// the sum over its edges of weight - (floor(u) + floor(v)) / 2. A common floor is the price of a pair (the multiplier of "at most K
/// pairs"), a very low floor makes a vertex one that must be matched. Floors may change between solves; duals, matching and blossoms are
/// kept. Duals are doubled: y(u) + y(v) >= 2 weight, with equality on matched edges. Within a search all tree vertices are joined by tight
/// edges, so their duals have one parity and every event falls on an integer. Duals move lazily: a tree member stores its dual as of time
/// zero. Literature: Edmonds 1965; Galil 1986 (lazy duals, priority queues); Kolmogorov 2009 (inner matching fixed only on expansion).
/// Memory is O(vertices + edges); nothing recurses.
/// </remarks>
public sealed partial class BlossomMatching
{
    /// <summary>A floor this low makes its vertex one that must be matched, if any matching can.</summary>
    public const int MustBeMatched = -(1 << 27);

    const int None = -1;
    const int Never = int.MaxValue;

    readonly WeightedGraph _graph;
    readonly int _count;
    readonly int[] _floor;
    readonly Vertex[] _vertex;
    readonly Node[] _node;
    readonly Stack<int> _unusedNodes = new();
    readonly EventQueue _events = new();
    bool _startsFractional;

    /// <summary>Starts with the best duals that need no search.</summary>
    public BlossomMatching(WeightedGraph graph, ReadOnlySpan<int> floor) : this(graph, floor, default) { }

    /// <summary>
    /// Starts from known duals (doubled), for instance those of a graph with fewer edges; they are raised where they are not feasible.
    /// </summary>
    public BlossomMatching(WeightedGraph graph, ReadOnlySpan<int> floor, ReadOnlySpan<int> duals)
    {
        _graph = graph;
        _count = graph.Count;
        _floor = floor.ToArray();
        _vertex = new Vertex[_count];
        _node = new Node[_count + _count / 2 + 1];
        Reset();
        if (duals.IsEmpty) RaiseToHeaviest();
        else RaiseToFeasible(duals);
        MatchTightEdges();
        _startsFractional = true;
    }

    void Reset()
    {
        _unusedNodes.Clear();
        for (var b = _node.Length - 1; b >= _count; b--) _unusedNodes.Push(b);
        for (var v = 0; v < _count; v++) Reset(v);
    }

    /// <summary>Searches made so far: one per vertex that no tight edge matched.</summary>
    public long Searches { get; private set; }

    void Reset(int v)
    {
        ref var node = ref _node[v];
        node = new Node { Parent = None, Outside = None, Inside = v, Above = v, Head = v, Tail = v };
        _vertex[v] = new Vertex { Key = Never, Top = v, NextLeaf = None, State = State.Exposed };
    }

    enum State : byte
    {
        /// <summary>Not in the tree, matched.</summary>
        Matched,

        /// <summary>Not in the tree, in a blossom (or vertex) that has no partner.</summary>
        Exposed,

        /// <summary>At even distance from the root: its dual falls with time.</summary>
        Outer,

        /// <summary>At odd distance: its dual rises with time.</summary>
        Inner,
    }

    /// <summary>What the inner loop reads about a vertex, together on one cache line.</summary>
    struct Vertex
    {
        /// <summary>Dual: true when out of the tree; for an outer vertex dual + time, for an inner one dual - time.</summary>
        public int Dual;

        /// <summary>
        /// Least (outer neighbour's stored dual - twice the weight) seen in this search; with the vertex's
        /// own dual it gives the time of its growth.
        /// </summary>
        public int Key;

        /// <summary>The outer neighbour behind <see cref="Key"/>.</summary>
        public int KeyFrom;

        /// <summary>Outermost blossom, unless this search shrank it further (see <see cref="BlossomMatching.TopOf"/>).</summary>
        public int Top;

        /// <summary>Next vertex in the list of its blossom's leaves.</summary>
        public int NextLeaf;

        public State State;
    }

    /// <summary>A vertex (index below the vertex count) or a blossom.</summary>
    struct Node
    {
        /// <summary>The blossom directly around, or <see cref="None"/>.</summary>
        public int Parent;

        /// <summary>Union-find link to the outermost blossom of this search; itself when outermost.</summary>
        public int Above;

        /// <summary>
        /// The matched edge: its end inside this node and its end outside; without a partner the exposed vertex and <see cref="None"/>.
        /// </summary>
        public int Inside, Outside;

        /// <summary>First and last vertex of the node's stretch in the list of leaves.</summary>
        public int Head, Tail;

        /// <summary>Siblings form an odd cycle: the next one, and the edge to it.</summary>
        public int Next, NextFrom, NextTo;

        /// <summary>A blossom's first child.</summary>
        public int Child;

        /// <summary>A blossom's dual (doubled): true out of the tree; outer: dual - 2 time; inner: dual + 2 time.</summary>
        public int Dual;

        /// <summary>For an inner node, the tree edge from its outer parent: vertex there, vertex here.</summary>
        public int TreeFrom, TreeTo;

        /// <summary>Last walk to the root that came by.</summary>
        public int Mark;

        public State State;
    }

    /// <summary>The outermost blossom around a vertex, also in the middle of a search.</summary>
    int TopOf(int v)
    {
        var top = _vertex[v].Top;
        while (_node[top].Above != top)
        {
            var above = _node[top].Above;
            _node[top].Above = _node[above].Above;
            top = above;
        }
        return top;
    }
}
