using Ilnp.Documents.Typesetting;

namespace Ilnp.Tests.Documents;

public sealed class TypesettingTests
{
    static readonly FontShelf Shelf = FontShelf.OfBuild();
    static readonly Typesetter Typesetter = new(Shelf);
    static readonly LineBreaker Breaker = new(Typesetter);
    static readonly TextStyle English = TextStyle.For(FontRole.Text, "en");

    [Theory]
    [InlineData("直美", "ja", "NotoSerifJP-500Medium")]
    [InlineData("直美", "zh", "NotoSerifSC-500Medium")]
    [InlineData("直美", "en", "NotoSerifSC-500Medium")]
    [InlineData("直美さん", "en", "NotoSerifJP-500Medium")]
    [InlineData("김민서", "en", "NotoSerifKR-500Medium")]
    [InlineData("Zoë", "ja", "NotoSerif-400Regular")]
    public void GivenALanguage_WhenSet_ThenSharedCharactersComeFromItsTypeface(string text, string language, string typeface) =>
        Assert.Equal([typeface], Typesetter.Line(text, TextStyle.For(FontRole.Text, language)).Runs.Select(run => run.Face.Name));

    [Theory]
    [InlineData("Ann Smith")]
    [InlineData("عبد الله بن محمّد")]
    [InlineData("श्रीमती प्रियंका")]
    [InlineData("ณัฐวุฒิ")]
    [InlineData("王小明 (Wang)")]
    public void GivenAnyScript_WhenShaped_ThenNoGlyphIsMissingAndAllCharactersAreThere(string text)
    {
        var line = Typesetter.Line(text, TextStyle.For(FontRole.Text, "en"));

        Assert.All(line.Runs.SelectMany(run => run.Clusters).SelectMany(cluster => cluster.Glyphs), glyph => Assert.NotEqual(0u, glyph.Id));
        Assert.Equal(
            text.Order(),
            line.Runs.SelectMany(run => run.Clusters).SelectMany(cluster => cluster.Text).Order());
        Assert.InRange(line.Width, 1, text.Length * 1.2);
    }

    [Fact]
    public void GivenJoinedLetters_WhenShaped_ThenTheyAreNarrowerThanApart() =>
        Assert.True(
            Typesetter.Measure("محمد", TextStyle.For(FontRole.Text, "ar")) < "محمد".Sum(c =>
                Typesetter.Measure(c.ToString(), TextStyle.For(FontRole.Text, "ar"))));

    [Fact]
    public void GivenALongText_WhenBroken_ThenEveryLineFitsAndNothingIsLost()
    {
        const string text = "A librarian in one country and a librarian in another write to each other for four months";
        var lines = Breaker.Break(text, English, 12);

        Assert.All(lines, line => Assert.InRange(line.Width, 0.1, 12));
        Assert.Equal(text, string.Join(' ', lines.Select(line => line.Text)));
    }

    [Fact]
    public void GivenChineseText_WhenBroken_ThenNoLineBeginsWithAStop()
    {
        const string text = "与另一个国家的同行分享，知识与经验。四个月，每月一封，话题建议。";
        for (var width = 4; width < 12; width++)
        {
            var lines = Breaker.Break(text, TextStyle.For(FontRole.Text, "zh"), width);
            Assert.DoesNotContain(lines, line => "，。".Contains(line.Text[0], StringComparison.Ordinal));
            Assert.Equal(text, string.Concat(lines.Select(line => line.Text)));
        }
    }

    [Fact]
    public void GivenAWordWiderThanTheLine_WhenBroken_ThenItIsCutBetweenLettersNotInsideThem()
    {
        var word = string.Concat(Enumerable.Repeat("e\u0301x", 30));
        var lines = Breaker.Break(word, English, 5);

        Assert.True(lines.Count > 3);
        Assert.All(lines, line => Assert.NotEqual('\u0301', line.Text[0]));
        Assert.Equal(word, string.Concat(lines.Select(line => line.Text)));
    }

    [Theory]
    [InlineData("Zoë\u0000 \r\n Smith", "Zoë Smith", "")]
    [InlineData("ᎠᎵ", "ALi", "ᎠᎵ")]
    [InlineData("Ann 😀", "Ann", "😀")]
    [InlineData("Jose\u0301", "José", "")]
    [InlineData("Ann \ud83d", "Ann", "")]
    public void GivenCharactersNobodyCanPrint_WhenPrepared_ThenTheRestStaysAndTheyAreNamed(string text, string printed, string replaced)
    {
        var result = Printable.From(text, Shelf);

        Assert.Equal(printed, result.Text);
        Assert.Equal(replaced, string.Concat(result.Replaced));
    }
}
