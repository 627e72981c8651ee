using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Repairing;

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

    [Fact]
    public void GivenACountryCap_WhenRepaired_ThenIntactGroupsCountForItAndTheReasonSaysSo()
    {
        // 50 % of the four people who can take part: two of Ghana, one of whom is in the intact pair.
        var people = new[]
        {
            People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "GH", interests: "archives"),
            People.Of("d", "JP"), People.Of("e", "GH", interests: "systems"),
        };
        var result = GroupRepair.Of(
            new MatchingProblem { People = people, CountryCapPercent = 50, Capacity = 3 },
            [new(["a", "b"])],
            new() { Lone = ["d"], Ready = ["c", "e"] });
        Assert.Equal(["a,b kept", "c,d"], Told(result));
        var left = Assert.Single(result.Unmatched);
        Assert.Equal(("e", "partnersTakenWithoutScore"), (left.Id, left.Reason.Code));
    }

    [Fact]
    public void GivenACountryFullByIntactGroups_WhenRepaired_ThenAnotherIsTakenInAndTheCapIsTheReason()
    {
        var people = new[]
        {
            People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "GH"),
            People.Of("d", "JP", interests: "systems"), People.Of("e", "PE"),
        };
        var result = GroupRepair.Of(
            new MatchingProblem { People = people, CountryCapPercent = 25, Capacity = 5 },
            [new(["a", "b"])],
            new() { Lone = ["e"], Ready = ["c", "d"] });
        Assert.Equal(["a,b kept", "d,e"], Told(result));
        Assert.Equal(
            "Places for Ghana are limited to 1, and all are taken by pairs that fit at least as well.",
            Assert.Single(result.Unmatched).Reason.InWords("en"));
    }

    [Fact]
    public void GivenALonePersonOfAFullCountry_WhenRepaired_ThenTheyKeepTheirPlace()
    {
        var people = new[] { People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "GH"), People.Of("d", "JP") };
        var result = GroupRepair.Of(
            new MatchingProblem { People = people, CountryCapPercent = 25, Capacity = 5 },
            [new(["a", "b"])],
            new() { Lone = ["c"], Ready = ["d"] });
        Assert.Equal(["a,b kept", "c,d"], Told(result));
        Assert.Equal(["Ghana has 2 of 4 people, more than 25 %: whoever had a place already keeps it."], result.Notes);
    }

    [Fact]
    public void GivenIntactGroupsOverTheCap_WhenRepaired_ThenTheyStayAndANoteSaysSo()
    {
        var result = GroupRepair.Of(
            new MatchingProblem
            {
                People = [People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "GH"), People.Of("d", "JP")],
                CountryCapPercent = 25,
            },
            [new(["a", "b"]), new(["c", "d"])],
            new() { Lone = [] });
        Assert.Equal(["a,b kept", "c,d kept"], Told(result));
        Assert.Equal(["Ghana has 2 of 4 people, more than 25 %: whoever had a place already keeps it."], result.Notes);
    }

    [Fact]
    public void GivenPartnersWhoFitEquallyWell_WhenRepaired_ThenANewCountryIsTaken()
    {
        var people = new[] { People.Of("a", "GH"), People.Of("b", "BR"), People.Of("c", "JP"), People.Of("d", "BR"), People.Of("e", "PE") };
        var result = GroupRepair.Of(
            new MatchingProblem { People = people }, [new(["a", "b"])], new() { Lone = ["c"], Ready = ["d", "e"], AllowTrios = false });
        Assert.Contains("c,e", Told(result));
    }

    [Fact]
    public void GivenALongWaitingList_WhenOnePersonIsAlone_ThenTheFirstWhoMayIsAskedHoweverWellOthersFit()
    {
        var waiting = Enumerable.Range(0, 3000)
            .Select(k => People.Of($"w{k:D4}", k == 1500 ? "FR" : k > 1500 ? "PE" : "JP", interests: k > 1500 ? "metadata" : "")).ToList();
        var lone = People.Of("a", "JP", interests: "metadata");
        var result = GroupRepair.Of(
            new MatchingProblem { People = [lone, .. waiting], Capacity = 1 },
            [],
            new() { Lone = ["a"], Waiting = [.. waiting.Select(p => p.Id)] });
        Assert.Equal(["a,w1500 asks w1500"], Told(result));
    }

    static MatchingProposal Repair(string people, string intact, string lone, string ready, string waiting) => GroupRepair.Of(
        new MatchingProblem { People = [.. Words(people).Select(p => People.Of(p[..1], p[2..]))] },
        [.. Words(intact).Select(g => new ExistingGroup(g.Split(',')))],
        new RepairPeople { Lone = Words(lone), Ready = Words(ready), Waiting = Words(waiting) });

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<string> Told(MatchingProposal result) => result.Groups
        .Select(g =>
            string.Join(',', g.Members.Order()) + (g.Kept ? " kept" : "") + (g.ToAsk.Count > 0 ? $" asks {string.Join(',', g.ToAsk)}" : ""))
        .Order();
}
