using System.CommandLine;
using System.Diagnostics;
using Ilnp.Local.Match;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Solver;

namespace Ilnp.Local.Bench.Match;

/// <summary><c>bench match</c>: the solver beside LEMON's on the same graphs, and people of several numbers with all their pairs.</summary>
static class MatchCommand
{
    public static Command Create()
    {
        var graphs = new Option<FileInfo[]>("--graph") { Description = "Graph files to measure as well; nodes.csv beside one adds its curve at --capacity.", AllowMultipleArgumentsPerToken = true };
        var capacity = new Option<int>("--capacity") { Description = "Pairs for the curve.", DefaultValueFactory = _ => 47 };
        var people = new Option<int[]>("--people") { Description = "Numbers of people to match over all pairs.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [4_400, 17_600] };
        var command = new Command("match", "Matching: time, memory and proof, and the ratio to LEMON where it is installed.") { graphs, capacity, people };
        command.SetAction(parsed => Run(parsed.GetValue(graphs) ?? [], parsed.GetValue(capacity), parsed.GetValue(people)!));
        return command;
    }

    static void Run(FileInfo[] graphs, int capacity, int[] people)
    {
        using var folder = new TemporaryFolder();
        var lemon = LemonSolver.Compile(folder.Path);
        if (lemon is null) Console.WriteLine("LEMON is not here (apt-get install g++ liblemon-dev): no ratios.");
        Compare("488 people, 92,000 pairs", 488, RandomGraphs.Dense(488, 92_000, 1), lemon, folder);
        Compare("100,000 people, 1,000,000 pairs", 100_000, RandomGraphs.Sparse(100_000, 1_000_000, 2), lemon, folder);
        foreach (var file in graphs)
        {
            var graph = GraphFile.Read(file);
            Compare(file.Name, graph.Nodes, graph.Edges, lemon, folder);
            if (graph.Countries.Count > 0) Curve(graph, capacity);
        }
        foreach (var count in people)
            foreach (var limit in new[] { 11 * count / 100, int.MaxValue }) AllPairs(count, limit);
    }

    static void Compare(string name, int nodes, IReadOnlyList<WeightedEdge> edges, LemonSolver? lemon, TemporaryFolder folder)
    {
        var list = edges.ToArray();
        var (best, finding) = (double.MaxValue, default(Certificate.Finding));
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            var graph = WeightedGraph.Of(nodes, list);
            var solver = new BlossomMatching(graph, new int[nodes]);
            solver.Solve();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            finding = Certificate.Check(graph, new int[nodes], solver.Mates(), solver.Duals());
        }
        Console.WriteLine($"{name}: weight {finding!.Value / 2}, {(finding.ProvesOptimum ? "proven" : "NOT PROVEN")}, {1000 * best:0.0} ms");
        if (lemon is null) return;
        var path = Path.Combine(folder.Path, "graph.txt");
        LemonSolver.Write(path, nodes, list);
        var other = lemon.Solve(path);
        Console.WriteLine($"  LEMON: weight {other.Weight}, {1000 * other.Seconds:0.0} ms; ratio {best / other.Seconds:0.00}");
    }

    static void Curve(GraphFile graph, int capacity)
    {
        var names = graph.Countries.Distinct().Order(StringComparer.Ordinal).Select((c, k) => (c, k)).ToDictionary(p => p.c, p => p.k);
        var watch = Stopwatch.StartNew();
        var chosen = PairChooser.Choose(new ChoiceRequest
        {
            People = graph.Nodes,
            Edges = graph.Edges,
            Limit = capacity,
            Country = [.. graph.Countries.Select(c => names[c])],
            Spread = CountrySpread.Max,
        });
        Console.WriteLine($"  curve at {capacity} pairs: {chosen.Hull[0].Countries}:{chosen.Hull[0].Score} to {chosen.Hull[^1].Countries}:{chosen.Hull[^1].Score}, {chosen.Hull.Count(h => h.Score == h.UpperBound)} of {chosen.Hull.Count} points proven, {watch.Elapsed.TotalSeconds:0.00} s");
    }

    static void AllPairs(int count, int limit)
    {
        var problem = new MatchingProblem { People = RandomPeople.Of(count, 3), Capacity = limit, Spread = CountrySpread.Off };
        var clock = RunClock.Start();
        var proposal = Matchmaker.Propose(problem);
        var cost = clock.Stop();
        Console.WriteLine($"{count} people, {proposal.Figures.AllowedPairs} pairs, {(limit == int.MaxValue ? "no limit" : $"at most {limit} pairs")}: {proposal.Groups.Count} groups, score {proposal.Score} of at most {proposal.UpperBound}, "
            + $"{cost.Seconds:0.00} s, {cost.ProcessorSeconds:0.00} s of processor, peak {cost.PeakMegabytes:0} MB, {proposal.Figures.Rounds} rounds, {proposal.Figures.WrittenPairs} pairs written out");
    }
}

/// <summary>A folder that goes when the bench ends.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ilnp-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
