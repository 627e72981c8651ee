using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Programme;

/// <summary>The last day of something, as whoever can still answer it reads it.</summary>
public sealed class DateTextTests
{
    [Theory]
    [InlineData("America/Chicago", "2020-09-11T05:00Z", "Thursday, 10 September 2020")]
    [InlineData("America/Winnipeg", "2020-09-11T05:00Z", "Thursday, 10 September 2020")] // the same hour by another name
    [InlineData("Asia/Tokyo", "2020-09-11T05:00Z", "Friday, 11 September 2020, 14:00")]
    [InlineData("Pacific/Honolulu", "2020-09-11T05:00Z", "Thursday, 10 September 2020, 19:00")]
    [InlineData("Nowhere/Known", "2020-09-11T05:00Z", "Thursday, 10 September 2020")]
    [InlineData(null, "2020-09-11T05:00Z", "Thursday, 10 September 2020")]
    [InlineData("Africa/Nairobi", "2020-09-10T21:00Z", "Thursday, 10 September 2020")] // midnight there
    public void GivenALastDayOfTheCohorts_WhenSomebodyReadsIt_ThenItIsTheLastMomentWhereTheyLive(
        string? zone, string closes, string expected) =>
        Assert.Equal(expected, DateText.LastDay(
            DateTimeOffset.Parse(closes, System.Globalization.CultureInfo.InvariantCulture),
            SampleCohort.Settings("c"),
            SampleCohort.Person("c", "P1", "P1", "DE") with { TimeZone = zone }));
}
