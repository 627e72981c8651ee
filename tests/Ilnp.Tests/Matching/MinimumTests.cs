using Ilnp.Matching.Choice;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Solver;
using Ilnp.Tests.Matching.Solver;

namespace Ilnp.Tests.Matching;

public sealed class MinimumTests
{
    [Fact]
    public void GivenSmallGraphs_WhenACountryMustHaveSoMany_ThenTheScoreIsBruteForcesAtEveryNumberOfCountries()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (count, edges) = BruteForce.Graph(random);
            if (edges.Length == 0) continue;
            int[] country = [.. Enumerable.Range(0, count).Select(_ => random.Next(4))];
            int[] members = [.. Enumerable.Range(0, count).Where(v => country[v] == 0)];
            if (members.Length == 0) continue;
            var least = random.Next(1, members.Length + 1);
            var limit = random.Next(1, 5);
            var good = BruteForce.Matchings(edges)
                .Where(m => m.Count <= limit && members.Count(v => m.Any(e => e.U == v || e.V == v)) >= least).ToList();
            if (good.Count == 0) continue;
            foreach (var spread in new[] { CountrySpread.Off, CountrySpread.Max })
            {
                var chosen = PairChooser.Choose(new ChoiceRequest
                {
                    People = count,
                    Edges = edges,
                    Limit = limit,
                    Country = country,
                    Spread = spread,
                    AtLeast = [new(members, least, spread == CountrySpread.Off && seed % 2 == 0 ? null : 0)],
                    LossWhenShort = 100_000,
                });
                var most = good.Max(m => Countries(country, m));
                var best = spread == CountrySpread.Off
                    ? good.Max(Weight)
                    : good.Where(m => Countries(country, m) >= chosen.Countries).Max(Weight);
                Assert.True(
                    chosen.Score <= best && best <= chosen.UpperBound,
                    $"seed {seed}, {spread.Mode}: {chosen.Score} of {best}, at most {chosen.UpperBound}");
                Assert.True(
                    spread == CountrySpread.Off ? chosen.Score == best : chosen.Countries == most,
                    $"seed {seed}, {spread.Mode}: {chosen.Score} of {best}, {chosen.Countries} of {most} countries");
                Assert.True(members.Count(v => chosen.Pairs.Any(p => p.First == v || p.Second == v)) >= least, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void GivenAMinimum_WhenProposed_ThenItIsReachedAtTheLeastCost()
    {
        var problem = new MatchingProblem { People = People.Random(80, 7), Capacity = 10, Spread = CountrySpread.Off };
        var before = Matchmaker.Propose(problem);
        foreach (var least in new[]
        {
            new Minimum(MinimumOf.Country, "KE", 6),
            new Minimum(MinimumOf.LibraryType, "public", 15),
            new Minimum(MinimumOf.Language, "ja", 14),
            new Minimum(MinimumOf.Carried, "", 6),
        })
        {
            var after = Matchmaker.Propose(problem with { AtLeast = [least] });
            Assert.Empty(after.Conflicts);
            Assert.True(Count(problem, after, least) >= least.People, $"{least}: {Count(problem, after, least)}");
            Assert.True(after.Score <= before.Score && after.Score == after.UpperBound, $"{least}");
            if (Count(problem, before, least) >= least.People) Assert.Equal(before.Score, after.Score);
        }
    }

    [Fact]
    public void GivenMinimumsThatCannotBe_WhenProposed_ThenEachSaysWhy()
    {
        var people = new[] { People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "GH", "ak"), People.Of("d", "JP") };
        string Conflict(MatchingProblem problem) => Assert.Single(Matchmaker.Propose(problem).Conflicts);
        var ghana = new MatchingProblem { People = people, AtLeast = [new(MinimumOf.Country, "GH", 2)] };
        Assert.Equal(
            "Wanted are at least 2 people of the country GH; no more than 1 can be placed under the other rules.", Conflict(ghana));
        Assert.Equal(
            "Wanted are at least 3 people of the country GH; 2 applied.",
            Conflict(ghana with { AtLeast = [new(MinimumOf.Country, "GH", 3)] }));
        Assert.Equal(
            "Wanted are at least 2 people of the country GH; the country cap of 30 % allows 1.",
            Conflict(ghana with { CountryCapPercent = 30 }));
        Assert.Equal(
            "Wanted are at least 2 people of the country GH; there are places for 0 people.", Conflict(ghana with { Capacity = 0 }));
        Assert.Contains(
            "goes with country spread off",
            Conflict(ghana with { AtLeast = [new(MinimumOf.Language, "en", 1)] }),
            StringComparison.Ordinal);
        Assert.Contains(
            "count the same people twice",
            Conflict(ghana with { AtLeast = [new(MinimumOf.Country, "GH", 1), new(MinimumOf.Country, "gh", 1)] }),
            StringComparison.Ordinal);
    }

    static int Count(MatchingProblem problem, MatchingProposal proposal, Minimum least) =>
        problem.People.Count(p => least.Counts(p) && proposal.Groups.Any(g => g.Members.Contains(p.Id)));

    static int Countries(int[] country, IReadOnlyList<WeightedEdge> matching) =>
        matching.SelectMany(e => new[] { country[e.U], country[e.V] }).Distinct().Count();

    static long Weight(IReadOnlyList<WeightedEdge> matching) => matching.Sum(e => (long)e.Weight);
}
