using System.Diagnostics;
using Ilnp.Matching.Solver;

namespace Ilnp.Benchmarks.Lemon;

/// <summary>The solver beside LEMON's on the same graphs: weight, proof, time, and the ratio where LEMON is installed.</summary>
static class LemonComparison
{
    const int Runs = 5;

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("ilnp-bench-");
        try
        {
            var lemon = LemonSolver.Compile(folder.FullName);
            if (lemon is null) Console.WriteLine("LEMON is not here (apt-get install g++ liblemon-dev): no ratios.");
            Compare("488 people, 92,000 pairs", 488, RandomGraphs.Dense(488, 92_000, 1), lemon, folder.FullName);
            Compare("100,000 people, 1,000,000 pairs", 100_000, RandomGraphs.Sparse(100_000, 1_000_000, 2), lemon, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static void Compare(string name, int nodes, WeightedEdge[] edges, LemonSolver? lemon, string folder)
    {
        var (best, finding) = (double.MaxValue, default(Certificate.Finding));
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var graph = WeightedGraph.Of(nodes, edges);
            var solver = new BlossomMatching(graph, new int[nodes]);
            solver.Solve();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            finding = Certificate.Check(graph, new int[nodes], solver.Mates(), solver.Duals());
        }

        Console.WriteLine(
            $"{name}: weight {finding!.Value / 2}, {(finding.ProvesOptimum ? "proven" : "NOT PROVEN")}, {1000 * best:0.0} ms");
        if (lemon is null) return;
        var path = Path.Combine(folder, "graph.txt");
        LemonSolver.Write(path, nodes, edges);
        var other = lemon.Solve(path);
        Console.WriteLine($"  LEMON: weight {other.Weight}, {1000 * other.Seconds:0.0} ms; ratio {best / other.Seconds:0.00}");
    }
}
