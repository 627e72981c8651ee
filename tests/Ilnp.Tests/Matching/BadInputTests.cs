using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;

namespace Ilnp.Tests.Matching;

/// <summary>Input that no proposal can be made of, or only a strange one: a clear result, never a crash, nobody dropped silently.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void GivenAHundredThousandIdenticalPeople_WhenProposed_ThenEverybodyIsToldWhy()
    {
        var people = Enumerable.Range(0, 100_000).Select(k => People.Of($"p{k:D6}", "GH")).ToList();
        var proposal = Matchmaker.Propose(new MatchingProblem { People = people, Capacity = 50, CountryCapPercent = 50 });
        Assert.Equal((0, 100_000), (proposal.Groups.Count, proposal.Unmatched.Count));
        Assert.Equal(["noCommonLanguage"], proposal.Unmatched.Select(u => u.Reason.Code).Distinct());
    }

    [Fact]
    public void GivenNoCommonLanguageAtAll_WhenProposed_ThenEverybodyIsToldSo()
    {
        var proposal = Matchmaker.Propose(
            new MatchingProblem { People = [People.Of("a", "GH", "ak"), People.Of("b", "BR", "pt"), People.Of("c", "JP", "ja")] });
        Assert.Equal((0, 0L, 0L, 0.0), (proposal.Groups.Count, proposal.Score, proposal.UpperBound, proposal.Gap));
        Assert.Equal(["noCommonLanguage", "noCommonLanguage", "noCommonLanguage"], proposal.Unmatched.Select(u => u.Reason.Code));
    }

    [Fact]
    public void GivenMorePlacesThanPeople_WhenProposed_ThenAllWhoCanAreMatchedAndTheResultIsProven()
    {
        var proposal = Matchmaker.Propose(new MatchingProblem { People = People.Random(30, 11), Capacity = int.MaxValue });
        Assert.Equal((0.0, 30), (proposal.Gap, proposal.Groups.Sum(g => g.Members.Count) + proposal.Unmatched.Count));
        Assert.True(proposal.Groups.Count >= 13, $"{proposal.Groups.Count} groups");
    }

    [Fact]
    public void GivenLockedPeopleOverTheCountryCap_WhenProposed_ThenTheConflictNamesTheNumbers()
    {
        var people = new[]
        {
            People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "GH"),
            People.Of("d", "JP"), People.Of("e", "IN"), People.Of("f", "PE"),
        };
        var proposal = Matchmaker.Propose(
            new MatchingProblem { People = people, Capacity = 3, CountryCapPercent = 20, Locked = [new("a", "b"), new("c", "d")] });
        Assert.Equal(
            ["2 people of GH are in locked pairs; with at most 6 people and a country cap of 20 % there are places for 1."],
            proposal.Conflicts);
        Assert.Empty(proposal.Groups);
    }

    [Fact]
    public void GivenACapBelowOnePerson_WhenProposed_ThenOnePersonOfACountryIsAllowedAndANoteSaysSo()
    {
        var proposal = Matchmaker.Propose(
            new MatchingProblem { People = People.Random(30, 12), Capacity = 3, CountryCapPercent = 1, Spread = CountrySpread.Off });
        Assert.Equal(3, proposal.Groups.Count);
        Assert.Equal(["1 % of 6 people is less than one person: one person of each country is allowed."], proposal.Notes);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void GivenASpreadThatIsNoShare_WhenProposed_ThenTheConflictSaysSo(double percent)
    {
        var proposal = Matchmaker.Propose(
            new MatchingProblem { People = People.Random(4, 1), Spread = new CountrySpread(CountrySpreadMode.Percent, percent) });
        Assert.Contains("must be between 0 and 100", Assert.Single(proposal.Conflicts), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenWeightsAtTheirLimit_WhenProposed_ThenTheResultIsProvenAndOverItTheConflictSaysSo()
    {
        var people = People.Random(60, 13);
        var heavy = new MatchingWeights
        {
            Pair = 1000,
            FirstInterest = 0,
            SharedInterest = 0,
            LibraryType = 30_000,
            Earliness = 100_000,
            CarriedPriority = 5_000,
            Experience = 1_000,
            TimeZone = 1_000,
        };
        Assert.Equal(
            0, Matchmaker.Propose(new MatchingProblem { People = people, Weights = heavy, Capacity = 10, Spread = CountrySpread.Max }).Gap);
        var over = Matchmaker.Propose(new MatchingProblem { People = people, Weights = heavy with { Pair = 100_000 } });
        Assert.Contains("keep the sum of the parts below 250000", Assert.Single(over.Conflicts), StringComparison.Ordinal);
    }

    [Fact]
    public void GivenACancelledRun_WhenProposed_ThenTheBestFoundIsGivenWithinItsBound()
    {
        var problem = new MatchingProblem { People = People.Random(300, 14), Capacity = 40, Spread = CountrySpread.Off };
        var best = Matchmaker.Propose(problem);
        var stopped = Matchmaker.Propose(problem, cancellation: new CancellationToken(canceled: true));
        Assert.InRange(stopped.Score, best.Score * 8 / 10, best.Score);
        Assert.InRange(stopped.UpperBound, best.Score, best.Score * 12 / 10);
        Assert.Contains("The search was stopped before its end; the proposal is the best found until then.", stopped.Notes);
        Assert.Equal(300, stopped.Groups.Sum(g => g.Members.Count) + stopped.Unmatched.Count);
        Assert.All(stopped.Unmatched, u => Assert.DoesNotContain("points", u.Reason.InWords("en"), StringComparison.Ordinal));
    }
}
