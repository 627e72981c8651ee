using CsCheck;
using Ilnp.Committee.OwnWords;

namespace Ilnp.Tests.Committee.OwnWords;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("Dear {{ name }}, hello", "Dear {{ name }}, good day", "Dear {{ name }}, [-hello-]{+good day+}")]
    [InlineData("one two three", "one three", "one [-two -]three")]
    [InlineData("one three", "one two three", "one {+two +}three")]
    [InlineData("{{ name }}さま", "{{ name }}さんへ", "{{ name }}さ[-ま-]{+んへ+}")]
    [InlineData("{{ url }}", "{{ change_url }}", "[-{{ url }}-]{+{{ change_url }}+}")]
    [InlineData("same", "same", "same")]
    [InlineData("", "new", "{+new+}")]
    [InlineData("مرحبا بكم", "مرحبا بك", "مرحبا [-بكم-]{+بك+}")]
    public void GivenTwoTexts_WhenCompared_ThenWordsThatWentAndCameAreMarked(string before, string after, string marked) =>
        Assert.Equal(marked, string.Concat(WordDifference.Of(before, after).Select(piece => piece.Change switch
        {
            Change.Gone => $"[-{piece.Text}-]",
            Change.New => $"{{+{piece.Text}+}}",
            _ => piece.Text,
        })));

    [Fact]
    public void GivenAnyTwoTexts_WhenCompared_ThenBothCanBePutTogetherAgain()
    {
        var text = Gen.OneOf<string>("a", "b", " ", "\n", "漢", "字", "{{ x }}", "word", ",").Array[0, 40]
            .Select(parts => string.Concat(parts));
        Gen.Select(text, text).Sample((before, after) => AssertWhole(before, after), iter: 2000, threads: 1);
    }

    [Fact]
    public void GivenLongTextsWithNothingInCommon_WhenCompared_ThenLinesAreInTheirPlace() =>
        AssertWhole(string.Concat(Enumerable.Repeat("a b\n", 4000)), string.Concat(Enumerable.Repeat("c d\n", 4000)));

    static void AssertWhole(string before, string after)
    {
        var pieces = WordDifference.Of(before, after);
        Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Change != Change.New).Select(piece => piece.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Change != Change.Gone).Select(piece => piece.Text)));
    }
}
