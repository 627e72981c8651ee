using Ilnp.Intake.Answers;

namespace Ilnp.Tests.Intake.Answers;

public sealed class TextAnswerTests
{
    [Theory, InlineData("Zoë Núñez"),
        InlineData("王小明"),
        InlineData("عبد الله الهاشمي"),
        InlineData("Vũ Quốc Bảo"),
        InlineData("Ọlámidé"),
        InlineData("Сидір-Іван О'Ніл"),
        InlineData("बिमला श्रेष्ठ"),
        InlineData("X Æ A-12")]
    public void GivenANameOfAnyScript_WhenRead_ThenItIsLeftAlone(string name) => Assert.Equal(new(name), TextAnswer.Read(name));

    [Theory]
    [InlineData("  Ana\r\nSilva\t ", "Ana Silva")]
    [InlineData("Ana\u0000Silva", "Ana Silva")]
    [InlineData("Ana \u202Eavlis", "Ana avlis")]
    [InlineData("Zoe\u0308", "Zoë")]
    public void GivenWhatDoesNotBelongOnALine_WhenRead_ThenItIsCleaned(string text, string line) =>
        Assert.Equal(line, TextAnswer.Read(text).Value);

    [Theory]
    [InlineData("JosÃ© GarcÃ­a", "José García")]
    [InlineData("MÃ¼ller", "Müller")]
    [InlineData("çŽ‹", "王")]
    public void GivenATextGarbledOnItsWay_WhenRead_ThenItIsRepairedAndThatIsSaid(string text, string repaired)
    {
        Assert.Equal(repaired, TextAnswer.Read(text).Value);
        Assert.Contains("encoding", TextAnswer.Read(text).Problem, StringComparison.Ordinal);
    }

    [Theory, InlineData("=HYPERLINK(\"http://evil.example\",\"Ana\")"),
        InlineData("=1+1"),
        InlineData("@SUM(A1)"),
        InlineData("+cmd|' /C calc'!A0"),
        InlineData("-2+3*(4)")]
    public void GivenAFormula_WhenRead_ThenItIsKeptAsTextAndThatIsSaid(string text)
    {
        Assert.Equal(text, TextAnswer.Read(text).Value);
        Assert.Contains("formula", TextAnswer.Read(text).Problem, StringComparison.Ordinal);
    }

    [Theory, InlineData("+44 20 7946 0000"), InlineData("-"), InlineData("- English"), InlineData("@ana")]
    public void GivenWhatOnlyBeginsLikeAFormula_WhenRead_ThenNothingIsSaid(string text) => Assert.Null(TextAnswer.Read(text).Problem);

    [Fact]
    public void GivenAHundredKilobytes_WhenRead_ThenTheBeginningIsUsedAndThatIsSaid()
    {
        var reading = TextAnswer.Read(new string('ñ', 100_000));

        Assert.Equal(TextAnswer.Longest, reading.Value.Length);
        Assert.Contains("100,000 characters", reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenHalfASurrogate_WhenRead_ThenItFallsAway() => Assert.Equal("Ana", TextAnswer.Read("Ana\uD83D").Value);
}
