using Ilnp.Matching.Scoring;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>
/// Looks through all feasible pairs of many people without writing them down. People are kept in groups of equal first interest and library type, in each group in the
/// order of what a partner would have to bring; a bound on the points that a person can reach with a group ends the walk through it early, mostly at once.
/// </summary>
/// <remarks>A pair helps when 2 points(pair) > demand(i) + demand(j), where a person's demand is the dual (doubled) less twice the person's own points.</remarks>
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
    /// <param name="Excess">Sum over the people of their most helpful pair's excess (doubled, scaled): adding it to the duals would make them feasible for all pairs.</param>
    public sealed record Found(List<WeightedEdge> Edges, long Excess);

    /// <summary>The best partners of everybody by the pair's own points; equal ones are spread by a fixed hash, so that not everybody gets the same few.</summary>
    public List<WeightedEdge> BestPartners(int perPerson)
    {
        var demand = new long[_people.Length];
        return Walk(demand, perPerson, scale: 1, everybody: true, least: 0).Edges;
    }

    /// <summary>Pairs that are worth more than the duals (doubled, scaled) allow, at most so many per person.</summary>
    public Found Helpful(ReadOnlySpan<int> duals, int scale, int perPerson)
    {
        return Walk(Demand(duals, scale), perPerson, scale, everybody: false, least: 0);
    }

    /// <summary>By how many points the best pair of each person misses what the duals ask; null where nobody may be a partner.</summary>
    public long?[] MissedBy(ReadOnlySpan<int> duals, int scale)
    {
        var demand = Demand(duals, scale);
        var missed = new long?[_people.Length];
        foreach (var edge in Walk(demand, 1, scale, everybody: true, least: -PairTables.Infeasible).Edges)
        {
            Keep(edge.U, edge);
            Keep(edge.V, edge);
        }
        return missed;

        void Keep(int k, WeightedEdge edge)
        {
            var points = edge.Weight - _pool.Personal[_people[edge.U]] - _pool.Personal[_people[edge.V]];
            var short2 = demand[edge.U] + demand[edge.V] - 2L * scale * points;
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

    Found Walk(long[] demand, int perPerson, int scale, bool everybody, long least)
    {
        var order = Enumerable.Range(0, _people.Length).ToArray();
        Array.Sort(order, (a, b) => _groupOf[a] != _groupOf[b] ? _groupOf[a] - _groupOf[b] : demand[a] != demand[b] ? demand[a].CompareTo(demand[b]) : a - b);
        var lists = new ScanList(_pool, _tables, _people, order, demand, _groupOf, _groups.Length);
        var chunks = (order.Length + Chunk - 1) / Chunk;
        var found = new (List<WeightedEdge> Edges, long Excess)[chunks];
        Parallel.For(0, chunks, () => new Walker(this, lists, perPerson, scale, everybody, least), (chunk, _, walker) =>
        {
            found[chunk] = walker.Walk(chunk * Chunk, Math.Min(order.Length, (chunk + 1) * Chunk));
            return walker;
        }, _ => { });
        return new Found([.. found.SelectMany(f => f.Edges)], found.Sum(f => f.Excess));
    }

    /// <summary>Walks for some of the people; one per thread.</summary>
    sealed class Walker(PairScan scan, ScanList lists, int perPerson, int scale, bool everybody, long floor)
    {
        readonly int[] _interests = new int[Math.Max(1, scan._tables.InterestRow)];
        readonly PriorityQueue<(int Other, int Points), long> _best = new();

        public (List<WeightedEdge>, long) Walk(int from, int to)
        {
            var edges = new List<WeightedEdge>();
            var excess = 0L;
            for (var place = from; place < to; place++) excess += WalkFor(place, edges);
            return (edges, excess);
        }

        long WalkFor(int place, List<WeightedEdge> edges)
        {
            var k = lists.Order[place];
            var person = scan._people[k];
            scan._tables.FillInterestRow(person, _interests);
            var most = scan._tables.Place.Most(person) + scan._tables.Language.Most(person) + scan._tables.Habits.Most(person);
            _best.Clear();
            var greatest = 0L;
            for (var step = 0; step < scan._groups.Length; step++)
            {
                // The own group first: its pairs are the likeliest, and a full list of good ones makes the bounds bite.
                var group = (scan._groupOf[k] + step) % scan._groups.Length;
                greatest = Math.Max(greatest, WalkGroup(place, k, person, group, most + scan.MostWithGroup(person, k, group)));
            }
            while (_best.TryDequeue(out var best, out _))
                edges.Add(new WeightedEdge(Math.Min(k, best.Other), Math.Max(k, best.Other), best.Points + scan._pool.Personal[person] + scan._pool.Personal[scan._people[best.Other]]));
            return greatest;
        }

        long WalkGroup(int place, int k, int person, int group, int most)
        {
            var greatest = 0L;
            var (from, to) = (lists.Start[group], lists.Start[group + 1]);
            // Every pair once: only partners further down the order, except when everybody's own list is wanted.
            if (!everybody) from = Math.Max(from, place + 1);
            var own = lists.Demand[place];
            var reach = 2L * scale * most - own;
            var rows = new PersonRows(scan._tables, person, _interests);
            for (var at = from; at < to && lists.Demand[at] + Least() < reach; at++)
            {
                if (at == place) continue;
                var points = lists.Points(at, rows);
                var gain = 2L * scale * points - own - lists.Demand[at];
                if (gain <= Least() || points < 0) continue;
                if (scan._rules.IsForbidden(person, scan._people[lists.Order[at]])) continue;
                greatest = Math.Max(greatest, gain);
                Take(k, lists.Order[at], points, gain);
            }
            return greatest;
        }

        long Least() => _best.Count >= perPerson && _best.TryPeek(out _, out var least) ? Math.Max(floor, least - _spread * scale) : floor;

        /// <summary>Equal pairs are told apart by a hash, except where the very best is asked for.</summary>
        readonly int _spread = floor < 0 ? 0 : 63;

        void Take(int k, int other, int points, long gain)
        {
            var ranked = gain + (Hash(k, other) & _spread) * scale;
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
        return interests + _rules.Score.MostExperience + (sameLibrary ? _rules.Score.MostLibraryType : 0);
    }
}
