using Ilnp.Committee.Groups;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Committee.Groups;

public sealed class GroupFilterTests
{
    static readonly Person[] People =
    [
        SampleCohort.Person("c", "P1", "Zoë Müller", "DE", Standing.Active),
        SampleCohort.Person("c", "P2", "王小明", "CN", Standing.Active),
        SampleCohort.Person("c", "P3", "عبد الله بن يوسف", "EG", Standing.Left),
    ];

    static readonly Group[] Groups =
    [
        Group("G001", GroupStatus.Active, "lead", "P1", "P2"), Group("G002", GroupStatus.Active, "liaison", "P2", "P4"),
        Group("G003", GroupStatus.Dissolved, "liaison", "P2", "P3"), Group("G004", GroupStatus.Completed, null, "P1", "P3"),
    ];

    [Theory]
    [InlineData("", "", "G001 G002 G003 G004")]
    [InlineData("q", "muller", "G001 G004")]
    [InlineData("q", "小明", "G001 G002 G003")]
    [InlineData("q", "g003", "G003")]
    [InlineData("q", "alvarez", "G002 G003")]
    [InlineData("q", "egypt", "G003 G004")]
    [InlineData("status", "active", "G001 G002")]
    [InlineData("status", "dissolved", "G003")]
    [InlineData("liaison", "liaison", "G002 G003")]
    [InlineData("country", "DE", "G001 G004")]
    [InlineData("country", "XX", "")]
    [InlineData("need", "word", "G002")]
    [InlineData("need", "well", "G001")]
    [InlineData("need", "nonsense", "G001 G002 G003 G004")]
    public void GivenAFilter_WhenApplied_ThenExactlyThoseThatFitAreFound(string field, string value, string expected)
    {
        var settings = SampleCohort.Settings("c");
        var rows = GroupRow.Of(new(settings, settings.Committee[0], AppTexts.Shelf.In("en")), Groups, People);
        var filter = GroupFilter.Of(name => name == field ? value : "");
        Assert.Equal(expected, string.Join(' ', filter.Apply(rows, group => group == "G002").Select(row => row.Group.GroupId)));
    }

    static Group Group(string id, GroupStatus status, string? liaison, params string[] members) =>
        new() { CohortId = "c", GroupId = id, Members = members, Status = status, LiaisonId = liaison };
}
