using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;

namespace Ilnp.Tests.Matching.Scoring;

public sealed class PairScoreTests
{
    [Fact]
    public void GivenAnyPair_WhenScored_ThenTheReasonsAddUpAndOrderDoesNotMatter()
    {
        var rules = new MatchingRules(new MatchingProblem { People = People.Random(60, 4) });
        for (var i = 0; i < 60; i++)
            for (var j = 0; j < i; j++)
            {
                if (!rules.Score.MayMeet(i, j)) continue;
                Assert.Equal(rules.Score.Of(i, j), rules.Score.Reasons(i, j).Sum(r => r.Points));
                Assert.Equal(rules.Score.Of(i, j), rules.Score.Of(j, i));
            }
    }

    [Theory]
    [InlineData("Europe/Paris", "Europe/Paris", 14)]
    [InlineData("Europe/Paris", "Asia/Tokyo", 7)]
    [InlineData("Africa/Accra", "America/New_York", 10)]
    [InlineData("Pacific/Auckland", "America/Los_Angeles", 9)]
    [InlineData("Europe/Paris", "Nowhere/Atall", 0)]
    public void GivenTwoZones_WhenCompared_ThenWakingHoursOfSummerAreShared(string first, string second, int hours)
    {
        var shared = WakingHours.Shared([first, second], new DateOnly(2020, 5, 4), new DateOnly(2020, 8, 31));
        Assert.Equal(60 * hours, shared[0, 1]);
    }

    [Fact]
    public void GivenDaylightSavingInOneZoneOnly_WhenTheCohortSpansTheChange_ThenTheAverageLiesBetween()
    {
        var shared = WakingHours.Shared(["Africa/Accra", "Europe/London"], new DateOnly(2020, 3, 1), new DateOnly(2020, 4, 26));
        Assert.InRange(shared[0, 1], 13 * 60 + 1, 14 * 60 - 1);
    }
}
