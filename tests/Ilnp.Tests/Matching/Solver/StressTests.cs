using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>
/// Graphs that are large, flat, deep or at the limits. Where the optimum is known by a formula it is asserted, everywhere its proof.
/// </summary>
public sealed class StressTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void GivenNoEdges_WhenSolved_ThenNobodyIsMatched(int count)
    {
        var (weight, solver) = Solve(count, []);
        Assert.Equal(0, weight);
        Assert.All(solver.Mates(), m => Assert.Equal(-1, m));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(100_001)]
    public void GivenALongPathOfEqualWeights_WhenSolved_ThenEverySecondEdgeIsTaken(int count) =>
        Assert.Equal(5L * (count / 2), Solve(count, Path(count, _ => 5)).Weight);

    [Fact]
    public void GivenALongPathOfRisingWeights_WhenSolved_ThenTheHeavierHalfIsTaken()
    {
        const int count = 20_001;
        // Weights 1, 2, ... 20,000: each of the edges 2, 4, ... is heavier than the one before it.
        Assert.Equal(Enumerable.Range(1, 10_000).Sum(k => 2L * k), Solve(count, Path(count, k => k + 1)).Weight);
    }

    [Fact]
    public void GivenAStar_WhenSolved_ThenTheHeaviestRayIsTaken()
    {
        var edges = Enumerable.Range(1, 100_000).Select(k => new WeightedEdge(0, k, k * 7919 % 100_003)).ToArray();
        var (weight, solver) = Solve(100_001, edges);
        Assert.Equal(edges.Max(e => e.Weight), weight);
        Assert.Equal(2, solver.Mates().Count(m => m >= 0));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(501)]
    public void GivenACompleteGraphOfEqualWeights_WhenSolved_ThenAllButAnOddOneArePaired(int count) =>
        Assert.Equal(1000L * (count / 2), Solve(count, [.. Complete(count, (_, _) => 1000)]).Weight);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void GivenACompleteGraphOfZerosAndOnes_WhenSolved_ThenProven(int seed)
    {
        var random = new Random(seed);
        Assert.InRange(Solve(401, [.. Complete(401, (_, _) => random.Next(100) == 0 ? 1 : 0)]).Weight, 150, 200);
    }

    [Fact]
    public void Given100000AlikeWithTwentyPartnersEach_WhenSolved_ThenAllArePaired()
    {
        const int count = 100_000;
        var edges = Enumerable.Range(0, count)
            .SelectMany(v => Enumerable.Range(1, 10).Select(step => new WeightedEdge(v, (v + step) % count, 1234))).ToArray();
        Assert.Equal(1234L * count / 2, Solve(count, edges).Weight);
    }

    [Fact]
    public void GivenManyCliquesOfThree_WhenSolved_ThenEachGivesOnePair()
    {
        var edges = Enumerable.Range(0, 30_000).SelectMany(k =>
            new WeightedEdge[] { new(3 * k, 3 * k + 1, 7), new(3 * k + 1, 3 * k + 2, 7), new(3 * k, 3 * k + 2, 7) }).ToArray();
        Assert.Equal(7L * 30_000, Solve(90_000, edges).Weight);
    }

    [Fact]
    public void GivenWeightsAtTheLimits_WhenSolvedAndLimited_ThenTheWeightIsTheOracles()
    {
        const int most = WeightedGraph.MaxWeight;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(2, 9);
            WeightedEdge[] edges = [.. Complete(count, (_, _) => random.Next(5) switch { 0 => -most, 1 => 0, 2 => most - 1, _ => most })
                .Where(_ => random.Next(4) > 0)];
            var byPairs = SubsetOptimum.ByPairs(count, edges);
            var graph = WeightedGraph.Of(count, edges);
            for (var limit = 0; limit <= count / 2; limit++)
            {
                var found = new PairLimit(graph, count, price => [.. Enumerable.Repeat(price, count)], default, 0).Solve(limit);
                var finding = Certificate.Check(graph, found.Floor, found.Mates, found.Duals);
                Assert.True(finding.ProvesOptimum, $"seed {seed}, limit {limit}: {string.Join(' ', finding.Faults)}");
                Assert.True(
                    SubsetOptimum.AtMost(byPairs, limit) == finding.Value / 2 + (long)found.Price * found.Pairs,
                    $"seed {seed}, limit {limit}");
            }
        }
    }

    static WeightedEdge[] Path(int count, Func<int, int> weight) =>
        [.. Enumerable.Range(0, count - 1).Select(k => new WeightedEdge(k, k + 1, weight(k)))];

    static IEnumerable<WeightedEdge> Complete(int count, Func<int, int, int> weight)
    {
        for (var u = 0; u < count; u++)
            for (var v = u + 1; v < count; v++) yield return new WeightedEdge(u, v, weight(u, v));
    }

    static (long Weight, BlossomMatching Solver) Solve(int count, WeightedEdge[] edges)
    {
        var graph = WeightedGraph.Of(count, edges);
        var solver = new BlossomMatching(graph, new int[count]);
        Assert.True(solver.Solve());
        var finding = Certificate.Check(graph, new int[count], solver.Mates(), solver.Duals());
        Assert.True(finding.ProvesOptimum, string.Join(' ', finding.Faults.Take(3)));
        return (finding.Value / 2, solver);
    }
}
