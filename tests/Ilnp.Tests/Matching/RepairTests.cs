using Ilnp.Matching;

namespace Ilnp.Tests.Matching;

public sealed class RepairTests
{
    [Fact]
    public void GivenTwoLonePeople_WhenRepaired_ThenTheyMeetAndIntactPairsStay()
    {
        var result = Repair("a-GH b-BR c-JP d-IN", intact: "a,b", lone: "c d", ready: "", waiting: "");
        Assert.Equal(["a,b kept", "c,d"], Told(result));
    }

    [Fact]
    public void GivenOneLonePerson_WhenSomeoneSaidYes_ThenNobodyIsAskedAnew()
    {
        var result = Repair("a-GH b-BR c-JP d-IN w-US", intact: "a,b", lone: "c", ready: "d", waiting: "w");
        Assert.Equal(["a,b kept", "c,d"], Told(result));
    }

    [Fact]
    public void GivenNobodyReady_WhenRepaired_ThenTheFirstOnTheWaitingListIsAsked()
    {
        var result = Repair("a-GH b-BR c-JP v-FR w-US", intact: "a,b", lone: "c", ready: "", waiting: "w v");
        Assert.Equal(["a,b kept", "c,w asks w"], Told(result));
    }

    [Fact]
    public void GivenNobodyElse_WhenRepaired_ThenTheOddOneJoinsAPair()
    {
        var result = Repair("a-GH b-BR c-JP", intact: "a,b", lone: "c", ready: "", waiting: "");
        Assert.Equal(["a,b,c"], Told(result));
    }

    [Fact]
    public void GivenThreeLonePeople_WhenRepaired_ThenNobodyIsDropped()
    {
        var result = Repair("a-GH b-BR c-JP d-IN e-JP", intact: "a,b", lone: "c d e", ready: "", waiting: "");
        Assert.Equal(5, result.Groups.Sum(g => g.Members.Count));
        Assert.Empty(result.Unmatched);
    }

    [Fact]
    public void GivenNobodyPossible_WhenRepaired_ThenTheLonePersonIsListedWithAReason()
    {
        var result = Repair("a-GH b-BR c-GH", intact: "a,b", lone: "c", ready: "", waiting: "");
        Assert.Equal("c", Assert.Single(result.Unmatched).Id);
    }

    [Fact]
    public void GivenSomeoneNamedTwice_WhenRepaired_ThenTheConflictIsNamed()
    {
        var result = Repair("a-GH b-BR", intact: "a,b", lone: "b x", ready: "", waiting: "");
        Assert.Equal(2, result.Conflicts.Count);
    }

    static MatchingProposal Repair(string people, string intact, string lone, string ready, string waiting) => Matchmaker.Repair(
        new MatchingProblem { People = [.. Words(people).Select(p => People.Of(p[..1], p[2..]))] },
        [.. Words(intact).Select(g => new ExistingGroup(g.Split(',')))],
        new RepairPeople { Lone = Words(lone), Ready = Words(ready), Waiting = Words(waiting) });

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<string> Told(MatchingProposal result) => result.Groups
        .Select(g => string.Join(',', g.Members.Order()) + (g.Kept ? " kept" : "") + (g.ToAsk.Count > 0 ? $" asks {string.Join(',', g.ToAsk)}" : "")).Order();
}
