using Ilnp.Matching.Scoring;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice.Large;

/// <summary>
/// Looks through all feasible pairs of many people without writing them down. People are kept in groups of equal first interest and library
/// type, in each group in the order of what a partner would have to bring; a bound on the points that a person can reach with a group ends
/// the walk through it early, mostly at once.
/// </summary>
/// <remarks>
/// A pair helps when 2 points(pair) > demand(i) + demand(j) + the duals of the blossoms around both, where a person's demand is the dual
/// (doubled) less twice the person's own points. Groups are split further by what the nest of blossoms around most people adds, so that the
/// bound knows nearly all of it; the rest is looked up for each pair that is left.
/// </remarks>
sealed class PairScan
{
    const int Chunk = 64;

    readonly MatchingRules _rules;
    readonly CandidatePool _pool;
    readonly PairTables _tables;
    readonly int[] _people;
    readonly int[] _groupOf;
    readonly (int FirstInterest, int LibraryType)[] _groups;
    readonly int[] _restOfInterests;
    readonly bool _anyUnlike;

    /// <param name="rules">Rules and scores.</param>
    /// <param name="people">The people to look through, by number; results use their places in this list.</param>
    public PairScan(MatchingRules rules, IReadOnlyList<int> people)
    {
        (_rules, _pool, _people) = (rules, rules.Pool, [.. people]);
        _tables = new PairTables(_pool, rules.Score);
        var keys = _people.Select(i => (First(i), _pool.LibraryType[i])).ToArray();
        _groups = [.. keys.Distinct().Order()];
        var number = _groups.Select((g, k) => (g, k)).ToDictionary(p => p.g, p => p.k);
        _groupOf = [.. keys.Select(k => number[k])];
        _restOfInterests = [.. _people.Select(RestOfInterests)];
        _anyUnlike = _people.Any(i => _pool.WantsUnlike[i]);
    }

    int First(int i) => _pool.InterestCount[i] > 0 ? _pool.Interests[i * CandidatePool.Ranks] : -1;

    /// <summary>Most points of interests that are not the other's first.</summary>
    int RestOfInterests(int i)
    {
        var sum = 0;
        for (var a = 0; a < _pool.InterestCount[i]; a++) sum += _rules.Score.SharedPoints(a + 1);
        return sum;
    }

    /// <summary>What one walk found.</summary>
    /// <param name="Edges">Helpful pairs, the most helpful of each person.</param>
    /// <param name="Excess">Sum over the people of their most helpful pair's excess (doubled, scaled): adding it to the duals would
    /// make them feasible for all pairs.</param>
    public sealed record Found(List<WeightedEdge> Edges, long Excess);

    /// <summary>
    /// The best partners of everybody by the pair's own points; equal ones are spread by a fixed hash,
    /// so that not everybody gets the same few.
    /// </summary>
    public List<WeightedEdge> BestPartners(int perPerson) =>
        Walk(new Prices(new long[_people.Length], null, 1), perPerson, everybody: true, least: 0).Edges;

    /// <summary>
    /// Pairs that are worth more than the duals (doubled, scaled) allow, at most so many per
    /// person: all others are proven to be of no help.
    /// </summary>
    public Found Helpful(DualSolution duals, int scale, int perPerson) =>
        Walk(new Prices(Demand(duals.Vertices, scale), new BlossomForest(duals), scale), perPerson, everybody: false, least: 0);

    /// <summary>By how many points the best pair of each person misses what the duals ask; null where nobody may be a partner.</summary>
    /// <param name="demands">What each person's partner has to make up for (doubled, scaled).</param>
    /// <param name="blossoms">The blossoms of the same duals.</param>
    /// <param name="scale">What the duals are multiplied by.</param>
    /// <param name="excess">By how much their bound exceeds the choice (scaled).</param>
    public long?[] MissedBy(ReadOnlySpan<int> demands, BlossomForest? blossoms, int scale, long excess = 0)
    {
        var demand = Demand(demands, scale);
        var missed = new long?[_people.Length];
        foreach (var edge in Walk(new Prices(demand, blossoms, scale), 1, everybody: true, least: -PairTables.Infeasible).Edges)
        {
            Keep(edge.U, edge);
            Keep(edge.V, edge);
        }
        return missed;

        void Keep(int k, WeightedEdge edge)
        {
            var points = edge.Weight - _pool.Personal[_people[edge.U]] - _pool.Personal[_people[edge.V]];
            var short2 = demand[edge.U] + demand[edge.V] + (blossoms?.Common(edge.U, edge.V) ?? 0) - 2L * scale * points - 2 * excess;
            var missing = Math.Max(0, (short2 + 2 * scale - 1) / (2 * scale));
            missed[k] = Math.Min(missed[k] ?? long.MaxValue, missing);
        }
    }

    long[] Demand(ReadOnlySpan<int> duals, int scale)
    {
        var demand = new long[_people.Length];
        for (var k = 0; k < demand.Length; k++) demand[k] = duals[k] - 2L * scale * _pool.Personal[_people[k]];
        return demand;
    }

    /// <summary>What pairs have to bring.</summary>
    /// <param name="Demand">Of each person (doubled, scaled).</param>
    /// <param name="Blossoms">What two people have in common beyond it; null for nothing.</param>
    /// <param name="Scale">What both are multiplied by.</param>
    sealed record Prices(long[] Demand, BlossomForest? Blossoms, int Scale);

    Found Walk(Prices prices, int perPerson, bool everybody, long least)
    {
        var lists = new ScanList(
            _pool, _tables, _people, prices.Demand, new ScanOrder(_groupOf, _groups.Length, prices.Demand, prices.Blossoms));
        var chunks = (_people.Length + Chunk - 1) / Chunk;
        var found = new (List<WeightedEdge> Edges, long Excess)[chunks];
        Parallel.For(0, chunks, () => new Walker(this, lists, prices, perPerson, everybody, least), (chunk, _, walker) =>
        {
            found[chunk] = walker.Walk(chunk * Chunk, Math.Min(_people.Length, (chunk + 1) * Chunk));
            return walker;
        }, _ => { });
        return new Found([.. found.SelectMany(f => f.Edges)], found.Sum(f => f.Excess));
    }

    /// <summary>Walks for some of the people; one per thread.</summary>
    sealed class Walker(PairScan scan, ScanList lists, Prices prices, int perPerson, bool everybody, long floor)
    {
        readonly int[] _interests = new int[Math.Max(1, scan._tables.InterestRow)];
        readonly PriorityQueue<(int Other, int Points), long> _best = new();
        readonly int _scale = prices.Scale;
        long _greatest;

        public (List<WeightedEdge>, long) Walk(int from, int to)
        {
            var edges = new List<WeightedEdge>();
            var excess = 0L;
            for (var place = from; place < to; place++) excess += WalkFor(place, edges);
            return (edges, excess);
        }

        /// <summary>Gives the excess of the person's most helpful pair.</summary>
        long WalkFor(int place, List<WeightedEdge> edges)
        {
            var k = lists.Order[place];
            var person = scan._people[k];
            scan._tables.FillInterestRow(person, _interests);
            var rows = new PersonRows(scan._tables, person, _interests);
            var most = scan._tables.Place.Most(person) + scan._tables.Language.Most(person) + scan._tables.Habits.Most(person);
            _best.Clear();
            _greatest = 0;
            for (var step = 0; step < scan._groups.Length; step++)
            {
                // The own group first: its pairs are the likeliest, and a full list of good ones makes the bounds bite.
                var group = (scan._groupOf[k] + step) % scan._groups.Length;
                WalkGroup(place, rows, group, 2L * _scale * (most + scan.MostWithGroup(person, k, group)) - lists.Demand[place]);
            }
            while (_best.TryDequeue(out var best, out _))
                edges.Add(
                    new WeightedEdge(
                        Math.Min(k, best.Other),
                        Math.Max(k, best.Other),
                        best.Points + scan._pool.Personal[person] + scan._pool.Personal[scan._people[best.Other]]));
            return _greatest;
        }

        void WalkGroup(int place, PersonRows rows, int group, long reach)
        {
            for (var layer = 0; layer < lists.Layers; layer++)
            {
                var list = group * lists.Layers + layer;
                var (from, to) = (lists.Start[list], lists.Start[list + 1]);
                // Every pair once: only partners further down the order, except when everybody's own list is wanted.
                if (!everybody) from = Math.Max(from, place + 1);
                if (from < to) WalkList(place, rows, from, to, reach - Math.Min(lists.InNest[place], lists.LeastInNest[layer]));
            }
        }

        void WalkList(int place, PersonRows rows, int from, int to, long reach)
        {
            var (own, nest) = (lists.Demand[place], lists.InNest[place]);
            for (var at = from; at < to && lists.Demand[at] + Least() < reach; at++)
            {
                if (at == place) continue;
                var points = lists.Points(at, rows);
                var gain = 2L * _scale * points - own - lists.Demand[at] - Math.Min(nest, lists.InNest[at]);
                if (gain <= Least() || points < 0) continue;
                Take(lists.Order[place], lists.Order[at], points, 2L * _scale * points - own - lists.Demand[at]);
            }
        }

        long Least() => _best.Count >= perPerson && _best.TryPeek(out _, out var least) ? Math.Max(floor, least - _spread * _scale) : floor;

        /// <summary>Equal pairs are told apart by a hash, except where the very best is asked for.</summary>
        readonly int _spread = floor < 0 ? 0 : 63;

        void Take(int k, int other, int points, long gain)
        {
            if (scan._rules.IsForbidden(scan._people[k], scan._people[other])) return;
            if (prices.Blossoms is { } blossoms) gain -= blossoms.Common(k, other);
            if (gain <= floor) return;
            _greatest = Math.Max(_greatest, gain);
            var ranked = gain + (Hash(k, other) & _spread) * _scale;
            if (_best.Count < perPerson) _best.Enqueue((other, points), ranked);
            else if (_best.TryPeek(out _, out var least) && ranked > least) _best.EnqueueDequeue((other, points), ranked);
        }

        static uint Hash(int a, int b)
        {
            var mixed = ((uint)Math.Min(a, b) * 2654435761u) ^ ((uint)Math.Max(a, b) * 2246822519u);
            return (mixed ^ (mixed >> 15)) * 3266489917u >> 8;
        }
    }

    /// <summary>Most points of interests and background that a person can get with a member of a group.</summary>
    int MostWithGroup(int person, int k, int group)
    {
        var (first, library) = _groups[group];
        var interests = _restOfInterests[k];
        for (var a = 0; a < _pool.InterestCount[person]; a++)
        {
            if (_pool.Interests[person * CandidatePool.Ranks + a] != first) continue;
            interests += (a == 0 ? _rules.Score.FirstInterest : _rules.Score.SharedPoints(a)) - _rules.Score.SharedPoints(a + 1);
        }
        var sameLibrary = _anyUnlike || (library >= 0 && library == _pool.LibraryType[person]);
        return interests + _rules.Score.MostExperience(person) + (sameLibrary ? _rules.Score.MostLibraryType : 0);
    }
}
