using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>Graphs made so that blossoms form within blossoms, come into a tree from outside and must be opened again.</summary>
public sealed class NestedBlossomTests
{
    /// <summary>Edges as <c>u-v:weight</c>.</summary>
    [Theory]
    [InlineData("a triangle with two tails", "0-1:9 1-2:9 0-2:8 2-3:5 0-4:6")]
    [InlineData("a blossom inside, whose way round is the long one", "0-1:8 1-2:10 2-3:9 3-4:10 4-0:8 1-5:4 3-6:6 6-7:3")]
    [InlineData("a pentagon in a heptagon", "0-1:20 1-2:20 2-3:20 3-4:20 4-0:20 0-5:16 5-6:18 6-7:16 7-2:14 3-8:9 6-9:8")]
    [InlineData("two triangles joined, both entered", "0-1:12 1-2:12 0-2:12 3-4:12 4-5:12 3-5:12 2-3:11 1-6:7 5-7:7 6-8:3 7-9:3")]
    [InlineData("three levels", "0-1:30 1-2:30 0-2:30 2-3:26 3-4:27 4-0:26 4-5:22 5-6:23 6-1:22 3-7:10 5-8:12 8-9:8")]
    [InlineData(
        "a blossom becomes inner and opens while others grow",
        "0-1:23 0-4:22 0-5:15 1-2:25 2-3:22 3-4:25 3-7:14 4-6:13 5-8:9 6-9:9 7-10:9")]
    [InlineData(
        "an inner blossom with an inner blossom within",
        "0-1:40 1-2:40 0-2:40 2-3:36 3-4:38 4-1:36 0-5:30 4-6:31 5-7:24 6-8:25 7-9:20 8-10:21 3-11:9")]
    [InlineData("even ways of both lengths", "0-1:14 1-2:16 2-3:15 3-4:16 4-5:15 5-6:16 6-0:14 1-7:9 4-8:10 7-9:6 8-10:6 9-11:5 10-11:4")]
    public void GivenAHardSmallGraph_WhenItsVerticesAreInAnyOrder_ThenEveryLimitHasItsOptimum(string name, string list)
    {
        var edges = list.Split(' ').Select(e => e.Split('-', ':'))
            .Select(e => new WeightedEdge(int.Parse(e[0]), int.Parse(e[1]), int.Parse(e[2]))).ToArray();
        var count = edges.Max(e => Math.Max(e.U, e.V)) + 1;
        var byPairs = SubsetOptimum.ByPairs(count, edges);
        for (var seed = 0; seed < 200; seed++)
        {
            var order = Enumerable.Range(0, count).ToArray();
            new Random(seed).Shuffle(order);
            var graph = WeightedGraph.Of(count, [.. edges.Select(e => new WeightedEdge(order[e.U], order[e.V], e.Weight))]);
            var limited = new PairLimit(graph, count, price => [.. Enumerable.Repeat(price, count)], default, 0);
            for (var limit = count / 2; limit >= 0; limit--)
            {
                var found = limited.Solve(limit);
                var finding = Certificate.Check(graph, found.Floor, found.Mates, found.Duals);
                Assert.True(finding.ProvesOptimum, $"{name}, seed {seed}, limit {limit}");
                Assert.True(
                    SubsetOptimum.AtMost(byPairs, limit) == finding.Value / 2 + (long)found.Price * found.Pairs,
                    $"{name}, seed {seed}, limit {limit}");
            }
        }
    }

    [Fact]
    public void GivenRandomRingsWithinRings_WhenFloorsMoveUpAndDown_ThenBlossomsOpenAndEveryStepIsProven()
    {
        var deepest = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var (count, edges) = Rings(random, levels: 2 + seed % 3);
            var graph = WeightedGraph.Of(count, edges);
            var floor = new int[count];
            var solver = new BlossomMatching(graph, floor);
            for (var step = 0; step < 6; step++)
            {
                Assert.True(solver.Solve());
                var duals = solver.Duals();
                Assert.True(Certificate.Check(graph, floor, solver.Mates(), duals).ProvesOptimum, $"seed {seed}, step {step}");
                deepest = Math.Max(deepest, Depth(duals));
                floor = [.. floor.Select(f => Math.Max(-100, f + random.Next(-30, step % 2 == 0 ? 60 : 0)))];
                solver.MoveFloors(floor);
            }
        }
        Assert.True(deepest >= 4, $"blossoms nest {deepest} deep");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(3000)]
    public void GivenTrianglesHungOnTriangles_WhenSolved_ThenBlossomsNestAsDeepAsThereAreAndAllIsProven(int depth)
    {
        // The blossom so far is one corner of the next triangle, whose edges are a little lighter.
        var edges = new List<WeightedEdge> { new(0, 1, 4 * depth + 4), new(1, 2, 4 * depth + 4), new(0, 2, 4 * depth + 4) };
        for (var k = 1; k < depth; k++)
        {
            var weight = 4 * (depth - k) + 4;
            edges.AddRange([new(2 * k - 1, 2 * k + 1, weight), new(2 * k, 2 * k + 2, weight), new(2 * k + 1, 2 * k + 2, weight)]);
        }
        var count = 2 * depth + 1;
        var graph = WeightedGraph.Of(count, [.. edges]);
        var solver = new BlossomMatching(graph, new int[count]);
        solver.Solve();
        var duals = solver.Duals();
        Assert.True(Certificate.Check(graph, new int[count], solver.Mates(), duals).ProvesOptimum);
        Assert.InRange(Depth(duals), depth / 2, depth);
    }

    static int Depth(DualSolution duals)
    {
        var depth = new List<int>();
        foreach (var blossom in duals.Blossoms) depth.Add(blossom.Parent < 0 ? 1 : depth[blossom.Parent] + 1);
        return depth.DefaultIfEmpty().Max();
    }

    /// <summary>Odd rings whose members are odd rings, the inner the heavier, with a few light edges across.</summary>
    static (int, WeightedEdge[]) Rings(Random random, int levels)
    {
        var edges = new List<WeightedEdge>();
        var size = 1;
        var all = (int)Math.Pow(3, levels) * 2;
        for (var level = 0; level < levels; level++, size *= 3)
            for (var start = 0; start + 3 * size <= all; start += 3 * size)
                for (var side = 0; side < 3; side++)
                    edges.Add(
                        new WeightedEdge(
                            start + side * size + random.Next(size),
                            start + (side + 1) % 3 * size + random.Next(size),
                            100 - 15 * level + random.Next(5)));
        for (var across = 0; across < all / 3; across++)
        {
            var u = random.Next(all - 1);
            edges.Add(new WeightedEdge(u, random.Next(u + 1, all), random.Next(40)));
        }
        return (all, [.. edges]);
    }
}
