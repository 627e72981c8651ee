using Ilnp.Matching;
using Ilnp.Matching.Choice;

namespace Ilnp.Tests.Matching.Choice;

public sealed class PairScanTests
{
    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 40)]
    [InlineData(3, 1000)]
    public void GivenOnlyAFewPairsWrittenOut_WhenPriced_ThenTheOptimumIsThatOfAllPairs(int seed, int limit)
    {
        var problem = new MatchingProblem { People = People.Random(150, seed) };
        var rules = new MatchingRules(problem);
        var everybody = Enumerable.Range(0, 150).ToList();
        var scan = new PairScan(rules, everybody);
        var whole = new ChoiceRequest { People = 150, Edges = rules.Edges(everybody), Limit = Math.Min(limit, 75), Country = rules.Pool.Country };
        var all = PairChooser.Choose(whole);
        var priced = PairChooser.Choose(whole with { Edges = scan.BestPartners(2), Scan = scan });
        Assert.Equal((all.Score, all.UpperBound), (priced.Score, priced.UpperBound));
        Assert.True(priced.Edges.Count < all.Edges.Count);
    }

    [Fact]
    public void GivenPeople_WhenCounted_ThenAllowedPairsAreThoseWrittenOut()
    {
        var people = People.Random(80, 7);
        var rules = new MatchingRules(new MatchingProblem { People = people, Past = [new(people[0].Id, people[1].Id)], Blocked = [new(people[2].Id, people[3].Id)] });
        var everybody = Enumerable.Range(0, 80).ToList();
        Assert.Equal(rules.Edges(everybody).Count, rules.CountAllowed(everybody));
    }
}
