using Ilnp.Care.Rematching;
using Ilnp.Programme;

namespace Ilnp.Tests.Care;

public sealed class SeekerRulesTests
{
    static readonly DateTimeOffset Day = new(2020, 6, 1, 0, 0, 0, TimeSpan.Zero);

    static Person Person(string id) => new()
    {
        CohortId = "c",
        PersonId = id,
        Name = id,
        Email = $"{id}@example.org",
        Country = "GH",
        Languages = ["en"],
        MailLanguage = "en",
        FirstAppliedAt = Day,
        Standing = Standing.Available,
    };

    static Group Ended(string id, int day, string? by, params string[] members) => new()
    {
        CohortId = "c",
        GroupId = id,
        Members = members,
        Status = GroupStatus.Dissolved,
        EndedAt = Day.AddDays(day),
        EndedBy = by,
    };

    [Theory]
    [InlineData("d", "d:0", "d")]
    [InlineData("a b c d", "d:0", "b a d")] // b has waited longest; c was never introduced and stands ready
    [InlineData("a d", "a:0 d:1", "d a")] // for d somebody has been looked for before
    [InlineData("a b", "a:0 a:1 b:0", "a b")] // who comes twice comes once
    [InlineData("a", "x:0", "a")] // x has gone meanwhile
    public void GivenPeopleWithoutAGroup_WhenARoundBegins_ThenWhoHasWaitedLongestComesFirst(string available, string turns, string expected)
    {
        Group[] groups = [Ended("G1", 5, "Left.x", "a", "x"), Ended("G2", 2, "Left.y", "b", "y"), Ended("G3", 1, null, "c", "z")];

        var inTurn = SeekerTurns.Of(
            [.. available.Split(' ').Select(Person)],
            groups,
            [.. turns.Split(' ').Select(turn => new SeekerTurn(turn[..^2], turn[^1] - '0'))]);

        Assert.Equal(expected, string.Join(' ', inTurn));
    }

    [Theory]
    [InlineData(47, 50, 0, 0)]
    [InlineData(47, 3, 0, 2)]
    [InlineData(47, 3, 2, 0)]
    [InlineData(1, 0, 0, 1)]
    [InlineData(0, 0, 0, 0)]
    public void GivenRunningGroups_WhenPeopleStandReady_ThenOneInTenGroupsIsProvidedFor(int groups, int ready, int asked, int missing) =>
        Assert.Equal(missing, StandbyRules.Missing(groups, ready, asked));

    [Theory]
    [InlineData(31, true)]
    [InlineData(30, false)]
    public void GivenTheFinalSurvey_WhenItIsNear_ThenNobodyIsAskedInAdvance(int daysLeft, bool isTime) =>
        Assert.Equal(isTime, StandbyRules.IsTime(Day.UtcDateTime, Day.UtcDateTime.AddDays(daysLeft)));
}
