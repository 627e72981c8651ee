using Ilnp.Mail.Rendering;

namespace Ilnp.Tests.Mail.Rendering;

public sealed class PlainLinesTests
{
    static readonly string Address = $"https://ilnp.example.org/d/{new string('x', 90)}";

    [Fact]
    public void GivenALongSentence_WhenWrapped_ThenLinesEndAtSpaces() => Assert.Equal(
        $"{string.Join(' ', Enumerable.Repeat("eight888", 8))}\n{string.Join(' ', Enumerable.Repeat("eight888", 2))}",
        PlainLines.Wrapped(string.Join(' ', Enumerable.Repeat("eight888", 10))));

    [Theory]
    [InlineData("- ", "  ")]
    [InlineData("12. ", "    ")]
    [InlineData("> ", "> ")]
    [InlineData("> - ", ">   ")]
    public void GivenASign_WhenWrapped_ThenTheNextLineHangsUnderItsWords(string sign, string hanging) =>
        Assert.StartsWith(
            $"{sign}word",
            PlainLines.Wrapped(sign + string.Join(' ', Enumerable.Repeat("word", 20))).Split($"\n{hanging}word")[0],
            StringComparison.Ordinal);

    [Fact]
    public void GivenAnAddress_WhenWrapped_ThenItStaysWhole() =>
        Assert.Contains(
            $"\n({Address})",
            PlainLines.Wrapped($"These are the words of a link that leads a long way from here ({Address})"),
            StringComparison.Ordinal);

    [Fact]
    public void GivenJapanese_WhenWrapped_ThenALetterTakesTwoColumnsAndNoLineBeginsWithAClosingSign()
    {
        var lines = PlainLines.Wrapped($"{new string('字', 36)}。{new string('文', 40)}").Split('\n');
        Assert.All(lines, line => Assert.True(PlainLines.Width(line) <= PlainLines.Columns && !line.StartsWith('。')));
        Assert.Equal($"{new string('字', 35)}", lines[0]);
    }

    [Fact]
    public void GivenKorean_WhenWrapped_ThenNoWordIsBroken() =>
        Assert.All(
            PlainLines.Wrapped(string.Join(' ', Enumerable.Repeat("안녕하세요", 20))).Split('\n', ' '), word => Assert.Equal("안녕하세요", word));

    [Theory]
    [InlineData("-- ")]
    [InlineData("")]
    [InlineData("one\n\ntwo")]
    public void GivenShortLines_WhenWrapped_ThenTheyStay(string text) => Assert.Equal(text, PlainLines.Wrapped(text));
}
