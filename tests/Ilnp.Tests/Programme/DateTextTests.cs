using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;
using Ilnp.Texts;

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

    [Theory]
    [InlineData("Asia/Riyadh", "ar", "الجمعة، 11 سبتمبر 2020 08:00 (توقيت الرياض)")]
    [InlineData("Asia/Riyadh", "en", "Friday, 11 September 2020 08:00 (Riyadh Time)")]
    [InlineData("America/Chicago", "es", "viernes 11 de septiembre de 2020 00:00 (hora de Chicago)")]
    [InlineData("America/Argentina/Buenos_Aires", "fr", "vendredi 11 septembre 2020 02:00 (heure : Buenos Aires)")]
    [InlineData("Asia/Kolkata", "es", "viernes 11 de septiembre de 2020 10:30 (hora de Calcuta)")] // CLDR has it by its older name
    [InlineData("Etc/GMT-3", "en", "Friday, 11 September 2020 08:00 (UTC+3)")]
    [InlineData("UTC", "ja", "2020年9月11日金曜日 05:00 (UTC)")]
    public void GivenAMoment_WhenSomebodyReadsIt_ThenItIsTheirTimeOfDayAndTheirZoneInWords(string zone, string language, string expected) =>
        Assert.Equal(
            expected, DateText.At(new DateTimeOffset(2020, 9, 11, 5, 0, 0, TimeSpan.Zero), zone, language));

    [Fact]
    public void GivenEachZoneOfAPlace_WhenItIsNamed_ThenNobodyReadsAnIdentifier() =>
        Assert.All(
            from zone in Zones.OfPlaces
            from language in AppTexts.Shelf.Languages
            select (Zone: zone, Name: Locale.Of(language).Zone(zone)),
            named => Assert.True(named.Name.Length > 1 && named.Name.IndexOfAny(['_', '/']) < 0, $"{named.Zone}: {named.Name}"));

    [Theory]
    [InlineData("Asia/Tokyo", "Asia/Tokyo", "Asia/Tokyo")]
    [InlineData("Asia/Tokyo", "Europe/Paris", "America/Chicago")]
    [InlineData("Asia/Tokyo", null, "America/Chicago")]
    [InlineData(null, null, "America/Chicago")]
    public void GivenAQuestionToAGroup_WhenItsMomentsAreTold_ThenByTheirZoneOrTheCohorts(string? one, string? other, string expected) =>
        Assert.Equal(expected, new DecisionSubject(
            SampleCohort.Settings("c"), null,
            SampleCohort.Person("c", "P1", "P1", "DE") with { TimeZone = one },
            SampleCohort.Person("c", "P2", "P2", "JP") with { TimeZone = other }).Zone);
}
