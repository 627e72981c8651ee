using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>
/// The curve of best score against countries represented. A bonus per country leads along it: each bonus has an exact optimum, and
/// between two optima the bonus that values both alike either finds a better one in between or proves that none lies above their
/// connecting line (Eisner and Severance 1976). Points on the line itself are reached by taking over single paths of difference between
/// its two ends, points below it by telling cases apart.
/// </summary>
sealed partial class CountryCurve
{
    /// <summary>
    /// On a curve, weights and bonus are multiplied by this, so that slopes between several countries and ties are met without fractions.
    /// </summary>
    public const int Scale = 60;

    readonly ChoiceRequest _request;
    readonly IReadOnlyList<CountryWish> _wishes;
    readonly PricedChoice _choice;
    readonly SortedDictionary<int, CurveOptimum> _found = [];
    readonly List<(long Bonus, long Value, CurveOptimum Optimum)> _proofs = [];
    readonly CancellationToken _cancellation;

    /// <param name="request">What is to be chosen.</param>
    /// <param name="wishes">Country wishes.</param>
    /// <param name="least">Pairs at least.</param>
    /// <param name="cancellation">Ends with the best found.</param>
    public CountryCurve(ChoiceRequest request, IReadOnlyList<CountryWish> wishes, int least, CancellationToken cancellation)
    {
        (_request, _wishes, _cancellation) = (request, wishes, cancellation);
        _choice = new PricedChoice(request, wishes, least, wishes.Any(w => w.EarnsBonus) ? Scale : 1, cancellation);
    }

    /// <summary>What weights, prices and duals are multiplied by.</summary>
    public int Unit => _choice.Unit;

    /// <summary>What each person's partner would have to make up for at an optimum (doubled, scaled).</summary>
    public int[] Demands(CurveOptimum optimum) => _choice.Demands(optimum);

    /// <summary>
    /// Of the optima whose duals hold for every choice the one that says most about this choice, and by how
    /// much its bound exceeds the choice (scaled).
    /// </summary>
    public (CurveOptimum Proof, long Excess) ProofOf(CurveOptimum choice) =>
        _proofs.Select(p => (p.Optimum, Excess: p.Value - Worth(choice, p.Bonus))).MinBy(p => p.Excess);

    /// <summary>Solves made so far.</summary>
    public int Rounds => _choice.Rounds;

    /// <summary>Set when there are fewer pairs than asked for: the most that are possible. Nothing found counts then.</summary>
    public int? TooFew => _choice.TooFew;

    /// <summary>The pairs written out so far.</summary>
    public IReadOnlyList<WeightedEdge> Edges => _choice.Edges;

    /// <summary>The optimum without regard to countries, but among equals the one with most.</summary>
    public CurveOptimum Best() => At(_choice.BonusCountries.Count == 0 ? 0 : 1);

    /// <summary>Every point from the best score to most countries, each with the optimum that reaches it where one was found.</summary>
    public (IReadOnlyList<SpreadPoint> Points, IReadOnlyList<CurveOptimum> Optima) Trace()
    {
        var left = At(1);
        var right = Right();
        var open = new Stack<(CurveOptimum, CurveOptimum)>([(left, right)]);
        while (TooFew is null && open.TryPop(out var segment) && !_cancellation.IsCancellationRequested)
            Split(segment.Item1, segment.Item2, open);
        if (TooFew is null) CloseGaps(left.Countries, right.Countries);
        return (Points(left), [.. _found.Values]);
    }

    void Split(CurveOptimum left, CurveOptimum right, Stack<(CurveOptimum, CurveOptimum)> open)
    {
        var steps = right.Countries - left.Countries;
        if (steps <= 1) return;
        var bonus = Unit * (left.Value - right.Value) / steps;
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

    long Worth(CurveOptimum optimum, long bonus) => Unit * optimum.Value + bonus * optimum.Countries;

    CurveOptimum At(int bonus)
    {
        var optimum = Optimum(bonus);
        _proofs.Add((bonus, Worth(optimum, bonus) + optimum.Missing, optimum));
        return optimum;
    }

    CurveOptimum Optimum(int bonus) => Kept(_choice.At(bonus, _branch));

    /// <summary>The same proof for other pairs: what they are worth less is missing to the bound.</summary>
    public CurveOptimum With(CurveOptimum proven, int[] mates)
    {
        var changed = _choice.Describe(mates, proven.Duals, proven.Floor, proven.Price, proven.Missing);
        return changed with { Missing = proven.Missing + (proven.Value - changed.Value) * Unit };
    }

    CurveOptimum Kept(CurveOptimum optimum)
    {
        if (!_found.TryGetValue(optimum.Countries, out var known) || known.Value < optimum.Value) _found[optimum.Countries] = optimum;
        return optimum;
    }

    /// <summary>
    /// Both ends are optimal at one bonus and price, so every path on which they differ is free of
    /// loss: any of them may be taken over alone.
    /// </summary>
    void FillBetween(CurveOptimum left, CurveOptimum right)
    {
        var changes = SymmetricDifference.Of(_choice.Graph, left.Mates, right.Mates, _request.People);
        var mates = left.Mates.ToArray();
        foreach (var group in BalancedGroups(changes))
        {
            foreach (var change in group) change.Apply(mates, right.Mates);
            Kept(_choice.Describe(mates.ToArray(), left.Duals, left.Floor, left.Price, left.Missing));
        }
    }

    /// <summary>
    /// Paths that keep the number of pairs by themselves, and then couples of one that adds a pair and one that takes a pair away.
    /// </summary>
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
    long BoundAt(int countries) =>
        Math.Min(_closed.GetValueOrDefault(countries, long.MaxValue), _proofs.Min(p => FloorDivide(p.Value - p.Bonus * countries, Unit)));

    static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((b - 1 - a) / b);
}
