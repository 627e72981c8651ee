using Ilnp.Approvals;
using Ilnp.Committee.Dates;
using Ilnp.Committee.Overview;
using Ilnp.Programme;
using Ilnp.Tests.Programme;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Committee.Dates;

/// <summary>What can be moved when, and what is in the way.</summary>
public sealed class MovableDayTests
{
    static readonly CohortSettings Cohort = Cohorts.Pilot;
    static readonly ProgrammeCalendar Calendar = new(Cohort);

    [Theory]
    [InlineData("announce", CohortPhase.Planned, "announce", -1440, DayState.Open)]
    [InlineData("announce", CohortPhase.Planned, "announce", -10, DayState.Soon)]
    [InlineData("announce", CohortPhase.ApplicationsOpen, "announce", 0, DayState.Over)]
    [InlineData("applicationsClose", CohortPhase.Planned, "announce", -1440, DayState.Open)]
    [InlineData("applicationsClose", CohortPhase.ApplicationsOpen, "applicationsClose", -16, DayState.Open)]
    [InlineData("applicationsClose", CohortPhase.ApplicationsOpen, "applicationsClose", -15, DayState.Soon)]
    [InlineData("applicationsClose", CohortPhase.ApplicationsOpen, "applicationsClose", 0, DayState.Over)]
    [InlineData("applicationsClose", CohortPhase.Reviewing, "applicationsClose", -60, DayState.Over)]
    [InlineData("askAvailability", CohortPhase.AwaitingApproval, "askAvailability", 2880, DayState.Open)]
    [InlineData("askAvailability", CohortPhase.AskingAvailability, "askAvailability", -60, DayState.Open)]
    [InlineData("askAvailability", CohortPhase.AskingAvailability, "askAvailability", 1, DayState.Over)]
    [InlineData("availabilityCloses", CohortPhase.AskingAvailability, "askAvailability", 1440, DayState.Open)]
    [InlineData("availabilityCloses", CohortPhase.Introducing, "askAvailability", 1440, DayState.Over)]
    [InlineData("introduce", CohortPhase.AskingAvailability, "introduce", 60, DayState.Open)]
    [InlineData("introduce", CohortPhase.Introducing, "introduce", -60, DayState.Open)]
    [InlineData("introduce", CohortPhase.Introducing, "introduce", 60, DayState.Over)]
    [InlineData("prompt2", CohortPhase.Running, "prompt1", 60, DayState.Open)]
    [InlineData("prompt1", CohortPhase.Running, "prompt1", 60, DayState.Over)]
    [InlineData("midSurvey", CohortPhase.Running, "prompt3", -60, DayState.Over)]
    [InlineData("midSurveyCloses", CohortPhase.Running, "midSurvey", 60, DayState.Open)]
    [InlineData("midSurveyCloses", CohortPhase.Closing, "finalSurvey", 60, DayState.Over)]
    [InlineData("finalSurvey", CohortPhase.Running, "finalSurvey", -60, DayState.Open)]
    [InlineData("finalSurvey", CohortPhase.Closing, "finalSurvey", 60, DayState.Over)]
    [InlineData("end", CohortPhase.Running, "finalSurvey", -60, DayState.Open)]
    [InlineData("end", CohortPhase.Closing, "finalSurvey", 60, DayState.Over)]
    [InlineData("finalSurveyCloses", CohortPhase.Closing, "finalSurvey", 60, DayState.Open)]
    [InlineData("finalSurveyCloses", CohortPhase.Completed, "finalSurveyCloses", 60, DayState.Over)]
    public void GivenACohortInAStep_WhenADayIsLookedAt_ThenItCanBeMovedUnlessItHasBegun(
        string day, CohortPhase phase, string from, int minutes, DayState expected) =>
        Assert.Equal(expected, StateOf(day, new(CohortState.Running, new(phase)), Calendar.Of(from).AddMinutes(minutes)));

    [Theory]
    [InlineData(CohortState.Absent)]
    [InlineData(CohortState.Stopped)]
    [InlineData(CohortState.Suspended)]
    [InlineData(CohortState.Terminated)]
    public void GivenACohortThatDoesNotGoOn_WhenLookedAt_ThenNoDayCanBeMoved(CohortState state) =>
        Assert.All(
            MovableDay.Of(Cohort, new(state), [], new(Calendar.Announce, TimeSpan.Zero)), day => Assert.Equal(DayState.Halted, day.State));

    [Fact]
    public void GivenAnInquiryThatWasSentLate_WhenItsLastDayIsLookedAt_ThenItHasOneOfItsOwnAndCannotBeMoved()
    {
        var (at, own) = (
            Calendar.AvailabilityCloses.AddDays(-2), new DateTimeOffset(Calendar.AvailabilityCloses.AddDays(5), TimeSpan.Zero));
        var asked = new Decision
        {
            Request = new()
            {
                CohortId = Cohort.Id,
                DecisionId = "availability-P1",
                Form = "availability",
                SubjectId = "P1",
                ClosesAt = own,
            },
            Link = new(1, "k", own, ""),
            OpenedAt = at,
        };
        Assert.Equal(
            DayState.Late, StateOf("availabilityCloses", new(CohortState.Running, new(CohortPhase.AskingAvailability)), at, asked));
    }

    [Theory]
    [InlineData("applicationsClose +7", "")]
    [InlineData("applicationsClose +0", "dates.wrong.same")]
    [InlineData("applicationsClose -40", "dates.wrong.past applicationsClose, dates.applicationsClose")]
    [InlineData("applicationsClose +10", "dates.askAvailability")]
    [InlineData("applicationsClose +10, askAvailability +10", "")]
    [InlineData("announce +3", "dates.wrong.begun announce")]
    [InlineData("introduce +7", "")]
    [InlineData("introduce +70", "dates.midSurvey")]
    [InlineData("midSurvey +60", "dates.midSurvey")]
    [InlineData("prompt2 +30", "dates.wrong.order prompt3")]
    [InlineData("prompt2 -40", "dates.wrong.order prompt2")]
    [InlineData("prompt4 +25", "dates.wrong.order finalSurvey")]
    [InlineData("end -40", "dates.wrong.order finalSurvey")]
    [InlineData("end +60", "")]
    [InlineData("finalSurvey +7", "dates.wrong.order end")]
    [InlineData("midSurveyCloses -8", "dates.wrong.open midSurveyCloses")]
    [InlineData("midSurveyCloses -7", "")]
    [InlineData("finalSurveyCloses +47", "dates.wrong.open finalSurveyCloses")]
    [InlineData("end +40000", "dates.wrong.far finalSurvey, dates.wrong.far end, dates.wrong.far finalSurveyCloses")]
    public void GivenDaysAsWished_WhenChecked_ThenWhatIsInTheWayIsSaid(string wish, string expected)
    {
        var at = new DateTimeOffset(Calendar.Announce.AddDays(3), TimeSpan.Zero);
        var after = wish.Split(", ").Select(one => one.Split(' ')).Aggregate(
            Cohort.Dates,
            (dates, one) =>
                dates.Moving(one[0], dates.On(one[0]).AddDays(int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture))));
        var days = MovableDay.Of(Cohort, new(CohortState.Running, new(CohortPhase.ApplicationsOpen)), [], at);

        var wrong = DatesRules.Wrong(Cohort, after, days, new(AppTexts.Shelf.Languages), at);

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                wrong.Select(problem =>
                    problem.Settings is { } words
                        ? words[..words.IndexOf(':', StringComparison.Ordinal)]
                        : $"{problem.TextKey} {problem.Day}".Trim())));
    }

    [Fact]
    public void GivenWhatWasTyped_WhenRead_ThenDaysLeftAsTheyWereShownStayAndFollowOthers()
    {
        var at = new DateTimeOffset(Calendar.Announce.AddDays(3), TimeSpan.Zero);
        var days = MovableDay.Of(Cohort, new(CohortState.Running, new(CohortPhase.ApplicationsOpen)), [], at);
        var posted = days.SelectMany(day => new[] { (day.Name, $"{day.Day:yyyy-MM-dd}"), ($"was.{day.Name}", $"{day.Day:yyyy-MM-dd}") })
            .ToDictionary(one => one.Item1, one => (IReadOnlyList<string>)[one.Item2]);
        (posted["introduce"], posted["end"], posted["prompt2"]) = (["2020-05-11"], ["soon"], ["2020-06-04"]);

        var reading = DatesReading.Of(days, Cohort.Dates, posted);

        Assert.Equal(["end"], reading.Unread);
        Assert.Equal(["end", "introduce"], reading.Typed.Keys.Order());
        Assert.Equal(new(2020, 6, 11), reading.After.Prompt(2));
        Assert.Equal(new(2020, 9, 11), reading.After.End);
    }

    static DayState StateOf(string day, CohortNow now, DateTime at, params Decision[] asked) =>
        MovableDay.Of(Cohort, now, asked, new(at, TimeSpan.Zero)).Single(one => one.Name == day).State;
}
