using Ilnp.Committee.Drafts;

namespace Ilnp.Tests.Committee.Drafts;

/// <summary>Holidays by facts that anybody can look up.</summary>
public sealed class HolidaysTests
{
    [Theory]
    [InlineData("2027-05-01", "Labour Day", "DE NG ID BR")]
    [InlineData("2027-03-26", "Good Friday", "DE KE PH")]
    [InlineData("2027-02-06", "Lunar New Year", "CN KR SG VN")]
    [InlineData("2027-02-08", "Lunar New Year", "CN")]
    [InlineData("2026-02-17", "Lunar New Year", "CN")]
    [InlineData("2026-03-20", "Eid al-Fitr (by the moon, perhaps a day off)", "EG ID PK")]
    [InlineData("2026-05-27", "Eid al-Adha (by the moon, perhaps a day off)", "EG ID PK")]
    [InlineData("2027-01-07", "Orthodox Christmas", "EG RU")]
    [InlineData("2027-11-25", "Thanksgiving", "US")]
    public void GivenADay_WhenLookedUp_ThenItsCountriesAreKnown(string day, string name, string countries) =>
        Assert.Equal(
            countries.Split(' ').Order(),
            new Holidays().On(DateOnly.Parse(day, null), countries.Split(' ')).Single(holiday => holiday.Key == name).Order());

    [Fact]
    public void GivenAnyYear_WhenGoodFridayIsComputed_ThenItIsTheOneOfCountriesThatTheLibraryKnows()
    {
        for (var day = new DateOnly(1990, 1, 1); day.Year < 2090; day = day.AddDays(1))
        {
            if (day.DayOfWeek != DayOfWeek.Friday || day.Month is < 3 or > 4) continue;
            var holidays = new Holidays().On(day, ["DE", "KE"])
                .Where(holiday => holiday.Key == "Good Friday").SelectMany(holiday => holiday).ToList();
            Assert.True(holidays.Count is 0 or 2, $"{day}: {string.Join(' ', holidays)}");
        }
    }

    [Fact]
    public void GivenAnOrdinaryDay_WhenLookedUp_ThenItIsNobodysHoliday() =>
        Assert.Empty(new Holidays().On(new(2027, 11, 9), Holidays.Countries));

    [Fact]
    public void GivenACohortsDays_WhenPlanned_ThenEachIsThereWithItsWeekendAndTheHolidaysOfMany()
    {
        var settings = SettingsDocument.Parse(NewDraft.First(new(2026, 11, 28)));
        Assert.All(DraftCalendar.Of(settings, null), line => Assert.True(line.People is null or 0));
        settings["capacityPairs"] = 20;
        settings["dates.midSurvey"] = "2027-05-01";

        var lines = DraftCalendar.Of(settings, new(10, new Dictionary<string, int> { ["NG"] = 6, ["DE"] = 3, ["US"] = 1 }));

        var survey = Assert.Single(lines, line => line.TextKey == "draft.day.mid-survey");
        Assert.Equal((new DateOnly(2027, 5, 1), 40, true), (survey.Day, survey.People, survey.IsWeekend));
        var labour = Assert.Single(survey.Holidays);
        Assert.Equal(("Labour Day", "NG DE", 90, true), (labour.Name, string.Join(' ', labour.Countries), labour.Percent, labour.IsOfMany));
        Assert.Equal(lines.OrderBy(line => line.Day).Select(line => line.Day), lines.Select(line => line.Day));
        Assert.Equal(4, lines.Count(line => line.TextKey == "draft.day.prompt"));
        settings["dates.introduce"] = "soon";
        Assert.Empty(DraftCalendar.Of(settings, null));
    }
}
