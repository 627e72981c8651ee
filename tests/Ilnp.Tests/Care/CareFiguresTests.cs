using Ilnp.Approvals;
using Ilnp.Care;
using Ilnp.Care.Questions;
using Ilnp.Programme;

namespace Ilnp.Tests.Care;

public sealed class CareFiguresTests
{
    static readonly HashSet<string> Nobody = [];

    static readonly DateTimeOffset Said = new(2020, 5, 12, 0, 0, 0, TimeSpan.Zero);

    static Group Formed(string id, double day, double? ended, params string[] members) => new()
    {
        CohortId = "c",
        GroupId = id,
        Members = members,
        Status = ended is null ? GroupStatus.Active : GroupStatus.Dissolved,
        FormedAt = Said.AddDays(day),
        EndedAt = ended is { } end ? Said.AddDays(end) : null,
    };

    static Decision Says(string group, int round, string person, string choice, double day) => new()
    {
        Request = new()
        {
            CohortId = "c",
            DecisionId = Pulse.DecisionId(group, round, person),
            Form = Pulse.Form,
            SubjectId = person,
            ClosesAt = Said.AddDays(100),
        },
        Link = new(1, "k", Said.AddDays(100), ""),
        OpenedAt = Said,
        Choice = choice,
        AnsweredAt = Said.AddDays(day),
    };

    [Fact]
    public void GivenPeopleWhoHeardNothing_WhenTheyGotANewPartner_ThenTheDaysCountFromTheirFirstWord()
    {
        Group[] groups =
        [
            Formed("G1", -7, 3.5, "a", "b"),
            Formed("G2", -7, null, "c", "d"),
            Formed("G3", 3.5, null, "a", "x"),
            Formed("G4", -7, 20, "e", "f"),
            Formed("G5", 21, null, "e", "y"),
        ];
        Decision[] decisions =
        [
            Says("G1", 1, "a", Pulse.NotYet, 0), Says("G1", 2, "a", Pulse.NotYet, 3), // the second time changes nothing
            Says("G2", 1, "c", Pulse.NotYet, 1), // solved without a new partner
            Says("G4", 2, "e", Pulse.NotYet, 14), Says("G1", 1, "b", Pulse.Heard, 1),
        ];

        Assert.Equal([3.5, 7], CareFigures.AfterSilence(groups, decisions, Nobody).Days);
    }

    /// <summary>Whoever got nobody is counted, unless they left instead.</summary>
    [Theory]
    [InlineData(null, 1)]
    [InlineData("a", 0)]
    public void GivenSomebodyWhoNeverGotANewPartner_WhenCounted_ThenTheyWaitedAndNotInTime(string? gone, int waited)
    {
        var silence = CareFigures.AfterSilence(
            [Formed("G1", -7, 3.5, "a", "b")], [Says("G1", 1, "a", Pulse.NotYet, 0)], gone is null ? Nobody : new HashSet<string> { gone });

        Assert.Equal((waited, 0, 0), (silence.Waited, silence.Days.Count, silence.InTime));
        Assert.Null(silence.Median);
    }

    [Theory]
    [InlineData(new[] { 4.0 }, 4, 4, 1)]
    [InlineData(new[] { 3.0, 10 }, 6.5, 10, 2)]
    [InlineData(new[] { 3, 4, 10.1 }, 4, 10.1, 2)]
    public void GivenDays_WhenToldOf_ThenTheMedianTheLongestAndThoseInTimeAreTheirs(double[] days, double median, double most, int inTime)
    {
        var silence = new SilenceFigures(days.Length, days);
        Assert.Equal((median, most, inTime), (silence.Median, silence.Most, silence.InTime));
    }
}
