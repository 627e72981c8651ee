using Ilnp.Matching.Choice.Large;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;

namespace Ilnp.Tests.Matching.Scoring;

public sealed class PairTablesTests
{
    [Fact]
    public void GivenAnyPair_WhenScoredByTables_ThenItIsTheRulesScore()
    {
        var rules = new MatchingRules(new MatchingProblem { People = People.Random(80, 5) });
        var tables = new PairTables(rules.Pool, rules.Score);
        for (var i = 0; i < 80; i++)
            for (var j = 0; j < 80; j++)
            {
                if (!rules.Score.MayMeet(i, j)) continue;
                Assert.Equal(
                    rules.Score.LibraryType(i, j) + rules.Score.Experience(i, j) + rules.Score.CareerStage(i, j),
                    tables.Background.Points(i, j));
                Assert.Equal(rules.Score.Languages(i, j), tables.Language.Points(i, j));
                Assert.Equal(rules.Score.TimeZone(i, j), tables.Place.Points(i, j));
            }
    }

    /// <summary>Topics to offer and to learn have more combinations than a table holds.</summary>
    [Fact]
    public void GivenMoreKindsOfPeopleThanATableHolds_WhenTheMostIsAsked_ThenItIsReachedAndNeverExceeded()
    {
        var people = Varied(3200);
        var rules = new MatchingRules(new MatchingProblem { People = people });
        var habits = new PairTables(rules.Pool, rules.Score).Habits;

        Assert.False(habits.HasRows);
        var most = Enumerable.Range(0, 40).Max(i => Enumerable.Range(0, people.Count).Where(j => j != i).Max(j => habits.Points(i, j)));
        Assert.Equal(1170, most);
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(1170, habits.Most(i)));
    }

    [Fact]
    public void GivenMoreKindsOfPeopleThanATableHolds_WhenTheBestPartnersAreSought_ThenNobodyHasABetterOne()
    {
        const int Count = 3200;
        const int Asked = 10_000;
        var rules = new MatchingRules(new MatchingProblem { People = Varied(Count) });
        var everybody = Enumerable.Range(0, Count).ToList();
        var missed = new PairScan(rules, everybody).MissedBy([.. Enumerable.Repeat(Asked, Count)], null, 1);
        for (var i = 0; i < Count; i += 100)
            Assert.Equal(Asked - everybody.Where(j => rules.Score.MayMeet(i, j)).Max(j => rules.Score.Of(i, j)), missed[i]);
    }

    static List<Candidate> Varied(int count)
    {
        var topics = Enumerable.Range(0, 16).Select(k => $"t{k}").ToArray();
        return [.. People.Random(count, 8).Select((person, k) => person with
        {
            Offers = [topics[k % 16], topics[k / 16 % 16]],
            Seeks = [topics[k / 7 % 16], topics[k / 256]],
            Tools = k % 3 == 0 ? ["email"] : ["email", "video"],
        })];
    }
}
