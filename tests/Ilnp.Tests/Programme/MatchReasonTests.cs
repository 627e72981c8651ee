using Ilnp.Programme.Reasons;

namespace Ilnp.Tests.Programme;

public sealed class MatchReasonTests
{
    [Theory]
    [InlineData("noCommonLanguage")]
    [InlineData("noAllowedPartner")]
    [InlineData("partnersTaken", "106")]
    [InlineData("partnersTakenWithoutScore")]
    [InlineData("capacity", "47", "106")]
    [InlineData("capacityWithoutScore", "47")]
    [InlineData("countryCap", "NG", "9")]
    [InlineData("laterDate", "106", "60")]
    [InlineData("equal")]
    [InlineData("notProven")]
    public void GivenWhySomebodyHasNoPlace_WhenTheyReadIt_ThenItSpeaksToThemAndOfNoPoints(string code, params string[] arguments)
    {
        var read = new MatchReason(code, arguments).ToThePerson("en");

        Assert.DoesNotContain("this person", read, StringComparison.Ordinal);
        Assert.DoesNotContain("points", read, StringComparison.Ordinal);
        Assert.DoesNotContain("106", read, StringComparison.Ordinal);
        Assert.DoesNotContain("{", read, StringComparison.Ordinal);
    }
}
