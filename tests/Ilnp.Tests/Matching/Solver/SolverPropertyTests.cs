using CsCheck;
using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

public sealed class SolverPropertyTests
{
    static readonly Gen<(int Count, WeightedEdge[] Edges)> Graphs = Gen.Int[0, 1_000_000].Select(seed => BruteForce.Graph(new Random(seed), most: 40));

    [Fact]
    public void GivenAnyGraph_WhenAnEdgeIsAdded_ThenTheOptimumIsNotLower() => Graphs.Sample(
        g => g.Edges.Length == 0 || Optimum(g.Count, g.Edges[..^1]) <= Optimum(g.Count, g.Edges), iter: 300);

    [Fact]
    public void GivenAnyGraph_WhenVerticesAreRenamed_ThenTheOptimumIsTheSame() => Graphs.Sample(
        g => Optimum(g.Count, g.Edges) == Optimum(g.Count, [.. g.Edges.Select(e => new WeightedEdge(g.Count - 1 - e.V, g.Count - 1 - e.U, e.Weight))]), iter: 300);

    [Fact]
    public void GivenAnyGraph_WhenPairsAreLimited_ThenTheOptimumIsConcaveInTheLimit() => Graphs.Sample(
        g =>
        {
            var optima = Enumerable.Range(0, Math.Min(8, g.Count / 2) + 1).Select(limit => Optimum(g.Count, g.Edges, limit)).ToList();
            return Enumerable.Range(1, Math.Max(0, optima.Count - 2)).All(k => 2 * optima[k] >= optima[k - 1] + optima[k + 1]);
        },
        iter: 150);

    static long Optimum(int count, WeightedEdge[] edges, int limit = int.MaxValue)
    {
        var graph = WeightedGraph.Of(count, edges);
        var found = new PairLimit(graph, count, price => [.. Enumerable.Repeat(price, count)], default, 0).Solve(limit);
        var finding = Certificate.Check(graph, found.Floor, found.Mates, found.Duals);
        Assert.True(finding.ProvesOptimum, string.Join(' ', finding.Faults));
        return finding.Value / 2 + (long)found.Price * found.Pairs;
    }
}
