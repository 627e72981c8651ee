using BenchmarkDotNet.Attributes;
using Ilnp.Local.Match;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;

namespace Ilnp.Benchmarks;

/// <summary>The pilot's graph: 437 people, 63,468 possible pairs.</summary>
[MemoryDiagnoser]
public class SampleBenchmarks
{
    ChoiceRequest _request = null!;

    [GlobalSetup]
    public void Read()
    {
        var graph = GraphFile.Read(new FileInfo(Path.Combine(AppContext.BaseDirectory, "Sample488", "graph.txt")));
        var names = graph.Countries.Distinct().Order(StringComparer.Ordinal).ToList();
        _request = new ChoiceRequest { People = graph.Nodes, Edges = graph.Edges, Limit = 47, Country = [.. graph.Countries.Select(c => names.IndexOf(c))] };
    }

    [Benchmark(Description = "47 pairs, the whole curve of countries")]
    public int Curve() => PairChooser.Choose(_request with { Spread = CountrySpread.Max }).Hull.Count;

    [Benchmark(Description = "47 pairs")]
    public long Limited() => PairChooser.Choose(_request).Score;

    [Benchmark(Description = "47 pairs, no country above 10 %")]
    public long Capped() => PairChooser.Choose(_request with { CapPercent = 10 }).Score;

    [Benchmark(Description = "No limit")]
    public long Unlimited() => PairChooser.Choose(_request with { Limit = int.MaxValue }).Score;
}
