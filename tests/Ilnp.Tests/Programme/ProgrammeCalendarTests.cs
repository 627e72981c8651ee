using Ilnp.Programme;

namespace Ilnp.Tests.Programme;

public sealed class ProgrammeCalendarTests
{
    static ProgrammeCalendar Calendar(Func<CohortDates, CohortDates>? change = null, string zone = "America/Chicago") =>
        new(Cohorts.Pilot with { TimeZone = zone, Dates = (change ?? (dates => dates))(Cohorts.Pilot.Dates) });

    [Fact]
    public void GivenDeadlineInChicago_WhenDaylightSavingHolds_ThenItEndsAtFiveUtcOfTheNextDay() =>
        Assert.Equal(new DateTime(2020, 4, 1, 5, 0, 0, DateTimeKind.Utc), Calendar().ApplicationsClose);

    [Fact]
    public void GivenAnnouncementBeforeDaylightSaving_WhenMailed_ThenNineInTheMorningIsFifteenUtc() =>
        Assert.Equal(new DateTime(2020, 3, 2, 15, 0, 0, DateTimeKind.Utc), Calendar().Announce);

    [Theory]
    [InlineData(1, "2020-02-02")] // two days after the introductions
    [InlineData(2, "2020-02-29")]
    [InlineData(3, "2020-03-31")]
    [InlineData(4, "2020-04-30")]
    public void GivenStartOnThe31st_WhenMonthIsShorter_ThenPromptComesOnItsLastDay(int month, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected, null),
            DateOnly.FromDateTime(Calendar(dates => dates with { Introduce = new(2020, 1, 31) }, "Europe/London").Prompt(month)));

    [Fact]
    public void GivenFourMonths_WhenTheyEnd_ThenFinalSurveyOpenedAWeekBefore()
    {
        Assert.Equal(new DateTime(2020, 9, 4, 14, 0, 0, DateTimeKind.Utc), Calendar().End);
        Assert.Equal(Calendar().End.AddDays(-7), Calendar().FinalSurvey);
    }

    [Fact]
    public void GivenSurveysOfFourteenDays_WhenTheyClose_ThenItIsTheEndOfADayWhereTheCommitteeIs()
    {
        Assert.Equal(Calendar().MidSurvey.Date.AddDays(15).AddHours(5), Calendar().MidSurveyCloses);
        Assert.Equal(new DateTime(2020, 9, 12, 5, 0, 0, DateTimeKind.Utc), Calendar().FinalSurveyCloses);
    }

    [Fact]
    public void GivenReminderDays_WhenOneFallsBeforeTheInquiry_ThenItIsLeftOut()
    {
        var settings = Cohorts.Pilot with { Availability = new() { ReminderDays = [2, 7, 30, 7] } };
        Assert.Equal(
            [new(2020, 4, 17), new(2020, 4, 22)],
            new ProgrammeCalendar(settings).AvailabilityReminders.Select(DateOnly.FromDateTime));
    }

    [Fact]
    public void GivenMidnightThatDaylightSavingSkips_WhenApplicationsClose_ThenTheDayEndsWhereTheNextHourBegins() =>
        // In Beirut the clocks went from midnight to one o'clock on 29 March 2020.
        Assert.Equal(
            new DateTime(2020, 3, 28, 22, 0, 0, DateTimeKind.Utc),
            Calendar(dates => dates with { ApplicationsClose = new(2020, 3, 28) }, "Asia/Beirut").ApplicationsClose);
}
