using Ilnp.Intake.Vocabulary;

namespace Ilnp.Tests.Intake.Vocabulary;

public sealed class TimeZonesTests
{
    [Theory]
    [InlineData("Africa/Lagos", "Africa/Lagos")]
    [InlineData("america/new_york", "America/New_York")]
    [InlineData("Nairobi", "Africa/Nairobi")]
    [InlineData("Eastern Standard Time", "America/New_York")]
    [InlineData("UTC+3", "Etc/GMT-3")]
    [InlineData("GMT-05:00", "Etc/GMT+5")]
    [InlineData("UTC", "UTC")]
    [InlineData("the usual one", null)]
    [InlineData("UTC+27", null)]
    [InlineData("", null)]
    public void GivenAZone_WhenLookedUp_ThenItIsAnIanaName(string text, string? zone) => Assert.Equal(zone, TimeZones.Find(text));

    [Theory]
    [InlineData("US", "America/New_York")]
    [InlineData("RU", "Europe/Moscow")]
    [InlineData("NG", "Africa/Lagos")]
    [InlineData("PL", "Europe/Warsaw")]
    [InlineData("ZZ", null)]
    public void GivenACountry_WhenItsZoneIsGuessed_ThenItIsWhereMostPeopleLive(string country, string? zone) =>
        Assert.Equal(zone, TimeZones.OfCountry(country));

    [Fact]
    public void GivenAnyZoneThatIsFound_WhenThePlatformIsAsked_ThenItKnowsIt()
    {
        string[] countries = ["US", "RU", "BR", "CA", "UA", "KZ", "CD", "IN", "VN", "GL", "NG"];

        Assert.All(countries, country => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(TimeZones.OfCountry(country)!, out _)));
    }
}
