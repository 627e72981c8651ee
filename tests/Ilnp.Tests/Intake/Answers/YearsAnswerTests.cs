using Ilnp.Intake.Answers;

namespace Ilnp.Tests.Intake.Answers;

public sealed class YearsAnswerTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("12 years", 12)]
    [InlineData("5-7", 5)]
    [InlineData("10+", 10)]
    [InlineData("2.5", 2)]
    [InlineData("less than 1 year", 0)]
    [InlineData("8 months", 0)]
    [InlineData("seven", 7)]
    [InlineData("١٢", 12)]
    [InlineData("", null)]
    public void GivenYears_WhenRead_ThenTheyAreANumber(string text, int? years) => Assert.Equal(new(years), YearsAnswer.Read(text));

    [Theory, InlineData("a while"), InlineData("1987"), InlineData("99999999999999")]
    public void GivenNoNumberOfYears_WhenRead_ThenTheyAreLeftOutAndThatIsSaid(string text)
    {
        Assert.Null(YearsAnswer.Read(text).Value);
        Assert.Contains("left out", YearsAnswer.Read(text).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("25 y/o"), InlineData("25 y.o."), InlineData("25yo"), InlineData("30 tuổi"), InlineData("umur 30 tahun")]
    [InlineData("30 yaşında"), InlineData("عمري 30 سنة"), InlineData("나이 30"), InlineData("उम्र 30"), InlineData("leeftijd: 30 jaar")]
    public void GivenAnAge_WhenReadAsYearsOfExperience_ThenItIsNone(string text) =>
        Assert.Equal(
            (null, true), (YearsAnswer.Read(text).Value, YearsAnswer.Read(text).Problem?.Contains("is an age", StringComparison.Ordinal)));
}
