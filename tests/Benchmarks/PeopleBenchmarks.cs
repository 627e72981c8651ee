using BenchmarkDotNet.Attributes;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;

namespace Ilnp.Benchmarks;

/// <summary>People with all their pairs, from their answers to the proven groups with reasons.</summary>
[MemoryDiagnoser]
public class PeopleBenchmarks
{
    MatchingProblem _problem = null!;

    [Params(1_100, 4_400)]
    public int People { get; set; }

    [GlobalSetup]
    public void Invent() => _problem = new MatchingProblem { People = RandomPeople.Of(People, 3), Spread = CountrySpread.Off };

    [Benchmark(Description = "11 pairs for 100 people")]
    public long Limited() => Matchmaker.Propose(_problem with { Capacity = 11 * People / 100 }).Score;

    [Benchmark(Description = "No limit")]
    public long Unlimited() => Matchmaker.Propose(_problem).Score;
}
