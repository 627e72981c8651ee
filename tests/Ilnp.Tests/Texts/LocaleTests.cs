using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

public sealed class LocaleTests
{
    [Theory]
    [InlineData("en", "Ana", "Ana and Ben", "Ana, Ben, and Chi")]
    [InlineData("es", "Ana", "Ana y Ben", "Ana, Ben y Chi")]
    [InlineData("pt", "Ana", "Ana e Ben", "Ana, Ben e Chi")]
    [InlineData("fr", "Ana", "Ana et Ben", "Ana, Ben et Chi")]
    [InlineData("ru", "Ana", "Ana и Ben", "Ana, Ben и Chi")]
    [InlineData("zh", "Ana", "Ana和Ben", "Ana、Ben和Chi")]
    [InlineData("ja", "Ana", "Ana、Ben", "Ana、Ben、Chi")]
    [InlineData("ko", "Ana", "Ana 및 Ben", "Ana, Ben 및 Chi")]
    [InlineData("ar", "Ana", "\u200FAna وBen", "\u200FAna وBen وChi")]
    public void GivenNames_WhenListed_ThenTheLanguageJoinsThem(string language, string one, string two, string three)
    {
        var locale = Locale.Of(language);
        Assert.Equal("", locale.List([]));
        Assert.Equal(one, locale.List(["Ana"]));
        Assert.Equal(two, locale.List(["Ana", "Ben"]));
        Assert.Equal(three, locale.List(["Ana", "Ben", "Chi"]));
        Assert.Equal(two.Replace("Ana", "{1}", StringComparison.Ordinal), locale.List(["{1}", "Ben"]));
    }

    [Theory]
    [InlineData("en", "999", "1,000", "1,234,567")]
    [InlineData("es", "999", "1000", "1.234.567")]
    [InlineData("pt", "999", "1.000", "1.234.567")]
    [InlineData("fr", "999", "1\u202F000", "1\u202F234\u202F567")]
    [InlineData("ru", "999", "1\u00A0000", "1\u00A0234\u00A0567")]
    [InlineData("ar", "999", "1,000", "1,234,567")]
    public void GivenANumber_WhenWritten_ThenItHasTheLanguagesGroups(string language, string hundreds, string thousand, string million)
    {
        var locale = Locale.Of(language);
        Assert.Equal((hundreds, thousand, million), (locale.Number(999), locale.Number(1000), locale.Number(1_234_567)));
    }

    [Theory]
    [InlineData("en", "English", "Germany", "Japanese")]
    [InlineData("es", "español", "Alemania", "japonés")]
    [InlineData("pt", "português", "Alemanha", "japonês")]
    [InlineData("fr", "français", "Allemagne", "japonais")]
    [InlineData("ru", "русский", "Германия", "японский")]
    [InlineData("zh", "中文", "德国", "日语")]
    [InlineData("ja", "日本語", "ドイツ", "日本語")]
    [InlineData("ko", "한국어", "독일", "일본어")]
    [InlineData("ar", "العربية", "ألمانيا", "اليابانية")]
    public void GivenACode_WhenNamed_ThenItIsTheReadersName(string language, string own, string germany, string japanese)
    {
        var locale = Locale.Of(language);
        Assert.Equal((own, germany, japanese), (locale.OwnName, locale.Country("DE"), locale.NameOfLanguage("ja")));
        Assert.Equal(("ZZ", "qqq"), (locale.Country("ZZ"), locale.NameOfLanguage("qqq")));
    }

    [Theory]
    [InlineData("sw")]
    [InlineData("../../en")]
    [InlineData("")]
    public void GivenALanguageWithoutTexts_WhenAskedFor_ThenItIsEnglishAltogether(string language) =>
        Assert.Equal("en", Locale.Of(language).Language);
}
