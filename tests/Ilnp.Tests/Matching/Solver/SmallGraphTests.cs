using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Solver;

/// <summary>
/// Every small graph of a long list of seeds against the oracle: without a limit, at every limit, and with the most pairs possible.
/// </summary>
public sealed class SmallGraphTests
{
    const int Graphs = 4000;

    [Fact]
    public void GivenSmallGraphs_WhenSolved_ThenTheWeightIsTheOracles() => ForEach((seed, graph, byPairs) =>
    {
        var solver = new BlossomMatching(graph, new int[graph.Count]);
        Assert.True(solver.Solve());
        AssertWeight(seed, graph, new int[graph.Count], solver, byPairs.Max() ?? 0);
    });

    [Fact]
    public void GivenSmallGraphs_WhenLimited_ThenEveryLimitReachesTheOraclesWeight() => ForEach((seed, graph, byPairs) =>
    {
        var limited = new PairLimit(graph, graph.Count, price => [.. Enumerable.Repeat(price, graph.Count)], default, seed % 5);
        foreach (var limit in Order(seed, byPairs.Length + 1))
        {
            var found = limited.Solve(limit);
            Assert.True(found.Pairs <= limit, $"seed {seed}, limit {limit}: {found.Pairs} pairs");
            var finding = Certificate.Check(graph, found.Floor, found.Mates, found.Duals);
            Assert.True(finding.ProvesOptimum, $"seed {seed}, limit {limit}: {string.Join(' ', finding.Faults)}");
            Assert.True(SubsetOptimum.AtMost(byPairs, limit) == Weight(graph, found.Mates), $"seed {seed}, limit {limit}");
        }
    });

    [Fact]
    public void GivenSmallGraphs_WhenSoManyPairsAreAskedFor_ThenTheOraclesBestOfThemIsFound() => ForEach((seed, graph, byPairs) =>
    {
        var limited = new PairLimit(graph, graph.Count, price => [.. Enumerable.Repeat(price, graph.Count)], default, seed % 5);
        var most = Array.FindLastIndex(byPairs, w => w is not null);
        foreach (var least in Order(seed, byPairs.Length + 1))
        {
            var found = limited.Solve(least, limit: graph.Count);
            Assert.True(Certificate.Check(graph, found.Floor, found.Mates, found.Duals).ProvesOptimum, $"seed {seed}, at least {least}");
            Assert.True(found.Pairs >= Math.Min(least, most), $"seed {seed}, at least {least}: {found.Pairs} pairs");
            Assert.True(
                byPairs.Skip(Math.Min(least, most)).Max() == Weight(graph, found.Mates),
                $"seed {seed}, at least {least}: {Weight(graph, found.Mates)}");
        }
    });

    [Fact]
    public void GivenSmallGraphs_WhenEverybodyMustBeMatched_ThenAsManyAsPossibleAreAndAtTheBestWeight() => ForEach((seed, graph, byPairs) =>
    {
        var floor = Enumerable.Repeat(BlossomMatching.MustBeMatched, graph.Count).ToArray();
        var solver = new BlossomMatching(graph, floor);
        Assert.True(solver.Solve());
        var most = Array.FindLastIndex(byPairs, w => w is not null);
        Assert.True(solver.Mates().Count(m => m >= 0) == 2 * most, $"seed {seed}");
        AssertWeight(seed, graph, floor, solver, byPairs[most] ?? 0);
    });

    static void ForEach(Action<int, WeightedGraph, long?[]> check)
    {
        for (var seed = 0; seed < Graphs; seed++)
        {
            var (count, edges) = SmallGraphs.Of(seed);
            check(seed, WeightedGraph.Of(count, edges), SubsetOptimum.ByPairs(count, edges));
        }
    }

    /// <summary>All limits, up, down or mixed: what was solved before must not matter.</summary>
    static int[] Order(int seed, int count)
    {
        var limits = Enumerable.Range(0, count).ToArray();
        if (seed % 3 == 1) Array.Reverse(limits);
        if (seed % 3 == 2) new Random(seed).Shuffle(limits);
        return limits;
    }

    static void AssertWeight(int seed, WeightedGraph graph, int[] floor, BlossomMatching solver, long expected)
    {
        var finding = Certificate.Check(graph, floor, solver.Mates(), solver.Duals());
        Assert.True(finding.ProvesOptimum, $"seed {seed}: {finding.Value} of {finding.Bound}, {string.Join(' ', finding.Faults)}");
        Assert.True(expected == Weight(graph, solver.Mates()), $"seed {seed}: {Weight(graph, solver.Mates())}, not {expected}");
    }

    static long Weight(WeightedGraph graph, int[] mates) =>
        graph.Edges().GroupBy(e => (e.U, e.V)).Where(g => mates[g.Key.U] == g.Key.V && mates[g.Key.V] == g.Key.U)
            .Sum(g => (long)g.Max(e => e.Weight));
}
