using Ilnp.Matching.Choice;
using Ilnp.Matching.Choice.Large;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;
using Ilnp.Matching.Solver;

namespace Ilnp.Tests.Matching.Choice;

public sealed class PairScanTests
{
    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 40)]
    [InlineData(3, 1000)]
    [InlineData(4, 1000)]
    public void GivenOnlyAFewPairsWrittenOut_WhenPriced_ThenTheOptimumIsThatOfAllPairs(int seed, int limit)
    {
        var problem = new MatchingProblem { People = People.Random(150, seed) };
        var rules = new MatchingRules(problem);
        var everybody = Enumerable.Range(0, 150).ToList();
        var scan = new PairScan(rules, everybody);
        var whole = new ChoiceRequest
        {
            People = 150,
            Edges = rules.Edges(everybody),
            Limit = Math.Min(limit, 75),
            Country = rules.Pool.Country,
        };
        var all = PairChooser.Choose(whole);
        var priced = PairChooser.Choose(whole with { Edges = scan.BestPartners(2), Scan = scan });
        Assert.Equal((all.Score, all.UpperBound), (priced.Score, priced.UpperBound));
        Assert.True(priced.Edges.Count < all.Edges.Count);
    }

    /// <summary>
    /// Without a limit nearly everybody is in one nest of blossoms, and pairs inside it would hide others if they
    /// counted by the duals of their ends alone.
    /// </summary>
    [Fact]
    public void GivenDeepNestsOfBlossoms_WhenPriced_ThenExactlyThePairsBeyondTheirDualsAreHelpful()
    {
        const int Count = 400;
        var nested = 0;
        for (var seed = 11; seed < 21; seed++)
        {
            var rules = new MatchingRules(new MatchingProblem { People = People.Random(Count, seed) });
            var everybody = Enumerable.Range(0, Count).ToList();
            var scan = new PairScan(rules, everybody);
            var solver = new BlossomMatching(WeightedGraph.Of(Count, [.. scan.BestPartners(10)]), new int[Count]);
            solver.Solve();
            var duals = solver.Duals();
            nested += duals.Blossoms.Count(b => b.Parent >= 0);
            var forest = new BlossomForest(duals);
            var helpful = rules.Edges(everybody)
                .Where(e => 2L * e.Weight > (long)duals.Vertices[e.U] + duals.Vertices[e.V] + forest.Common(e.U, e.V)).ToHashSet();
            Assert.True(helpful.SetEquals(scan.Helpful(duals, scale: 1, perPerson: Count).Edges), $"seed {seed}");
            var few = scan.Helpful(duals, scale: 1, perPerson: 1).Edges;
            Assert.True(few.Count > 0 == helpful.Count > 0 && helpful.IsSupersetOf(few), $"seed {seed}");
        }
        Assert.True(nested > 50, $"{nested} blossoms within others");
    }

    /// <summary>All else is equal, so that the bound is met exactly, and the worse partner stands before the better one.</summary>
    [Fact]
    public void GivenAPartnerWhoseOnlyAdvantageIsTheCareerStage_WhenScanned_ThenTheBoundDoesNotHideThem()
    {
        var ana = People.Of("ana", "PE", interests: "") with { CareerStage = "early", LibraryType = "public", YearsOfExperience = 5 };
        var rules = new MatchingRules(new MatchingProblem
        {
            People = [ana, ana with { Id = "ben", Country = "PT", CareerStage = "senior" }, ana with { Id = "cyn", Country = "CL" }],
        });
        var missed = new PairScan(rules, [0, 1, 2]).MissedBy([10_000, 9_999, 10_000], null, 1);

        Assert.Equal(rules.Score.Of(0, 1) + 30, rules.Score.Of(0, 2));
        Assert.Equal(10_000 - rules.Score.Of(0, 2), missed[0]);
    }

    [Fact]
    public void GivenPeople_WhenCounted_ThenAllowedPairsAreThoseWrittenOut()
    {
        var people = People.Random(80, 7);
        var rules = new MatchingRules(
            new MatchingProblem { People = people, Past = [new(people[0].Id, people[1].Id)], Blocked = [new(people[2].Id, people[3].Id)] });
        var everybody = Enumerable.Range(0, 80).ToList();
        Assert.Equal(rules.Edges(everybody).Count, rules.CountAllowed(everybody));
    }
}
