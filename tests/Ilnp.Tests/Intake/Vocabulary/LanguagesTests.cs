using Ilnp.Intake.Vocabulary;

namespace Ilnp.Tests.Intake.Vocabulary;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("English", "en")]
    [InlineData("english (fluent)", "en")]
    [InlineData("Spanish - native", "es")]
    [InlineData("Castellano", "es")]
    [InlineData("español", "es")]
    [InlineData("Französisch", "fr")]
    [InlineData("Mandarin", "zh")]
    [InlineData("中文", "zh")]
    [InlineData("Cantonese", "yue")]
    [InlineData("Filipino", "tl")]
    [InlineData("Tagalog", "tl")]
    [InlineData("Farsi", "fa")]
    [InlineData("Bangla", "bn")]
    [InlineData("Panjabi", "pa")]
    [InlineData("North Ndebele", "nd")]
    [InlineData("Norsk bokmål", "no")]
    [InlineData("pt-BR", "pt")]
    [InlineData("日本語", "ja")]
    [InlineData("русский", "ru")]
    [InlineData("عربي", "ar")]
    [InlineData("Kiswahili", "sw")]
    [InlineData("isiZulu", "zu")]
    [InlineData("deu", "de")]
    public void GivenAName_WhenLookedUp_ThenTheLanguageIsFound(string text, string code) => Assert.Equal(code, Languages.Find(text));

    [Theory, InlineData(""), InlineData("Klingonish"), InlineData("none")]
    public void GivenNoLanguage_WhenLookedUp_ThenNothingIsFound(string text) => Assert.Null(Languages.Find(text));
}
