using System.Globalization;
using BenchmarkDotNet.Attributes;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Solver;

namespace Ilnp.Benchmarks;

/// <summary>The pilot's graph: 437 people, 63,468 possible pairs.</summary>
[MemoryDiagnoser]
public class SampleBenchmarks
{
    ChoiceRequest _request = null!;

    [GlobalSetup]
    public void Read()
    {
        var countries = Lines("nodes.csv").Select(line => line.Split(',')[1]).ToList();
        var names = countries.Distinct().Order(StringComparer.Ordinal).ToList();
        WeightedEdge[] edges = [.. Lines("graph.txt").Select(line => Array.ConvertAll(line.Split(' '), Number))
            .Select(e => new WeightedEdge(e[0], e[1], e[2]))];
        _request = new ChoiceRequest
        {
            People = countries.Count,
            Edges = edges,
            Limit = 47,
            Country = [.. countries.Select(country => names.IndexOf(country))],
        };
    }

    /// <summary>Below the header.</summary>
    static IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sample488", file)).Skip(1);

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [Benchmark(Description = "47 pairs, the whole curve of countries")]
    public int Curve() => PairChooser.Choose(_request with { Spread = CountrySpread.Max }).Hull.Count;

    [Benchmark(Description = "47 pairs")]
    public long Limited() => PairChooser.Choose(_request).Score;

    [Benchmark(Description = "47 pairs, no country above 10 %")]
    public long Capped() => PairChooser.Choose(_request with { CapPercent = 10 }).Score;

    [Benchmark(Description = "No limit")]
    public long Unlimited() => PairChooser.Choose(_request with { Limit = int.MaxValue }).Score;
}
