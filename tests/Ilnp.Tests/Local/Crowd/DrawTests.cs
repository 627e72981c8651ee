using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.Tests.Local.Crowd;

public sealed class DrawTests
{
    static readonly string[] People = [.. Enumerable.Range(0, 2000).Select(number => $"person{number}@mail.example.com")];

    [Fact]
    public void GivenOneSeed_WhenAskedInAnotherOrder_ThenEverybodyAnswersTheSame()
    {
        var there = new Draw(7);
        var back = new Draw(7);
        var forwards = People.Select(who => there.Share(who, "availability")).ToList();
        var backwards = People.Reverse().Select(who => back.Share(who, "availability")).Reverse().ToList();
        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void GivenAnotherSeedPersonOrQuestion_WhenAsked_ThenTheAnswerIsAnother()
    {
        var share = new Draw(7).Share("a@b.example", "pulse");
        Assert.NotEqual(share, new Draw(8).Share("a@b.example", "pulse"));
        Assert.NotEqual(share, new Draw(7).Share("b@b.example", "pulse"));
        Assert.NotEqual(share, new Draw(7).Share("a@b.example", "nudge"));
    }

    [Fact]
    public void GivenManyPeople_WhenAsked_ThenSharesAreEven()
    {
        var draw = new Draw(1);
        Assert.InRange(People.Count(who => draw.Chance(0.25, who, "x")), 430, 570);
        Assert.InRange(People.Average(who => draw.Share(who, "x")), 0.47, 0.53);
    }

    [Fact]
    public void GivenWeights_WhenChosen_ThenChoicesComeAsOftenAsTheyWeigh()
    {
        var draw = new Draw(1);
        var chosen = People.CountBy(who => draw.Weighted([("often", 3), ("seldom", 1.0), ("never", 0)], who, "w")).ToDictionary();
        Assert.InRange(chosen["often"], 1400, 1600);
        Assert.False(chosen.ContainsKey("never"));
    }

    [Fact]
    public void GivenPeopleInAnyOrder_WhenRanked_ThenTheRankIsTheSame() =>
        Assert.Equal(new Draw(1).Ranked(People, "r"), new Draw(1).Ranked(People.Reverse(), "r"));
}
