using Ilnp.Programme;
using Ilnp.Screening;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Screening;

public sealed class ScreeningRuleTests
{
    [Theory]
    [InlineData(true, true, true, "")]
    [InlineData(false, true, true, "no-internet")]
    [InlineData(true, false, true, "not-biweekly")]
    [InlineData(true, true, false, "no-commitment")]
    [InlineData(false, false, false, "no-internet,not-biweekly,no-commitment")]
    [InlineData(null, null, null, "")]
    public void GivenAnswers_WhenScreened_ThenEachClearNoIsAReason(bool? internet, bool? biweekly, bool? commits, string reasons) =>
        Assert.Equal(reasons, string.Join(',', ScreeningRule.Reasons(internet, biweekly, commits)));

    [Theory, InlineData(ReasonCode.NoInternet), InlineData(ReasonCode.NotBiweekly), InlineData(ReasonCode.NoCommitment)]
    public void GivenAReason_WhenTheApplicantIsTold_ThenThereIsASentence(string code) =>
        Assert.EndsWith(".", AppTexts.Shelf.In("en")[ReasonWords.TextKey(code)!], StringComparison.Ordinal);

    [Theory]
    [InlineData("", Standing.Eligible)]
    [InlineData(ReasonCode.NoInternet, Standing.Ineligible)]
    [InlineData(ReasonCode.PossibleDuplicate, Standing.HeldBack)]
    [InlineData(ReasonCode.UnknownCountry, Standing.HeldBack)]
    [InlineData(ReasonCode.UnknownCountry + "," + ReasonCode.NoCommitment, Standing.Ineligible)]
    [InlineData(ReasonCode.Duplicate, Standing.Ineligible)]
    public void GivenReasons_WhenTheStandingIsTaken_ThenTheHeaviestCounts(string reasons, Standing standing) =>
        Assert.Equal(standing, StandingRule.Of(reasons.Split(',', StringSplitOptions.RemoveEmptyEntries)));
}
