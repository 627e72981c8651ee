using Ilnp.Approvals;
using Ilnp.Cohort.Moves;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Programme;

namespace Ilnp.Tests.Cohort.Moves;

/// <summary>Who hears of which moved day, and when questions close then.</summary>
public sealed class ToldDaysTests
{
    static readonly ProgrammeCalendar Calendar = new(Cohorts.Pilot);

    [Theory]
    [InlineData(Standing.Eligible, "applicationsClose askAvailability")]
    [InlineData(Standing.HeldBack, "applicationsClose askAvailability")]
    [InlineData(Standing.Ineligible, "")]
    [InlineData(Standing.Asked, "availabilityCloses introduce")]
    [InlineData(Standing.Available, "introduce")]
    [InlineData(Standing.Later, "")]
    [InlineData(Standing.Declined, "")]
    [InlineData(Standing.Silent, "")]
    [InlineData(Standing.Left, "")]
    [InlineData(Standing.Resting, "end")]
    public void GivenEveryDayMoved_WhenSomebodyStandsThere_ThenTheyHearWhatTheyWereTold(Standing standing, string expected)
    {
        var all = Moving.Move(new(Calendar.Announce, TimeSpan.Zero), [.. Cohorts.Pilot.Dates.Days.Select(day => (day, 3))]);
        Assert.Equal(expected, string.Join(' ', ToldDays.Of(Person(standing), all, Cohorts.Pilot, [])));
        Assert.Empty(ToldDays.Of(Person(standing) with { WithdrawnAt = all.At }, all, Cohorts.Pilot, []));
        Assert.Empty(ToldDays.Of(Person(standing) with { Email = "", ErasedAt = all.At }, all, Cohorts.Pilot, []));
    }

    [Theory]
    [InlineData(1, "prompt3", "")]
    [InlineData(2, "prompt3", "prompt3")]
    [InlineData(2, "midSurvey", "midSurvey")]
    [InlineData(1, "prompt2", "prompt2")]
    [InlineData(4, "finalSurvey", "finalSurvey")]
    public void GivenSomebodyInAGroup_WhenADayIsMoved_ThenTheyHearItIfTheLastPromptNamedIt(int month, string day, string expected)
    {
        var move = Moving.Move(new(Calendar.Prompt(month).AddDays(1), TimeSpan.Zero), (day, 1));
        var told = ToldDays.Of(Person(Standing.Active), move, Cohorts.Pilot, []).Where(one => one == day);
        Assert.Equal(expected, string.Join(' ', told));
    }

    [Fact]
    public void GivenAnOpenSurvey_WhenItsLastDayIsMoved_ThenWhoeverHasNotAnsweredHears() =>
        Assert.Equal(
            [CohortDay.MidSurveyCloses],
            ToldDays.Of(
                Person(Standing.Active),
                Moving.Move(new(Calendar.MidSurvey.AddDays(1), TimeSpan.Zero), (CohortDay.MidSurveyCloses, 2)),
                Cohorts.Pilot,
                [CohortDay.MidSurveyCloses]));

    [Theory]
    [InlineData("availability", CohortDay.AvailabilityCloses, 0, 3)]
    [InlineData("availability", CohortDay.AvailabilityCloses, 1, 0)]
    [InlineData("mid-survey", CohortDay.MidSurveyCloses, 0, 3)]
    [InlineData("final-survey", CohortDay.FinalSurveyCloses, 0, 3)]
    [InlineData("longer", CohortDay.FinalSurveyCloses, 0, 3)]
    [InlineData("agreement", CohortDay.End, 0, 3)]
    [InlineData("agreement", CohortDay.End, 5, 0)]
    public void GivenAQuestion_WhenTheDayItClosesOnIsMoved_ThenItClosesThenUnlessItHasADayOfItsOwn(
        string form, string day, int off, int expected)
    {
        var moves = QuestionMoves.Of(Moving.Move(new(Calendar.Announce, TimeSpan.Zero), (day, 3)), Cohorts.Pilot);
        var closes = new DateTimeOffset(Calendar.Of(day), TimeSpan.Zero).AddDays(off);
        var question = new Decision
        {
            Request = new() { CohortId = "c", DecisionId = $"{form}-P1", Form = form, SubjectId = "P1", ClosesAt = closes },
            Link = new(1, "k", closes, ""),
            OpenedAt = default,
        };

        var moved = moves.Apply(question);

        Assert.Equal(closes.AddDays(expected), moved.Request.ClosesAt);
        Assert.Equal(moved, moves.Apply(moved));
        Assert.Equal(expected > 0, moves.IsMoved(moved));
    }

    static Person Person(Standing standing) => SampleCohort.Person(Cohorts.Pilot.Id, "P1", "Ana", "BR", standing);
}
