using Ilnp.Committee.Members;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Members;

/// <summary>When somebody stands in for a liaison, and what may be written down about it.</summary>
public sealed class AbsenceTests
{
    static readonly CohortSettings Cohort = SampleCohort.Settings("c1") with
    {
        Committee =
        [
            Member("ana", CommitteeRole.Lead),
            Member("bo", CommitteeRole.Liaison) with { Absence = new(new(2020, 5, 4), new(2020, 5, 18), "cem") },
            Member("cem", CommitteeRole.Liaison), Member("dia", CommitteeRole.Technical),
        ],
    };

    static readonly Group Bos = new()
    {
        CohortId = "c1",
        GroupId = "G001",
        Members = ["P1", "P2"],
        Status = GroupStatus.Active,
        LiaisonId = "bo",
    };

    [Theory]
    [InlineData("2020-05-03", "bo")]
    [InlineData("2020-05-04", "bo cem")]
    [InlineData("2020-05-18", "bo cem")]
    [InlineData("2020-05-19", "bo")]
    public void GivenAnAbsence_WhenAGroupIsLookedAfter_ThenTheStandInHearsOnItsDaysOnly(string day, string expected) =>
        Assert.Equal(expected, Looking(Cohort, day));

    [Fact]
    public void GivenAStandInWhoLosesTheirRoleOrLeaves_WhenTheDaysCome_ThenNobodyStandsIn()
    {
        var (cem, ana) = (Cohort.Member("cem")!, Cohort.Member("ana")!);
        Assert.Equal(
            "bo",
            Looking(new MemberChange("cem", cem, cem with { Roles = [CommitteeRole.Marketing] }).Apply(Cohort, default), "2020-05-10"));
        var left = new MemberChange("cem", cem, null).Apply(Cohort, default);
        Assert.Equal("bo", Looking(left, "2020-05-10"));
        Assert.Null(left.Member("bo")!.Absence);
        Assert.Equal("bo cem", Looking(new MemberChange("ana", ana, null).Apply(Cohort, default), "2020-05-10"));
    }

    [Theory]
    [InlineData("2020-05-05", "2020-05-06", "ana", "")]
    [InlineData("2020-05-01", "2020-05-01", "ana", "")]
    [InlineData("2020-04-01", "2020-04-30", "ana", "past")]
    [InlineData("2020-05-06", "2020-05-05", "ana", "days")]
    [InlineData("tomorrow", "2020-05-05", "ana", "days")]
    [InlineData("2020-05-05", "2020-08-03", "ana", "long")]
    [InlineData("2020-05-05", "2020-08-02", "ana", "")]
    [InlineData("2020-05-05", "2020-05-06", "dia", "who")]
    [InlineData("2020-05-05", "2020-05-06", "cem", "who")]
    [InlineData("2020-05-05", "2020-05-06", "", "who")]
    [InlineData("2020-05-18", "2020-05-20", "bo", "away")]
    [InlineData("2020-05-19", "2020-05-20", "bo", "")]
    public void GivenDaysAndAStandIn_WhenRead_ThenWhatIsWrongIsSaid(string from, string until, string who, string expected)
    {
        var reading = AbsenceReading.Of(
            Cohort,
            "cem",
            new(2020, 5, 1),
            new Dictionary<string, IReadOnlyList<string>> { ["from"] = [from], ["until"] = [until], ["who"] = [who] });
        Assert.Equal(
            expected,
            string.Join(' ', reading.WrongKeys.Select(key => key.Replace("committee.absence.wrong.", "", StringComparison.Ordinal))));
        Assert.Equal(expected.Length == 0, reading.Absence is not null);
    }

    static string Looking(CohortSettings cohort, string day) =>
        string.Join(
            ' ',
            cohort.LookingAfter(Bos, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Select(member => member.Id));

    static CommitteeMember Member(string id, CommitteeRole role) =>
        new() { Id = id, Name = id, Email = $"{id}@c1.example", Roles = [role], LiaisonLoad = 5 };
}
