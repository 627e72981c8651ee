using Ilnp.Availability;
using Ilnp.Programme;

namespace Ilnp.Tests.Availability;

public sealed class AvailabilityRulesTests
{
    [Theory]
    [InlineData("yes", Standing.Available)]
    [InlineData("later", Standing.Later)]
    [InlineData("no", Standing.Declined)]
    [InlineData(null, Standing.Silent)]
    public void GivenAnswer_WhenInquiryCloses_ThenPersonStandsThere(string? choice, Standing standing) =>
        Assert.Equal(standing, AvailabilityRules.StandingAfter(choice));

    [Fact]
    public void GivenUnknownChoice_WhenInquiryCloses_ThenItIsAnError() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AvailabilityRules.StandingAfter("perhaps"));
}
