using System.Globalization;
using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>Graphs of 50 to 300 nodes against networkx, an implementation by others; its results stand in <c>networkx.txt</c>.</summary>
public sealed class NetworkxTests
{
    const int Price = 40;

    [Theory]
    [InlineData("dense")]
    [InlineData("sparse")]
    [InlineData("unit")]
    [InlineData("ties")]
    [InlineData("negative")]
    [InlineData("nested")]
    public void GivenGraphsOfAFamily_WhenSolved_ThenTheWeightsAreThoseOfNetworkx(string family)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Matching", "Solver", "networkx.txt"))
            .Where(l => l.StartsWith(family + " ", StringComparison.Ordinal)).ToList();
        Assert.Equal(16, lines.Count);
        foreach (var line in lines)
        {
            var expected = line.Split(' ')[1..].Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            var (nodes, edges) = OracleGraphs.Of(family, expected[0]);
            Assert.Equal((expected[1], expected[2]), (nodes, edges.Length));
            var graph = WeightedGraph.Of(nodes, edges);
            var (most, pairs) = Solve(graph, BlossomMatching.MustBeMatched);
            Assert.True((expected[3], expected[4], expected[5], expected[6]) == (
                Solve(graph, 0).Value, Solve(graph, Price).Value, most, pairs), line);
        }
    }

    /// <summary>Weight less the price of every pair; where everybody must be matched, the weight alone.</summary>
    static (long Value, int Pairs) Solve(WeightedGraph graph, int floor)
    {
        var floors = Enumerable.Repeat(floor, graph.Count).ToArray();
        var solver = new BlossomMatching(graph, floors);
        solver.Solve();
        var finding = Certificate.Check(graph, floors, solver.Mates(), solver.Duals());
        Assert.True(finding.ProvesOptimum, string.Join(' ', finding.Faults));
        var pairs = solver.Mates().Count(m => m >= 0) / 2;
        return (finding.Value / 2 + (floor == Price ? 0 : (long)floor * pairs), pairs);
    }
}
