using BenchmarkDotNet.Attributes;
using Ilnp.Matching.Solver;

namespace Ilnp.Benchmarks;

/// <summary>The solver alone, on graphs as other solvers are measured with; the graph's own building is part of it.</summary>
[MemoryDiagnoser]
public class GraphBenchmarks
{
    readonly WeightedEdge[] _dense = RandomGraphs.Dense(488, 92_000, 1);
    readonly WeightedEdge[] _sparse = RandomGraphs.Sparse(100_000, 1_000_000, 2);
    BlossomMatching _solved = null!;
    WeightedGraph _solvedGraph = null!;

    [GlobalSetup(Target = nameof(Check))]
    public void SolveOnce()
    {
        _solvedGraph = WeightedGraph.Of(488, _dense);
        _solved = new BlossomMatching(_solvedGraph, new int[488]);
        _solved.Solve();
    }

    [Benchmark(Description = "488 nodes, 92,000 edges")]
    public bool Dense() => new BlossomMatching(WeightedGraph.Of(488, _dense), new int[488]).Solve();

    [Benchmark(Description = "100,000 nodes, 1,000,000 edges")]
    public bool Sparse() => new BlossomMatching(WeightedGraph.Of(100_000, _sparse), new int[100_000]).Solve();

    [Benchmark(Description = "The certificate of 488 nodes, 92,000 edges")]
    public long Check() => Certificate.Check(_solvedGraph, new int[488], _solved.Mates(), _solved.Duals()).Value;
}
