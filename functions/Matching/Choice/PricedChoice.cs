using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>
/// Exact optima at one bonus per country after the other. Where pairs are too many to write down, those that the duals ask for are added and the optimum is taken anew,
/// until none is left that would help: then it is proven over all pairs. The same goes for the seats of countries with a limit.
/// </summary>
sealed class PricedChoice
{
    /// <summary>Helpful pairs written out per person and round.</summary>
    const int PerPerson = 8;

    /// <summary>Rounds without blossoms at most, before the first optimum.</summary>
    const int MostQuickRounds = 8;

    readonly ChoiceRequest _request;
    readonly IReadOnlyList<CountryWish> _wishes;
    readonly EdgeSet _edges;
    readonly SeatLinks _links;
    readonly CancellationToken _cancellation;
    readonly int _least;
    ChoiceGraph _graph;
    PairLimit _limit;
    IReadOnlyDictionary<int, bool> _branch = new Dictionary<int, bool>();
    int _bonus;

    /// <param name="request">The choice.</param>
    /// <param name="wishes">Its country wishes.</param>
    /// <param name="least">Pairs at least.</param>
    /// <param name="unit">What weights, prices and duals are multiplied by.</param>
    /// <param name="cancellation">Stops with the best found so far.</param>
    public PricedChoice(ChoiceRequest request, IReadOnlyList<CountryWish> wishes, int least, int unit, CancellationToken cancellation)
    {
        (_request, _wishes, _least, Unit, _cancellation) = (request, wishes, least, unit, cancellation);
        CheckRange();
        Loss = [.. request.LossWhenAlone.Select(l => l * unit)];
        _edges = new EdgeSet(request.Edges);
        _links = new SeatLinks(request.LinksWrittenOut);
        BonusCountries = wishes.Where(w => w.EarnsBonus).Select(w => request.Country[w.Members[0]]).ToHashSet();
        _graph = WrittenGraph();
        _limit = Limit(default, FirstPrice());
        WriteLikelyPairs();
    }

    void CheckRange()
    {
        var limit = WeightedGraph.MaxWeight / Unit;
        if (_request.Edges.Select(e => (long)e.Weight).Concat(_request.LossWhenAlone.Select(l => (long)l)).Append(_request.LossWhenShort).Where(w => Math.Abs(w) > limit).Select(w => (long?)w).FirstOrDefault() is { } heavy)
            throw new ArgumentException($"A pair or a loss weighs {heavy}; the limit is {limit}{(Unit > 1 ? " with country spread" : "")}.");
    }

    public int Unit { get; }

    /// <summary>Points lost when a person is alone, scaled.</summary>
    public int[] Loss { get; }

    /// <summary>Countries that may earn the bonus.</summary>
    public IReadOnlySet<int> BonusCountries { get; }

    /// <summary>Solves made so far.</summary>
    public int Rounds { get; private set; }

    /// <summary>Set when there are fewer pairs than asked for: the most that are possible.</summary>
    public int? TooFew { get; private set; }

    /// <summary>The pairs written out so far.</summary>
    public IReadOnlyList<WeightedEdge> Edges => _edges.All;

    /// <summary>The graph of the last solve.</summary>
    public WeightedGraph Graph => _graph.Graph;

    ChoiceGraph WrittenGraph() => ChoiceGraph.Of(_request.People, [.. _edges.All.Select(e => e with { Weight = e.Weight * Unit })], _wishes, _links, Loss);

    PairLimit Limit(ReadOnlySpan<int> duals, int price) => new(_graph.Graph, _request.People, p => _graph.Floors(p, _bonus, Loss, _branch, _request.LossWhenShort * Unit), duals, price);

    /// <summary>
    /// Most pairs that matter show with the duals of the half-integral optimum, which is found much sooner than the exact one.
    /// </summary>
    void WriteLikelyPairs()
    {
        for (var round = 0; round < MostQuickRounds && _request.Scan is not null && _limit.SolveFractional(_cancellation); round++)
        {
            Rounds++;
            var added = AddHelpful(DualSolution.WithoutBlossoms(_limit.FlatDuals()), _limit.FirstPrice).Added;
            if (added <= _request.People / 100) return;
        }
    }

    /// <summary>The best choice at a bonus per country.</summary>
    /// <param name="bonus">The bonus, scaled.</param>
    /// <param name="branch">Countries, by the first of their people, that must be represented (true) or earn no bonus (false).</param>
    public CurveOptimum At(int bonus, IReadOnlyDictionary<int, bool> branch)
    {
        (_bonus, _branch) = (bonus, branch);
        while (true)
        {
            var optimum = SolveWritten();
            var (added, excess) = AddHelpful(optimum.Duals, optimum.Price);
            if (added == 0) return optimum;
            // Raising the duals by what the missing pairs exceed them makes the bound hold for all pairs, however many are missing.
            if (_cancellation.IsCancellationRequested) return optimum with { Missing = optimum.Missing + (excess + 1) / 2 };
        }
    }

    /// <summary>Writes out pairs and seats that are worth more than the duals allow; the next solve starts from these duals.</summary>
    (int Added, long Excess) AddHelpful(DualSolution duals, int price)
    {
        var (added, excess) = _links.AddHelpful(_graph.Seated, duals);
        if (_request.Scan is { } scan)
        {
            var helpful = scan.Helpful(duals, Unit, PerPerson);
            (added, excess) = (added + _edges.Add(helpful.Edges), excess + helpful.Excess);
        }
        if (added == 0) return (0, 0);
        var start = _limit.FlatDuals();
        _graph = WrittenGraph();
        _limit = Limit(start, price);
        return (added, excess);
    }

    CurveOptimum SolveWritten()
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
        return Describe(found.Mates, found.Duals, found.Floor, found.Price, missing) with { Bonus = _bonus };
    }

    /// <summary>What each person's partner has to make up for by an optimum's duals (doubled, scaled).</summary>
    public int[] Demands(CurveOptimum optimum) => _graph.Demands(optimum.Duals, optimum.Price);

    /// <summary>Score, losses and countries of a matching.</summary>
    public CurveOptimum Describe(int[] mates, DualSolution duals, int[] floor, int price, long missing)
    {
        var (score, lost) = (0L, 0L);
        var countries = new HashSet<int>();
        for (var v = 0; v < _request.People; v++)
        {
            if (mates[v] < 0 || mates[v] >= _request.People) { lost += _request.LossWhenAlone.Count == 0 ? 0 : _request.LossWhenAlone[v]; continue; }
            if (mates[v] > v) score += WeightOf(v, mates[v]);
            if (BonusCountries.Contains(_request.Country[v])) countries.Add(_request.Country[v]);
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
        return heaviest / Unit;
    }

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
            if (--left <= 0) return Math.Max(0, edge.Weight) * Unit;
        }
        return 0;
    }
}
