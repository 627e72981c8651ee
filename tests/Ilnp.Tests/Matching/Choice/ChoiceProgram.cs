using Google.OrTools.Sat;
using Ilnp.Matching.Choice;

namespace Ilnp.Tests.Matching.Choice;

/// <summary>
/// The same choice as an integer program for CP-SAT, written from the rules and not from the matching: a variable per pair, at most one
/// pair a person, at most K pairs, a country counts when one of its people is chosen, and no country is over its share of those chosen.
/// </summary>
sealed class ChoiceProgram
{
    readonly ChoiceRequest _request;
    readonly CpModel _model = new();
    readonly BoolVar[] _pairs;
    readonly LinearExpr _value;
    readonly LinearExpr _newCountries;

    ChoiceProgram(ChoiceRequest request)
    {
        _request = request;
        _pairs = [.. request.Edges.Select((_, k) => _model.NewBoolVar($"pair{k}"))];
        for (var v = 0; v < request.People; v++) _model.Add(Chosen([v]) <= 1);
        _model.Add(LinearExpr.Sum(_pairs) <= request.Limit);
        _value = LinearExpr.WeightedSum(_pairs, request.Edges.Select(e => (long)e.Weight)) - Lost();
        _newCountries = LinearExpr.Sum(ByCountry().Where(c => Before(c.Key) == 0).Select(c => Represented([.. c])));
        if (request.CapPercent is { } percent)
            foreach (var country in ByCountry()) Cap(Before(country.Key), Chosen([.. country]), percent);
    }

    /// <summary>
    /// The best score less losses with at least so many countries, those chosen before included; null when that is not possible.
    /// </summary>
    public static long? Best(ChoiceRequest request, int countries = 0)
    {
        var program = new ChoiceProgram(request);
        program._model.Add(program._newCountries >= countries - request.AlreadyChosen.Count(c => c.Value > 0));
        return program.Solve(program._value);
    }

    /// <summary>Most countries that any choice represents, those chosen before included.</summary>
    public static int MostCountries(ChoiceRequest request)
    {
        var program = new ChoiceProgram(request);
        return request.AlreadyChosen.Count(c => c.Value > 0) + (int)program.Solve(program._newCountries)!;
    }

    long? Solve(LinearExpr most)
    {
        _model.Maximize(most);
        var solver = new CpSolver { StringParameters = "num_workers:1" };
        return solver.Solve(_model) switch
        {
            CpSolverStatus.Optimal => (long)Math.Round(solver.ObjectiveValue),
            CpSolverStatus.Infeasible => null,
            var other => throw new InvalidOperationException($"CP-SAT ends with {other}."),
        };
    }

    IEnumerable<IGrouping<int, int>> ByCountry() => Enumerable.Range(0, _request.People).GroupBy(v => _request.Country[v]);

    int Before(int country) => _request.AlreadyChosen.GetValueOrDefault(country);

    /// <summary>How many of these people are chosen.</summary>
    LinearExpr Chosen(HashSet<int> people) =>
        LinearExpr.WeightedSum(_pairs, _request.Edges.Select(e => (people.Contains(e.U) ? 1 : 0) + (people.Contains(e.V) ? 1 : 0)));

    LinearExpr Lost() => _request.LossWhenAlone.Count == 0
        ? LinearExpr.Constant(0)
        : LinearExpr.Sum(Enumerable.Range(0, _request.People).Select(v => _request.LossWhenAlone[v] * (1 - Chosen([v]))));

    BoolVar Represented(HashSet<int> people)
    {
        var represented = _model.NewBoolVar("represented");
        _model.Add(Chosen(people) >= represented);
        return represented;
    }

    /// <summary>Within the share, or one person at most; where those chosen before are over it already, nobody comes on top.</summary>
    void Cap(int before, LinearExpr chosen, int percent)
    {
        var (one, none) = (_model.NewBoolVar("one"), _model.NewBoolVar("none"));
        var everybody = 2 * LinearExpr.Sum(_pairs) + _request.AlreadyChosen.Values.Sum();
        _model.Add(chosen + before <= 1).OnlyEnforceIf(one);
        _model.Add(chosen == 0).OnlyEnforceIf(none);
        _model.Add(100 * (chosen + before) <= percent * everybody).OnlyEnforceIf([one.Not(), none.Not()]);
    }
}
