using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

public sealed class PairLimitTests
{
    [Fact]
    public void GivenSmallGraphs_WhenLimited_ThenEveryLimitHasItsOptimumAndProof()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var (count, edges) = BruteForce.Graph(new Random(seed), most: 10);
            var best = BruteForce.BestByPairs(edges);
            var graph = WeightedGraph.Of(count, edges);
            for (var limit = 0; limit <= count / 2 + 1; limit++)
            {
                var found = new PairLimit(graph, count, price => [.. Enumerable.Repeat(price, count)], default, seed % 7).Solve(limit);
                var finding = Certificate.Check(graph, found.Floor, found.Mates, found.Duals);
                var weight = finding.Value / 2 + (long)found.Price * found.Pairs;
                Assert.True(finding.ProvesOptimum, $"seed {seed}, limit {limit}");
                Assert.True(found.Pairs <= limit);
                Assert.Equal(best.Where(b => b.Key <= limit).Max(b => b.Value), weight);
            }
        }
    }
}
