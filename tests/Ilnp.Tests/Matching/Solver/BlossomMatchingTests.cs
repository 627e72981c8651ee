using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

public sealed class BlossomMatchingTests
{
    [Fact]
    public void GivenMovingFloors_WhenSolvedAgain_ThenEveryStepIsProven()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var (count, edges) = BruteForce.Graph(random, most: 14);
            var graph = WeightedGraph.Of(count, edges);
            var floor = new int[count];
            var solver = new BlossomMatching(graph, floor);
            for (var step = 0; step < 5; step++)
            {
                Assert.True(solver.Solve());
                Assert.True(Certificate.Check(graph, floor, solver.Mates(), solver.Duals()).ProvesOptimum, $"seed {seed}, step {step}");
                floor = [.. floor.Select(f => f + random.Next(-6, step == 2 ? -1 : 6))];
                solver.MoveFloors(floor);
            }
        }
    }

    [Fact]
    public void GivenDualsOfASmallerGraph_WhenEdgesAreAdded_ThenTheOptimumIsProvenAndNotLower()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var (count, edges) = BruteForce.Graph(random, most: 20);
            var first = WeightedGraph.Of(count, edges.AsSpan(0, edges.Length / 2));
            var solver = new BlossomMatching(first, new int[count]);
            solver.Solve();
            var before = Certificate.Check(first, new int[count], solver.Mates(), solver.Duals());
            var second = WeightedGraph.Of(count, edges);
            var warm = new BlossomMatching(second, new int[count], solver.FlatDuals());
            warm.Solve();
            var after = Certificate.Check(second, new int[count], warm.Mates(), warm.Duals());
            Assert.True(after.ProvesOptimum && after.Value >= before.Value, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(101)]
    [InlineData(2001)]
    public void GivenNestedOddCycles_WhenSolved_ThenProven(int depth)
    {
        // Each step hangs a triangle's two new corners on the last: every shrink encloses all former ones.
        var edges = new List<WeightedEdge> { new(0, 1, 10), new(1, 2, 10), new(0, 2, 10) };
        for (var k = 1; k < depth; k++)
        {
            var (last, a, b) = (2 * k, 2 * k + 1, 2 * k + 2);
            edges.Add(new(last, a, 10 - k % 3));
            edges.Add(new(last - 1, b, 10 - k % 3));
            edges.Add(new(a, b, 10 - k % 2));
        }
        edges.Add(new(2 * depth, 2 * depth + 1, 1));
        Assert.True(Solve(2 * depth + 2, [.. edges], new int[2 * depth + 2]).ProvesOptimum);
    }

    [Fact]
    public void GivenAnEdgeTooHeavyOrLooped_WhenTheGraphIsBuilt_ThenItSaysSo()
    {
        Assert.Throws<ArgumentException>(() => WeightedGraph.Of(2, [new WeightedEdge(0, 1, int.MaxValue)]));
        Assert.Throws<ArgumentException>(() => WeightedGraph.Of(2, [new WeightedEdge(1, 1, 5)]));
        Assert.Throws<ArgumentException>(() => WeightedGraph.Of(2, [new WeightedEdge(1, 2, 5)]));
    }

    static Certificate.Finding Solve(int count, WeightedEdge[] edges, int[] floor)
    {
        var graph = WeightedGraph.Of(count, edges);
        var solver = new BlossomMatching(graph, floor);
        solver.Solve();
        return Certificate.Check(graph, floor, solver.Mates(), solver.Duals());
    }
}
