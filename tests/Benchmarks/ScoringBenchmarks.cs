using BenchmarkDotNet.Attributes;
using Ilnp.Matching.Choice.Large;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;

namespace Ilnp.Benchmarks;

/// <summary>Scores of pairs, one by one and as the scan goes through all of them.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    const int People = 4_400;
    const int Pairs = 1_000;

    MatchingRules _rules = null!;
    PairScan _scan = null!;
    (int First, int Second)[] _pairs = [];

    [GlobalSetup]
    public void Prepare()
    {
        _rules = new MatchingRules(new MatchingProblem { People = RandomPeople.Of(People, 3) });
        _scan = new PairScan(_rules, [.. Enumerable.Range(0, People)]);
        var random = new Random(1);
        _pairs = [.. Enumerable.Range(0, 100 * Pairs).Select(_ => (random.Next(People), random.Next(People)))
            .Where(p => _rules.Allows(p.Item1, p.Item2)).Take(Pairs)];
    }

    [Benchmark(Description = "Score of a pair", OperationsPerInvoke = Pairs)]
    public long Score()
    {
        var sum = 0L;
        foreach (var (first, second) in _pairs) sum += _rules.Score.Of(first, second);
        return sum;
    }

    [Benchmark(Description = "Twelve best partners of each of 4,400 people")]
    public int BestPartners() => _scan.BestPartners(12).Count;

    [Benchmark(Description = "4,400 people ready to be scored")]
    public int Ready() => new MatchingRules(_rules.Problem).Pool.Count;
}
