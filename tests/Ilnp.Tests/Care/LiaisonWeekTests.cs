using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Care.Weeks;
using Ilnp.Programme;
using Ilnp.Tests.Programme;

namespace Ilnp.Tests.Care;

public sealed class LiaisonWeekTests
{
    static readonly DateTimeOffset Introduced = new(new ProgrammeCalendar(Cohorts.Pilot).Introduce, TimeSpan.Zero);

    static readonly DateTimeOffset End = new(new ProgrammeCalendar(Cohorts.Pilot).End, TimeSpan.Zero);

    static readonly Dictionary<string, Decision> NothingOpen = [];

    [Theory]
    [InlineData(3, "liaison-week.first")]
    [InlineData(10, "")]
    [InlineData(66, "liaison-week.half-time")]
    [InlineData(73, "")]
    public void GivenAGroupThatIsWell_WhenAWeekOfThePlanComes_ThenItIsDueThen(int day, string expected)
    {
        var week = LiaisonWeek.Of(Cohorts.Pilot, [Group("G001")], [], NothingOpen, Introduced.AddDays(day));
        Assert.Equal(expected, string.Join(",", week.NeedAWord.SelectMany(group => group.Why)));
        Assert.Equal(expected.Length == 0 ? 1 : 0, week.Well.Count);
    }

    [Fact]
    public void GivenTheLastWeeks_WhenTheyCome_ThenOneOfThemIsDue()
    {
        var due = Enumerable.Range(1, 3)
            .Select(weeks => LiaisonWeek.Of(Cohorts.Pilot, [Group("G001")], [], NothingOpen, End.AddDays(-7 * weeks)).NeedAWord.Count);
        Assert.Equal([0, 1, 0], due);
    }

    [Fact]
    public void GivenAGroupOfALaterRound_WhenItIsNew_ThenItIsDue()
    {
        var group = Group("G050") with { Round = 2, FormedAt = Introduced.AddDays(40) };
        Assert.Equal(
            ["liaison-week.first"],
            Assert.Single(LiaisonWeek.Of(Cohorts.Pilot, [group], [], NothingOpen, Introduced.AddDays(44)).NeedAWord).Why);
    }

    [Theory]
    [InlineData(null, 1, false)]
    [InlineData(null, 3, true)]
    [InlineData("heard", 3, false)]
    public void GivenThePulse_WhenNobodyAnswersItForTwoDays_ThenTheGroupNeedsAWord(string? answer, int after, bool expected)
    {
        var (asked, before) = (Introduced.AddDays(21), Introduced.AddDays(7));
        Decision[] words =
            [Word("pulse-G001-1-a", before, "heard"), Word("pulse-G001-2-a", asked, answer), Word("pulse-G001-2-b", asked, null)];
        var week = LiaisonWeek.Of(Cohorts.Pilot, [Group("G001"), Group("G002")], words, NothingOpen, asked.AddDays(after));
        Assert.Equal(expected ? ["liaison-week.silent"] : [], week.NeedAWord.SelectMany(group => group.Why));
        Assert.Contains(week.Well, group => group.GroupId == "G002");
    }

    [Fact]
    public void GivenAPauseAndAnOpenQuestion_WhenTheWeekIsWritten_ThenWhatWaitsForTheLiaisonComesFirst()
    {
        var now = Introduced.AddDays(30);
        var question = Word("liaison-silence-G002-1-0-ben-a", now.AddDays(-1), null);
        var week = LiaisonWeek.Of(
            Cohorts.Pilot, [Group("G001"), Group("G002")], [Word("pulse-G001-2-a", now.AddDays(-2), Pulse.Pause(2))],
            new Dictionary<string, Decision> { ["G002"] = question }, now);

        Assert.Equal(["G002", "G001"], week.NeedAWord.Select(group => group.Group.GroupId));
        Assert.Equal(["liaison-week.decide", "liaison-week.pauses"], week.NeedAWord.SelectMany(group => group.Why));
        Assert.Same(question, week.NeedAWord[0].Open);
    }

    static Group Group(string id) =>
        new() { CohortId = "c", GroupId = id, Members = ["a", "b"], Status = GroupStatus.Active, LiaisonId = "ben" };

    static Decision Word(string id, DateTimeOffset asked, string? choice) => new()
    {
        Request = new() { CohortId = "c", DecisionId = id, Form = id.Split('-')[0], SubjectId = id.Split('-')[^1], ClosesAt = End },
        Link = new(1, "k1", End, ""),
        OpenedAt = asked,
        Choice = choice,
        AnsweredAt = choice is null ? null : asked.AddHours(2),
        Version = choice is null ? 0 : 1,
    };
}
