using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>One proven optimum: the best matching at some bonus per country.</summary>
/// <param name="Mates">Partners, people first.</param>
/// <param name="Score">Sum of the pairs' weights.</param>
/// <param name="Value">Score less the losses for people left alone.</param>
/// <param name="Countries">Countries that earned the bonus.</param>
/// <param name="Duals">Duals of all vertices (doubled, scaled).</param>
/// <param name="Floor">Their floors.</param>
/// <param name="Price">Price of a pair (scaled).</param>
/// <param name="Missing">What the bound leaves open (scaled); 0 when proven.</param>
sealed record CurveOptimum(int[] Mates, long Score, long Value, int Countries, int[] Duals, int[] Floor, int Price, long Missing)
{
    /// <summary>What each person's partner has to make up for. Someone left alone would also have to leave the stand-in, which is worth its floor when free.</summary>
    public int[] Demands(int people, IReadOnlyList<int> loss) =>
        [.. Enumerable.Range(0, people).Select(v => Mates[v] < people || Floor[Mates[v]] == BlossomMatching.MustBeMatched
            ? Duals[v]
            : -Floor[Mates[v]] - (loss.Count == 0 ? 0 : 2 * loss[v]))];
}

/// <summary>
/// The curve of best score against countries represented. A bonus per country leads along it: each bonus has an exact optimum, and between two optima the bonus that
/// values both alike either finds a better one in between or proves that none lies above their connecting line (Eisner and Severance 1976).
/// Points on the line itself are reached by taking over single paths of difference between its two ends. Points below it keep their bound.
/// </summary>
sealed partial class CountryCurve
{
    /// <summary>On a curve, weights and bonus are multiplied by this, so that slopes between several countries and ties are met without fractions.</summary>
    public const int Scale = 60;

    readonly ChoiceRequest _request;
    readonly IReadOnlyList<CountryWish> _wishes;
    readonly EdgeSet _edges;
    readonly int[] _loss;
    readonly HashSet<int> _bonusCountries;
    ChoiceGraph _graph;
    PairLimit _limit;
    readonly SortedDictionary<int, CurveOptimum> _found = [];
    readonly List<(long Bonus, long Value)> _proofs = [];
    readonly CancellationToken _cancellation;
    readonly int _unit;
    readonly int _least;
    int _bonus;

    /// <param name="request">What is to be chosen.</param>
    /// <param name="wishes">Country wishes.</param>
    /// <param name="least">Pairs at least.</param>
    /// <param name="cancellation">Ends with the best found.</param>
    public CountryCurve(ChoiceRequest request, IReadOnlyList<CountryWish> wishes, int least, CancellationToken cancellation)
    {
        (_request, _wishes, _least, _cancellation) = (request, wishes, least, cancellation);
        _unit = wishes.Any(w => w.EarnsBonus) ? Scale : 1;
        CheckRange();
        _loss = [.. request.LossWhenAlone.Select(l => l * _unit)];
        _edges = new EdgeSet(request.Edges);
        _bonusCountries = [.. wishes.Where(w => w.EarnsBonus).Select(w => request.Country[w.Members[0]])];
        _graph = Graph();
        _limit = Limit(default, FirstPrice());
    }

    void CheckRange()
    {
        var limit = WeightedGraph.MaxWeight / _unit;
        if (_request.Edges.Select(e => (long)e.Weight).Concat(_request.LossWhenAlone.Select(l => (long)l)).Where(w => Math.Abs(w) > limit).Select(w => (long?)w).FirstOrDefault() is { } heavy)
            throw new ArgumentException($"A pair or a loss weighs {heavy}; the limit is {limit}{(_unit > 1 ? " with country spread" : "")}.");
    }

    /// <summary>What weights, prices and duals are multiplied by.</summary>
    public int Unit => _unit;

    /// <summary>What each person's partner would have to make up for at an optimum (doubled, scaled).</summary>
    public int[] Demands(CurveOptimum optimum) => optimum.Demands(_request.People, _loss);

    /// <summary>Solves made so far.</summary>
    public int Rounds { get; private set; }

    /// <summary>Set when there are fewer pairs than asked for: the most that are possible. Nothing found counts then.</summary>
    public int? TooFew { get; private set; }

    /// <summary>The pairs written out so far.</summary>
    public IReadOnlyList<WeightedEdge> Edges => _edges.All;

    ChoiceGraph Graph() => ChoiceGraph.Of(_request.People, [.. _edges.All.Select(e => e with { Weight = e.Weight * _unit })], _wishes, _loss);

    PairLimit Limit(ReadOnlySpan<int> duals, int price) => new(_graph.Graph, _request.People, Floors, duals, price);

    int[] Floors(int price) => _graph.Floors(price, _bonus, _loss, _branch);

    /// <summary>The optimum without regard to countries, but among equals the one with most.</summary>
    public CurveOptimum Best() => At(_bonusCountries.Count == 0 ? 0 : 1);

    /// <summary>Every point from the best score to most countries, each with the optimum that reaches it where one was found.</summary>
    public (IReadOnlyList<SpreadPoint> Points, IReadOnlyList<CurveOptimum> Optima) Trace()
    {
        var left = At(1);
        var right = Right();
        var open = new Stack<(CurveOptimum, CurveOptimum)>([(left, right)]);
        while (TooFew is null && open.TryPop(out var segment) && !_cancellation.IsCancellationRequested) Split(segment.Item1, segment.Item2, open);
        if (TooFew is null) CloseGaps(left.Countries, right.Countries);
        return (Points(left), [.. _found.Values]);
    }

    void Split(CurveOptimum left, CurveOptimum right, Stack<(CurveOptimum, CurveOptimum)> open)
    {
        var steps = right.Countries - left.Countries;
        if (steps <= 1) return;
        var bonus = _unit * (left.Value - right.Value) / steps;
        var middle = At((int)bonus);
        if (Worth(middle, bonus) > Math.Max(Worth(left, bonus), Worth(right, bonus)))
        {
            open.Push((middle, right));
            open.Push((left, middle));
        }
        else
        {
            FillBetween(left, right);
        }
    }

    long Worth(CurveOptimum optimum, long bonus) => _unit * optimum.Value + bonus * optimum.Countries;

    CurveOptimum At(int bonus)
    {
        var optimum = Optimum(bonus);
        _proofs.Add((bonus, Worth(optimum, bonus) + optimum.Missing));
        return optimum;
    }

    CurveOptimum Optimum(int bonus)
    {
        _bonus = bonus;
        while (true)
        {
            var (optimum, duals) = SolveWritten();
            if (_request.Scan is null) return Kept(optimum);
            var helpful = _request.Scan.Helpful(duals.Vertices, _unit, PerPerson);
            var added = _edges.Add(helpful.Edges);
            // Raising the duals by what the missing pairs exceed them makes the bound hold for all pairs, however many are missing.
            if (added == 0 || _cancellation.IsCancellationRequested) return Kept(optimum with { Missing = optimum.Missing + (added == 0 ? 0 : (helpful.Excess + 1) / 2) });
            var start = _limit.FlatDuals();
            _graph = Graph();
            _limit = Limit(start, optimum.Price);
        }
    }

    /// <summary>Helpful pairs written out per person and round.</summary>
    const int PerPerson = 8;

    (CurveOptimum, DualSolution) SolveWritten()
    {
        Rounds++;
        var found = _limit.Solve(_least, _request.Limit, _cancellation);
        _limit.FirstPrice = Math.Max(0, found.Price);
        if (found.Complete && !_graph.IsWhole(found.Mates))
            throw new ArgumentException("The weights are too large to keep all country limits; divide them by a common number.");
        if (found.Pairs < _least) TooFew = found.Pairs;
        var finding = Certificate.Check(_graph.Graph, found.Floor, found.Mates, found.Duals);
        if (finding.Faults.Count > 0) throw new InvalidOperationException($"The matching's certificate does not hold: {finding.Faults[0]}");
        var unused = found.Price switch
        {
            > 0 => found.Price * (long)Math.Max(0, _request.Limit - found.Pairs),
            < 0 => found.Price * (long)Math.Min(0, _least - found.Pairs),
            _ => 0,
        };
        var missing = (finding.Bound - finding.Value + 1) / 2 + unused;
        return (Describe(found.Mates, found.Duals.Vertices, found.Floor, found.Price, missing), found.Duals);
    }

    /// <summary>The same proof for other pairs: what they are worth less is missing to the bound.</summary>
    public CurveOptimum With(CurveOptimum proven, int[] mates)
    {
        var changed = Describe(mates, proven.Duals, proven.Floor, proven.Price, proven.Missing);
        return changed with { Missing = proven.Missing + (proven.Value - changed.Value) * _unit };
    }

    CurveOptimum Kept(CurveOptimum optimum)
    {
        if (!_found.TryGetValue(optimum.Countries, out var known) || known.Value < optimum.Value) _found[optimum.Countries] = optimum;
        return optimum;
    }

    CurveOptimum Describe(int[] mates, int[] duals, int[] floor, int price, long missing)
    {
        var (score, lost) = (0L, 0L);
        var countries = new HashSet<int>();
        for (var v = 0; v < _request.People; v++)
        {
            if (mates[v] < 0 || mates[v] >= _request.People) { lost += _request.LossWhenAlone.Count == 0 ? 0 : _request.LossWhenAlone[v]; continue; }
            if (mates[v] > v) score += WeightOf(v, mates[v]);
            if (_bonusCountries.Contains(_request.Country[v])) countries.Add(_request.Country[v]);
        }
        return new CurveOptimum(mates, score, score - lost, countries.Count, duals, floor, price, missing);
    }

    long WeightOf(int u, int v)
    {
        var heaviest = int.MinValue;
        foreach (var arc in _graph.Graph.ArcsOf(u))
            if (arc.To == v) heaviest = Math.Max(heaviest, arc.Twice / 2);
        return heaviest / _unit;
    }

    /// <summary>Both ends are optimal at one bonus and price, so every path on which they differ is free of loss: any of them may be taken over alone.</summary>
    void FillBetween(CurveOptimum left, CurveOptimum right)
    {
        var changes = SymmetricDifference.Of(_graph.Graph, left.Mates, right.Mates, _request.People);
        var mates = left.Mates.ToArray();
        foreach (var group in BalancedGroups(changes))
        {
            foreach (var change in group) change.Apply(mates, right.Mates);
            Kept(Describe(mates.ToArray(), left.Duals, left.Floor, left.Price, left.Missing));
        }
    }

    /// <summary>Paths that keep the number of pairs by themselves, and then couples of one that adds a pair and one that takes a pair away.</summary>
    static IEnumerable<MatchingChange[]> BalancedGroups(List<MatchingChange> changes)
    {
        foreach (var change in changes.Where(c => c.Pairs == 0)) yield return [change];
        foreach (var (more, fewer) in changes.Where(c => c.Pairs > 0).Zip(changes.Where(c => c.Pairs < 0))) yield return [more, fewer];
    }

    List<SpreadPoint> Points(CurveOptimum left)
    {
        var before = _request.AlreadyChosen.Count(c => c.Value > 0);
        var points = new List<SpreadPoint>();
        var best = long.MinValue;
        for (var countries = _found.Keys.Max(); countries >= left.Countries; countries--)
        {
            if (_found.TryGetValue(countries, out var optimum)) best = Math.Max(best, optimum.Value);
            points.Add(new SpreadPoint(before + countries, best, Math.Max(best, BoundAt(countries))));
        }
        points.Reverse();
        return points;
    }

    /// <summary>What no choice with so many countries can exceed, by the proofs so far.</summary>
    long BoundAt(int countries) => Math.Min(_closed.GetValueOrDefault(countries, long.MaxValue), _proofs.Min(p => FloorDivide(p.Value - p.Bonus * countries, _unit)));

    static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((b - 1 - a) / b);

    /// <summary>The weight of the last pair a greedy choice would make: close to the price of a place.</summary>
    int FirstPrice()
    {
        if (_request.Limit >= _request.People / 2) return 0;
        var used = new bool[_request.People];
        var left = _request.Limit;
        foreach (var edge in _edges.All.OrderByDescending(e => e.Weight))
        {
            if (used[edge.U] || used[edge.V]) continue;
            used[edge.U] = used[edge.V] = true;
            if (--left <= 0) return Math.Max(0, edge.Weight) * _unit;
        }
        return 0;
    }
}
