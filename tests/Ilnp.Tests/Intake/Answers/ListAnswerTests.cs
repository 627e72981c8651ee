using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Tests.Intake.Answers;

public sealed class ListAnswerTests
{
    [Theory]
    [InlineData("English, Spanish", "English|Spanish")]
    [InlineData("English;Spanish ; French", "English|Spanish|French")]
    [InlineData("English and Spanish", "English|Spanish")]
    [InlineData("español y inglés", "español|inglés")]
    [InlineData("中文、英语", "中文|英语")]
    [InlineData("العربية، الإنجليزية", "العربية|الإنجليزية")]
    [InlineData("Rock and Roll", "Rock and Roll")]
    [InlineData("", "")]
    public void GivenAList_WhenSplit_ThenEachStandsAlone(string text, string pieces) =>
        Assert.Equal(
            pieces.Split('|', StringSplitOptions.RemoveEmptyEntries), ListAnswer.Split([text], name => Languages.Find(name) is not null));

    [Fact]
    public void GivenAKnownNameWithAComma_WhenSplit_ThenItStaysWhole() =>
        Assert.Equal(["Music, film and art"], ListAnswer.Split(["Music, film and art"], name => name == "Music, film and art"));

    [Fact]
    public void GivenAnEndlessList_WhenSplit_ThenItEnds() =>
        Assert.Equal(ListAnswer.Most, ListAnswer.Split([string.Join(',', Enumerable.Range(0, 10_000))], _ => false).Count);
}
