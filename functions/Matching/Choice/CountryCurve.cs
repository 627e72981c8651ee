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
sealed class CountryCurve
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
    int _bonus;

    public CountryCurve(ChoiceRequest request, IReadOnlyList<CountryWish> wishes, CancellationToken cancellation)
    {
        (_request, _wishes, _cancellation) = (request, wishes, cancellation);
        _unit = wishes.Any(w => w.EarnsBonus) ? Scale : 1;
        _loss = [.. request.LossWhenAlone.Select(l => l * _unit)];
        _edges = new EdgeSet(request.Edges);
        _bonusCountries = [.. wishes.Where(w => w.EarnsBonus).Select(w => request.Country[w.Members[0]])];
        _graph = Graph();
        _limit = Limit(default, FirstPrice());
    }

    /// <summary>What weights, prices and duals are multiplied by.</summary>
    public int Unit => _unit;

    /// <summary>What each person's partner would have to make up for at an optimum (doubled, scaled).</summary>
    public int[] Demands(CurveOptimum optimum) => optimum.Demands(_request.People, _loss);

    /// <summary>Solves made so far.</summary>
    public int Rounds { get; private set; }

    /// <summary>The pairs written out so far.</summary>
    public IReadOnlyList<WeightedEdge> Edges => _edges.All;

    ChoiceGraph Graph() => ChoiceGraph.Of(_request.People, [.. _edges.All.Select(e => e with { Weight = e.Weight * _unit })], _wishes, _loss);

    PairLimit Limit(ReadOnlySpan<int> duals, int price) => new(_graph.Graph, _request.People, p => _graph.Floors(p, _bonus, _loss, _request.LossWhenShort * _unit), duals, price);

    /// <summary>The optimum without regard to countries, but among equals the one with most.</summary>
    public CurveOptimum Best() => At(_bonusCountries.Count == 0 ? 0 : 1);

    /// <summary>Every point from the best score to most countries, each with the optimum that reaches it where one was found.</summary>
    public (IReadOnlyList<SpreadPoint> Points, IReadOnlyList<CurveOptimum> Optima) Trace()
    {
        var left = At(1);
        var right = At(checked(2 * _unit * _edges.All.Max(e => Math.Abs(e.Weight)) + 1));
        var open = new Stack<(CurveOptimum, CurveOptimum)>([(left, right)]);
        while (open.TryPop(out var segment) && !_cancellation.IsCancellationRequested) Split(segment.Item1, segment.Item2, open);
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
        _bonus = bonus;
        while (true)
        {
            var (optimum, duals) = SolveWritten();
            if (_request.Scan is null) return Proven(optimum, bonus);
            var helpful = _request.Scan.Helpful(duals.Vertices, _unit, PerPerson);
            var added = _edges.Add(helpful.Edges);
            // Raising the duals by what the missing pairs exceed them makes the bound hold for all pairs, however many are missing.
            if (added == 0 || _cancellation.IsCancellationRequested) return Proven(optimum with { Missing = optimum.Missing + (added == 0 ? 0 : (helpful.Excess + 1) / 2) }, bonus);
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
        var found = _limit.Solve(_request.Limit, _cancellation);
        _limit.FirstPrice = found.Price;
        var finding = Certificate.Check(_graph.Graph, found.Floor, found.Mates, found.Duals);
        if (finding.Faults.Count > 0) throw new InvalidOperationException($"The matching's certificate does not hold: {finding.Faults[0]}");
        var unused = found.Price * (long)Math.Max(0, _request.Limit - found.Pairs);
        var missing = (finding.Bound - finding.Value + 1) / 2 + (found.Price == 0 ? 0 : unused);
        return (Describe(found.Mates, found.Duals.Vertices, found.Floor, found.Price, missing), found.Duals);
    }

    CurveOptimum Proven(CurveOptimum optimum, int bonus)
    {
        _proofs.Add((bonus, Worth(optimum, bonus) + optimum.Missing));
        Keep(optimum);
        return optimum;
    }

    void Keep(CurveOptimum optimum)
    {
        if (!_found.TryGetValue(optimum.Countries, out var known) || known.Value < optimum.Value) _found[optimum.Countries] = optimum;
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
        return new CurveOptimum(mates, score, score - lost - LostByMinimums(mates), countries.Count, duals, floor, price, missing);
    }

    long LostByMinimums(int[] mates) => _request.AtLeast.Sum(
        least => (long)_request.LossWhenShort * Math.Max(0, least.People - least.Members.Count(v => mates[v] >= 0 && mates[v] < _request.People)));

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
            Keep(Describe(mates.ToArray(), left.Duals, left.Floor, left.Price, left.Missing));
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
            var bound = _proofs.Min(p => FloorDivide(p.Value - p.Bonus * countries, _unit));
            points.Add(new SpreadPoint(before + countries, best, Math.Max(best, bound)));
        }
        points.Reverse();
        return points;
    }

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
