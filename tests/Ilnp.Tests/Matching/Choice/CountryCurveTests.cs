using Ilnp.Matching;
using Ilnp.Matching.Choice;
using Ilnp.Matching.Solver;
using Ilnp.Tests.Matching.Solver;

namespace Ilnp.Tests.Matching.Choice;

public sealed class CountryCurveTests
{
    [Fact]
    public void GivenSmallGraphs_WhenSpread_ThenEveryPointIsWithinItsBoundAndProvenPointsAreBruteForces()
    {
        var (proven, all) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var (request, matchings) = Case(seed);
            if (request.Edges.Count == 0) continue;
            foreach (var point in PairChooser.Choose(request with { Spread = CountrySpread.Max }).Hull)
            {
                var best = matchings.Where(m => m.Count <= request.Limit && Countries(request, m) >= point.Countries).Max(Weight);
                Assert.True(point.Score <= best && best <= point.UpperBound, $"seed {seed}, {point}: {best}");
                all++;
                if (point.Score == best) proven++;
            }
        }
        Assert.True(proven > 0.95 * all, $"{proven} of {all}");
    }

    [Fact]
    public void GivenSmallGraphs_WhenCapped_ThenNoCountryIsOverItsShareAndTheScoreIsWithinItsBound()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (request, matchings) = Case(seed);
            var chosen = PairChooser.Choose(request with { CapPercent = 40 });
            var people = 2 * chosen.Pairs.Count;
            var most = chosen.Pairs.SelectMany(p => new[] { p.First, p.Second }).CountBy(v => request.Country[v]).Select(c => c.Value).DefaultIfEmpty().Max();
            Assert.True(most <= Math.Max(1, 40 * people / 100) || chosen.CapsInForce.Count > 0, $"seed {seed}");
            if (chosen.CapsInForce.Count == 0) continue;
            var best = matchings.Where(m => m.Count <= request.Limit && Obeys(request, m, chosen.CapsInForce)).Max(Weight);
            Assert.Equal(best, chosen.Score);
        }
    }

    static (ChoiceRequest, List<IReadOnlyList<WeightedEdge>>) Case(int seed)
    {
        var random = new Random(seed);
        var (count, edges) = BruteForce.Graph(random, most: 9);
        var country = Enumerable.Range(0, count).Select(_ => random.Next(4)).ToArray();
        var allowed = edges.Where(e => country[e.U] != country[e.V]).Select(e => e with { Weight = e.Weight + 6 }).ToArray();
        var request = new ChoiceRequest { People = count, Edges = allowed, Limit = random.Next(1, 5), Country = country };
        return (request, [.. BruteForce.Matchings(allowed)]);
    }

    static long Weight(IReadOnlyList<WeightedEdge> matching) => matching.Sum(e => (long)e.Weight);

    static int Countries(ChoiceRequest request, IReadOnlyList<WeightedEdge> matching) =>
        matching.SelectMany(e => new[] { request.Country[e.U], request.Country[e.V] }).Distinct().Count();

    static bool Obeys(ChoiceRequest request, IReadOnlyList<WeightedEdge> matching, IReadOnlyDictionary<int, int> caps) =>
        matching.SelectMany(e => new[] { request.Country[e.U], request.Country[e.V] }).CountBy(c => c).All(c => c.Value <= caps.GetValueOrDefault(c.Key, int.MaxValue));
}
