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
    public void GivenLiaisonsOfTwoLanguages_WhenGroupsAreDealtOut_ThenEachGetsThoseTheyUnderstandAndLoadsStayEven()
    {
        var settings = Cohorts.Pilot with
        {
            Committee = [Liaison("ana", "en"), Liaison("eva", "es"), .. Cohorts.Pilot.Committee.Where(member => member.LiaisonLoad == 0)],
        };
        // One by one, the odd ones speak Spanish alone.
        Person[] people = [.. Enumerable.Range(1, 8).Select(i => Speaker($"P{i}", i % 2 == 1 ? "es" : "en"))];
        Group[] groups = [.. Enumerable.Range(1, 8).Select(i => New(i) with { Members = [$"P{i}"] })];

        var assigned = LiaisonRules.Assign(settings, groups, people);

        Assert.Equal(["eva", "ana", "eva", "ana", "eva", "ana", "eva", "ana"], assigned.Select(group => group.LiaisonId));
        Assert.Equal(
            4, LiaisonRules.Assign(settings, groups, [.. people.Select(person => person with { Languages = ["es"] })])
                .Count(group => group.LiaisonId == "eva"));
    }

    static CommitteeMember Liaison(string id, string language) => new()
    {
        Id = id,
        Name = id,
        Email = $"{id}@committee.example",
        Roles = [CommitteeRole.Liaison],
        LiaisonLoad = 4,
        Language = language,
    };

    static Person Speaker(string id, string language) =>
        Ilnp.Tests.Pages.SampleCohort.Person("c", id, id, "DE") with { Languages = [language] };

    [Fact]
    public void GivenGroupWithLiaison_WhenAssigned_ThenItKeepsThem() =>
        Assert.Equal("ben", LiaisonRules.Assign(Cohorts.Pilot, [New(1, "ben")])[0].LiaisonId);
}
