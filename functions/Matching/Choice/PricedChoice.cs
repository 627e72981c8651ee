using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>
/// Exact optima at one bonus per country after the other, each with its certificate. What is solved is what <see cref="WrittenPairs"/> has
/// written out; it is solved anew as long as more pairs would help. What a matching is worth says <see cref="ChoiceWorth"/>.
/// </summary>
sealed class PricedChoice
{
    /// <summary>Rounds without blossoms at most, before the first optimum.</summary>
    const int MostQuickRounds = 8;

    readonly ChoiceRequest _request;
    readonly WrittenPairs _written;
    readonly ChoiceWorth _worth;
    readonly CancellationToken _cancellation;
    readonly int _least;
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
        (_request, _least, Unit, _cancellation) = (request, least, unit, cancellation);
        _written = new WrittenPairs(request, wishes, unit);
        _worth = new ChoiceWorth(request, wishes);
        _limit = Limit(default, FirstPrice());
        WriteLikelyPairs();
    }

    public int Unit { get; }

    /// <summary>Countries that may earn the bonus.</summary>
    public IReadOnlySet<int> BonusCountries => _worth.BonusCountries;

    /// <summary>Solves made so far.</summary>
    public int Rounds { get; private set; }

    /// <summary>Set when there are fewer pairs than asked for: the most that are possible.</summary>
    public int? TooFew { get; private set; }

    /// <summary>The pairs written out so far.</summary>
    public IReadOnlyList<WeightedEdge> Edges => _written.All;

    /// <summary>The graph of the last solve.</summary>
    public WeightedGraph Graph => _written.Graph.Graph;

    PairLimit Limit(ReadOnlySpan<int> duals, int price) =>
        new(Graph, _request.People, p => _written.Floors(p, _bonus, _branch), duals, price);

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

    /// <summary>Writes out what helps; the next solve starts from these duals.</summary>
    (int Added, long Excess) AddHelpful(DualSolution duals, int price)
    {
        var helpful = _written.AddHelpful(duals);
        if (helpful.Added > 0) _limit = Limit(_limit.FlatDuals(), price);
        return helpful;
    }

    CurveOptimum SolveWritten()
    {
        Rounds++;
        var found = _limit.Solve(_least, _request.Limit, _cancellation);
        _limit.FirstPrice = Math.Max(0, found.Price);
        if (found.Complete && !_written.Graph.IsWhole(found.Mates))
            throw new ArgumentException("The weights are too large to keep all country limits; divide them by a common number.");
        if (found.Pairs < _least) TooFew = found.Pairs;
        var finding = Certificate.Check(Graph, found.Floor, found.Mates, found.Duals);
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
    public int[] Demands(CurveOptimum optimum) => _written.Graph.Demands(optimum.Duals, optimum.Price);

    /// <summary>A matching with what it is worth and the proof that goes with it.</summary>
    public CurveOptimum Describe(int[] mates, DualSolution duals, int[] floor, int price, long missing)
    {
        var (score, value, countries) = _worth.Of(mates, _written.WeightOf);
        return new CurveOptimum(mates, score, value, countries, duals, floor, price, missing);
    }

    /// <summary>The weight of the last pair a greedy choice would make: close to the price of a place.</summary>
    int FirstPrice()
    {
        if (_request.Limit >= _request.People / 2) return 0;
        var used = new bool[_request.People];
        var left = _request.Limit;
        foreach (var edge in _written.All.OrderByDescending(e => e.Weight))
        {
            if (used[edge.U] || used[edge.V]) continue;
            used[edge.U] = used[edge.V] = true;
            if (--left <= 0) return Math.Max(0, edge.Weight) * Unit;
        }
        return 0;
    }
}
