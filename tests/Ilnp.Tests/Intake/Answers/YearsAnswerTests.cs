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
}
