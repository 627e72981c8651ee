using CsCheck;
using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>What must hold for any graph. CsCheck prints the seed of a case that fails.</summary>
public sealed class SolverPropertyTests
{
    static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];
    static readonly Gen<(int Count, WeightedEdge[] Edges)> Graphs = Seeds.Select(seed => BruteForce.Graph(new Random(seed), most: 40));

    [Fact]
    public void GivenAnyGraph_WhenAnEdgeIsAdded_ThenTheOptimumIsNotLower() => Graphs.Sample(
        g => g.Edges.Length == 0 || Optimum(g.Count, g.Edges[..^1]) <= Optimum(g.Count, g.Edges), iter: 300);

    [Fact]
    public void GivenAnyGraph_WhenVerticesAreRenamedAndEdgesShuffled_ThenEveryOptimumIsTheSame() => Gen.Select(Graphs, Seeds).Sample(
        (g, seed) =>
        {
            var order = Enumerable.Range(0, g.Count).ToArray();
            var random = new Random(seed);
            random.Shuffle(order);
            var edges = g.Edges.Select(e => new WeightedEdge(order[e.V], order[e.U], e.Weight)).ToArray();
            random.Shuffle(edges);
            return Curve(g.Count, g.Edges).SequenceEqual(Curve(g.Count, edges));
        },
        iter: 150);

    [Fact]
    public void GivenAnyGraph_WhenPairsAreLimited_ThenTheOptimumIsConcaveInTheLimit() => Graphs.Sample(
        g =>
        {
            var optima = Curve(g.Count, g.Edges);
            return Enumerable.Range(1, Math.Max(0, optima.Length - 2)).All(k => 2 * optima[k] >= optima[k - 1] + optima[k + 1]);
        },
        iter: 150);

    [Fact]
    public void GivenAnyGraph_WhenWeightsAreMultiplied_ThenSoIsEveryOptimum() => Gen.Select(Graphs, Gen.Int[2, 50]).Sample(
        (g, factor) => Curve(g.Count, g.Edges).Select(o => o * factor)
            .SequenceEqual(Curve(g.Count, [.. g.Edges.Select(e => e with { Weight = e.Weight * factor })])),
        iter: 150);

    [Fact]
    public void GivenAnyGraph_WhenAVertexIsTakenAway_ThenTheOptimumFallsByItsHeaviestEdgeAtMost() => Graphs.Sample(
        g =>
        {
            var without = g.Edges.Where(e => e.U != 0 && e.V != 0).ToArray();
            var lost = Optimum(g.Count, g.Edges) - Optimum(g.Count, without);
            return lost >= 0 && lost <= Math.Max(0, g.Edges.Except(without).Select(e => e.Weight).DefaultIfEmpty().Max());
        },
        iter: 300);

    [Fact]
    public void GivenAnyGraph_WhenOneSolverGoesThroughLimitsInAnyOrder_ThenEachIsThatOfAFreshOne() =>
        Gen.Select(Graphs, Gen.Int[0, 20].Array[1, 6]).Sample(
            (g, limits) =>
            {
                var used = Limited(WeightedGraph.Of(g.Count, g.Edges));
                return limits.All(limit => Proven(g, used.Solve(limit)) == Optimum(g.Count, g.Edges, limit));
            },
            iter: 200);

    [Fact]
    public void GivenAnyFloors_WhenOneSolverFollowsThem_ThenEachOptimumIsThatOfAFreshOne() => Gen.Select(Graphs, Seeds).Sample(
        (g, seed) =>
        {
            var random = new Random(seed);
            var graph = WeightedGraph.Of(g.Count, g.Edges);
            var used = new BlossomMatching(graph, new int[g.Count]);
            used.Solve();
            for (var step = 0; step < 5; step++)
            {
                // All down, all up, or each as it comes; now and then somebody who must be matched.
                var (lowest, highest) = random.Next(3) switch { 0 => (-40, 0), 1 => (0, 40), _ => (-20, 20) };
                int[] floor = [.. Enumerable.Range(0, g.Count)
                    .Select(_ => random.Next(12) == 0 ? BlossomMatching.MustBeMatched : random.Next(lowest, highest + 1))];
                used.MoveFloors(floor);
                used.Solve();
                var fresh = new BlossomMatching(graph, floor);
                fresh.Solve();
                var (a, b) = (
                    Certificate.Check(graph, floor, used.Mates(), used.Duals()),
                    Certificate.Check(graph, floor, fresh.Mates(), fresh.Duals()));
                if (!a.ProvesOptimum || !b.ProvesOptimum || a.Value != b.Value) return false;
            }
            return true;
        },
        iter: 200);

    [Fact]
    public void GivenAnyGraph_WhenEdgesComeInPortions_ThenRestartsFromEarlierDualsEndAtTheOptimumOfAll() => Graphs.Sample(
        g =>
        {
            int[] duals = [];
            LimitedMatching? found = null;
            for (var part = 1; part <= 4; part++)
            {
                var limited = new PairLimit(
                    WeightedGraph.Of(g.Count, g.Edges.AsSpan(0, part * g.Edges.Length / 4)),
                    g.Count,
                    p => Floors(g.Count, p),
                    duals,
                    found?.Price ?? 0);
                found = limited.Solve(limit: 4);
                duals = limited.FlatDuals();
            }
            return Proven(g, found!) == Optimum(g.Count, g.Edges, 4);
        },
        iter: 300);

    static long[] Curve(int count, WeightedEdge[] edges) =>
        [.. Enumerable.Range(0, Math.Min(8, count / 2) + 1).Select(limit => Optimum(count, edges, limit))];

    static long Optimum(int count, WeightedEdge[] edges, int limit = int.MaxValue) =>
        Proven((count, edges), Limited(WeightedGraph.Of(count, edges)).Solve(limit));

    static PairLimit Limited(WeightedGraph graph) => new(graph, graph.Count, price => Floors(graph.Count, price), default, 0);

    static int[] Floors(int count, int price) => [.. Enumerable.Repeat(price, count)];

    static long Proven((int Count, WeightedEdge[] Edges) graph, LimitedMatching found)
    {
        var finding = Certificate.Check(WeightedGraph.Of(graph.Count, graph.Edges), found.Floor, found.Mates, found.Duals);
        Assert.True(finding.ProvesOptimum, string.Join(' ', finding.Faults));
        return finding.Value / 2 + (long)found.Price * found.Pairs;
    }
}
