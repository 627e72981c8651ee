using Ilnp.Programme;

namespace Ilnp.Tests.Programme;

public sealed class LiaisonRulesTests
{
    static Group New(int number, string? liaison = null, GroupStatus status = GroupStatus.Proposed) =>
        new() { CohortId = "c", GroupId = $"G{number:000}", Members = ["a", "b"], Status = status, LiaisonId = liaison };

    [Fact]
    public void GivenLoadsOfTwoAndFour_WhenSixGroupsAreAssigned_ThenNobodyIsOverTheCap()
    {
        var assigned = LiaisonRules.Assign(Cohorts.Pilot, [.. Enumerable.Range(1, 6).Select(i => New(i))]);

        Assert.Equal(2, assigned.Count(group => group.LiaisonId == "ada"));
        Assert.Equal(4, assigned.Count(group => group.LiaisonId == "ben"));
    }

    [Fact]
    public void GivenGroupsThatEnded_WhenOneIsAssigned_ThenTheyDoNotCount()
    {
        Group[] groups = [New(1, "ada", GroupStatus.Dissolved), New(2, "ada", GroupStatus.Dissolved), New(3)];
        Assert.Equal("ada", LiaisonRules.Assign(Cohorts.Pilot, groups)[2].LiaisonId);
    }

    [Fact]
    public void GivenGroupWithLiaison_WhenAssigned_ThenItKeepsThem() =>
        Assert.Equal("ben", LiaisonRules.Assign(Cohorts.Pilot, [New(1, "ben")])[0].LiaisonId);
}
