using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;

namespace Ilnp.Tests.Matching;

public sealed class MatchmakerTests
{
    [Fact]
    public void GivenManyPeople_WhenProposed_ThenRulesHoldAndTheScoreIsProven()
    {
        var problem = new MatchingProblem { People = People.Random(120, 1), Capacity = 25, CountryCapPercent = 20 };
        var proposal = Matchmaker.Propose(problem);
        Assert.Empty(proposal.Conflicts);
        Assert.Equal(25, proposal.Groups.Count);
        Assert.Equal(proposal.UpperBound, proposal.Score);
        var people = problem.People.ToDictionary(p => p.Id);
        Assert.All(proposal.Groups, g => AssertRules(g, people));
        Assert.Distinct(proposal.Groups.SelectMany(g => g.Members));
        Assert.All(
            proposal.Groups.SelectMany(g => g.Members).CountBy(m => people[m].Country),
            c => Assert.True(c.Value <= 10, $"{c.Key}: {c.Value}"));
        Assert.Equal(120, proposal.Groups.Sum(g => g.Members.Count) + proposal.Unmatched.Count);
    }

    [Fact]
    public void GivenAnotherOrderOfPeople_WhenProposed_ThenTheGroupsAreTheSame()
    {
        var people = People.Random(90, 2);
        var first = Matchmaker.Propose(new MatchingProblem { People = people, Capacity = 20 });
        var second = Matchmaker.Propose(new MatchingProblem { People = [.. people.AsEnumerable().Reverse()], Capacity = 20 });
        Assert.Equal(Told(first), Told(second));
    }

    [Fact]
    public void GivenAnOddNumber_WhenThereIsRoom_ThenATrioTakesTheLastOne()
    {
        var proposal = Matchmaker.Propose(
            new MatchingProblem { People = [People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "JP")] });
        Assert.Equal(["a", "b", "c"], Assert.Single(proposal.Groups).Members.Order());
        Assert.Empty(proposal.Unmatched);
    }

    [Fact]
    public void GivenSomeoneWithoutACommonLanguage_WhenProposed_ThenTheReasonSaysSo()
    {
        var proposal = Matchmaker.Propose(
            new MatchingProblem { People = [People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "JP", "ja")] });
        Assert.Equal(
            "Nobody from another country shares a language with this person.", Assert.Single(proposal.Unmatched).Reason.InWords("en"));
    }

    [Fact]
    public void GivenPastAndBlockedPairs_WhenProposed_ThenTheyAreNotMade()
    {
        var people = new[] { People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "JP"), People.Of("d", "IN") };
        var proposal = Matchmaker.Propose(new MatchingProblem { People = people, Past = [new("a", "b")], Blocked = [new("d", "a")] });
        Assert.Equal(["a,c", "b,d"], Told(proposal).Order());
    }

    [Fact]
    public void GivenALockedPair_WhenProposed_ThenItIsMadeAndMarked()
    {
        var problem = new MatchingProblem { People = People.Random(40, 3), Capacity = 5 };
        var pair = Matchmaker.Propose(problem).Unmatched.Take(12).Select(u => problem.People.First(p => p.Id == u.Id)).ToList();
        var partner = pair.Skip(1).First(p => p.Country != pair[0].Country && p.Languages.Intersect(pair[0].Languages).Any());
        var locked = Matchmaker.Propose(problem with { Locked = [new(pair[0].Id, partner.Id)] });
        Assert.Empty(locked.Conflicts);
        Assert.Contains(locked.Groups, g => g.Locked && g.Members.Contains(pair[0].Id) && g.Members.Contains(partner.Id));
        Assert.True(locked.Score <= Matchmaker.Propose(problem).Score);
    }

    [Fact]
    public void GivenContradictions_WhenProposed_ThenAllAreNamedAtOnce()
    {
        var proposal = Matchmaker.Propose(new MatchingProblem
        {
            People = [People.Of("a", "GH"), People.Of("b", "GH"), People.Of("b", "BR")],
            Capacity = -1,
            CountryCapPercent = 0,
            Locked = [new("a", "b"), new("a", "x")],
            Blocked = [new("b", "a")],
            Weights = new MatchingWeights { FirstInterest = -5, Pair = int.MaxValue },
        });
        Assert.Empty(proposal.Groups);
        Assert.True(proposal.Conflicts.Count >= 8, string.Join('\n', proposal.Conflicts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void GivenAlmostNobody_WhenProposed_ThenTheResultIsEmptyAndNobodyIsForgotten(int count)
    {
        var people = Enumerable.Range(0, count).Select(k => People.Of($"p{k}", "GH")).ToList();
        var proposal = Matchmaker.Propose(new MatchingProblem { People = people });
        Assert.Empty(proposal.Groups);
        Assert.Equal(count, proposal.Unmatched.Count);
    }

    [Fact]
    public void GivenNoPlaces_WhenProposed_ThenEverybodyIsToldWhy()
    {
        var proposal = Matchmaker.Propose(new MatchingProblem { People = People.Random(10, 5), Capacity = 0 });
        Assert.Empty(proposal.Groups);
        Assert.All(proposal.Unmatched, u => Assert.NotEmpty(u.Reason.InWords("en")));
    }

    static void AssertRules(ProposedGroup group, Dictionary<string, Candidate> people)
    {
        Assert.InRange(group.Members.Count, 2, 3);
        Assert.Equal(group.Members.Count, group.Members.Select(m => people[m].Country).Distinct().Count());
        foreach (var a in group.Members)
            foreach (var b in group.Members)
                Assert.NotEmpty(people[a].Languages.Intersect(people[b].Languages));
        if (group.Members.Count == 2) Assert.Equal(group.Score, group.Reasons.Sum(r => r.Points));
        Assert.All(group.Reasons, r => Assert.DoesNotContain("{", r.InWords("en"), StringComparison.Ordinal));
    }

    static IEnumerable<string> Told(MatchingProposal proposal) => proposal.Groups.Select(g => string.Join(',', g.Members));
}
