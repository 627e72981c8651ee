using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

public sealed class TextPatternTests
{
    const string Russian = "Ждёт {n, plural, one {# пара} few {# пары} many {# пар} other {# пары}} из {country}.";

    [Theory]
    [InlineData("Dear {name},", "en", "Dear Ana,")]
    [InlineData("{n, plural, one {# pair} other {# pairs}} left", "en", "1 pair left", 1)]
    [InlineData("{n, plural, one {# pair} other {# pairs}} left", "en", "1,500 pairs left", 1500)]
    [InlineData("{n,plural,one{only {name}}other{# and {name}}}", "en", "2 and Ana", 2)]
    [InlineData("no plural: #1", "en", "no plural: #1")]
    [InlineData(Russian, "ru", "Ждёт 21 пара из Кения.", 21)]
    [InlineData(Russian, "ru", "Ждёт 3 пары из Кения.", 3)]
    [InlineData(Russian, "ru", "Ждёт 11 пар из Кения.", 11)]
    public void GivenAPattern_WhenWritten_ThenFactsAndPluralsAreInIt(string pattern, string language, string expected, long number = 0) =>
        Assert.Equal(expected, Write(pattern, language, number));

    [Theory]
    [InlineData("{0:topic} and {1}", "0 1")]
    [InlineData(Russian, "n country")]
    [InlineData("{n, plural, one {{name}} other {{name} {liaison}}}", "n name liaison")]
    public void GivenAPattern_WhenAskedForItsFacts_ThenEachIsNamedOnce(string pattern, string names) =>
        Assert.Equal(names, string.Join(' ', TextPattern.Parse(pattern).Names));

    [Theory]
    [InlineData("Dear {name", "at character 6")]
    [InlineData("Dear name}", "a '}' closes nothing")]
    [InlineData("{Name}", "no place of a text")]
    [InlineData("{n, plural, one {# pair}}", "needs a branch 'other'")]
    [InlineData("{n, plural, one {a} one {b} other {c}}", "is there twice")]
    [InlineData("{n, plural, other {# pairs}", "branches are like")]
    [InlineData("{n, plural, other {# pairs", "a '}' is missing")]
    [InlineData("{n, plural, pairs}", "branches are like")]
    public void GivenWhatIsNoPattern_WhenRead_ThenTheErrorSaysWhatAndWhere(string pattern, string what) =>
        Assert.Contains(what, Assert.Throws<FormatException>(() => TextPattern.Parse(pattern)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{n, plural, one {# pair} other {# pairs}}", "ru", "no branch 'few'", "no branch 'many'")]
    [InlineData("{n, plural, one {# pair} other {# pairs}}", "ja", "a branch 'one', which the language does not know")]
    [InlineData("{n, plural, one {# pair} other {# pairs}}", "en")]
    public void GivenBranchesOfAnotherLanguage_WhenChecked_ThenEachThatIsWrongIsNamed(
        string pattern, string language, params string[] problems) => Assert.All(
            TextPattern.Parse(pattern).Problems(Locale.Of(language)).Zip(problems, (problem, expected) => (problem, expected)),
            pair => Assert.Contains(pair.expected, pair.problem, StringComparison.Ordinal));

    [Fact]
    public void GivenFactsWithMarkup_WhenWrittenAsHtml_ThenTheyAreEscapedAndKeptApart()
    {
        var texts = new PageTexts("ar", new Dictionary<string, string> { ["t"] = "مع {partners} & {n, plural, other {#}}" }, null);
        var html = texts.Html("t", new Dictionary<string, string> { ["partners"] = "<b>Zoë</b>", ["n"] = "4" }).ToString();
        Assert.Equal("مع <bdi>&lt;b&gt;Zoë&lt;/b&gt;</bdi> &amp; 4", html);
    }

    static string Write(string pattern, string language, long number) => TextPattern.Parse(pattern).Write(
        Locale.Of(language), words => words, (name, _) => name == "country" ? "Кения" : "Ana", _ => number);
}
