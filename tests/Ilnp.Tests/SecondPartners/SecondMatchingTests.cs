using Ilnp.Matching.Problem;
using Ilnp.Matching.Repairing;
using Ilnp.Programme;
using Ilnp.SecondPartners;

namespace Ilnp.Tests.SecondPartners;

/// <summary>Who is paired with whom among those who wish a second partner.</summary>
public sealed class SecondMatchingTests
{
    // Two letters a person: country and language; "K1" lives in K and speaks language 1.
    [Theory]
    [InlineData("K1 G1 J1 P1", "a+b c+d", "a+c b+d|a+d b+c")] // never one's own partner
    [InlineData("K1 G1 J1", "a+b", "a+c|b+c")] // the odd one is left
    [InlineData("K1 K1 J1", "", "a+c|b+c")] // two countries
    [InlineData("K1 G2", "", "")] // no common language
    [InlineData("K1 G1", "a+b", "")]
    [InlineData("K1 G1 J1 P2", "a+x c+y", "a+b|a+c|b+c")] // nobody for the fourth: no trio
    [InlineData("K1 G1 J1 P1 F1", "a+b+c", "a+d b+e|a+e b+d|a+d c+e|a+e c+d|b+d c+e|b+e c+d")] // of a trio neither of the others
    public void GivenThoseWhoWish_WhenPaired_ThenTheMatchingsRulesHoldAndNobodyIsWithWhomTheyAre(
        string people, string groups, string expected)
    {
        var problem = SecondMatching.Problem(
            new() { People = [.. people.Split(' ').Select(Candidate)], CountryCapPercent = 1 },
            groups.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Group));
        var made = GroupRepair.Of(problem, [], new() { Lone = [.. problem.People.Select(one => one.Id)], AllowTrios = false });
        Assert.Empty(made.Conflicts);
        Assert.Contains(
            string.Join(' ', made.Groups.Select(pair => string.Join('+', pair.Members.Order())).Order()), expected.Split('|'));
    }

    [Fact]
    public void GivenFormerPartners_WhenPaired_ThenTheyAreNotPairedAgain()
    {
        var problem = SecondMatching.Problem(
            new() { People = [Candidate("K1", 0), Candidate("G1", 1)], Past = [new("b", "a")] }, []);
        Assert.Empty(GroupRepair.Of(problem, [], new() { Lone = ["a", "b"], AllowTrios = false }).Groups);
    }

    static Candidate Candidate(string word, int index) => new()
    {
        Id = $"{(char)('a' + index)}",
        Country = $"{word[0]}X",
        Languages = [word[1] == '1' ? "en" : "fr"],
        Interests = ["metadata"],
        AppliedAt = new(2020, 3, 5, 10, index, 0, TimeSpan.Zero),
    };

    static Group Group(string members) =>
        new() { CohortId = "c", GroupId = members, Members = members.Split('+'), Status = GroupStatus.Active };
}
