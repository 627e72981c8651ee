using Ilnp.Matching.Choice.Large;
using Ilnp.Matching.Solver;

namespace Ilnp.Matching.Choice;

/// <summary>
/// The pairs and seats of a choice that are written out as a graph. Where they are too many to write all down, those that the duals of an
/// optimum ask for are added, until none is left that would help: then the optimum is proven over all of them.
/// </summary>
sealed class WrittenPairs
{
    /// <summary>Helpful pairs written out per person and round.</summary>
    const int PerPerson = 8;

    readonly ChoiceRequest _request;
    readonly IReadOnlyList<CountryWish> _wishes;
    readonly int _unit;
    readonly int[] _loss;
    readonly EdgeSet _edges;
    readonly SeatLinks _links;

    /// <param name="request">The choice.</param>
    /// <param name="wishes">Its country wishes.</param>
    /// <param name="unit">What weights are multiplied by.</param>
    public WrittenPairs(ChoiceRequest request, IReadOnlyList<CountryWish> wishes, int unit)
    {
        (_request, _wishes, _unit) = (request, wishes, unit);
        CheckRange();
        _loss = [.. request.LossWhenAlone.Select(l => l * unit)];
        _edges = new EdgeSet(request.Edges);
        _links = new SeatLinks(request.LinksWrittenOut);
        Graph = Written();
    }

    void CheckRange()
    {
        var limit = WeightedGraph.MaxWeight / _unit;
        var weights = _request.Edges.Select(e => (long)e.Weight)
            .Concat(_request.LossWhenAlone.Select(l => (long)l)).Append(_request.LossWhenShort);
        if (weights.Where(w => Math.Abs(w) > limit).Select(w => (long?)w).FirstOrDefault() is { } heavy)
            throw new ArgumentException(
                $"A pair or a loss weighs {heavy}; the limit is {limit}{(_unit > 1 ? " with country spread" : "")}.");
    }

    public ChoiceGraph Graph { get; private set; }

    /// <summary>The pairs among them, in the request's own unit.</summary>
    public IReadOnlyList<WeightedEdge> All => _edges.All;

    ChoiceGraph Written() =>
        ChoiceGraph.Of(_request.People, [.. _edges.All.Select(e => e with { Weight = e.Weight * _unit })], _wishes, _links, _loss);

    /// <summary>The graph's floors at a price per pair and a bonus per country, both scaled.</summary>
    public int[] Floors(int price, int bonus, IReadOnlyDictionary<int, bool> branch) =>
        Graph.Floors(price, bonus, _loss, branch, _request.LossWhenShort * _unit);

    /// <summary>
    /// Writes out pairs and seats that are worth more than the duals allow. Gives how many, and by how much the
    /// duals would have to rise to do without them.
    /// </summary>
    public (int Added, long Excess) AddHelpful(DualSolution duals)
    {
        var (added, excess) = _links.AddHelpful(Graph.Seated, duals);
        if (_request.Scan is { } scan)
        {
            var helpful = scan.Helpful(duals, _unit, PerPerson);
            (added, excess) = (added + _edges.Add(helpful.Edges), excess + helpful.Excess);
        }
        if (added == 0) return (0, 0);
        Graph = Written();
        return (added, excess);
    }

    /// <summary>Points of a pair; of several edges between the two the heaviest.</summary>
    public int WeightOf(int u, int v)
    {
        var heaviest = int.MinValue;
        foreach (var arc in Graph.Graph.ArcsOf(u))
            if (arc.To == v) heaviest = Math.Max(heaviest, arc.Twice / 2);
        return heaviest / _unit;
    }
}
