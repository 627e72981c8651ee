using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>CLDR's own examples of whole numbers.</summary>
public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("en", "one:1 other:0,2,11,21,1000000")]
    [InlineData("es", "one:1 many:1000000,2000000 other:0,2,16,100,1000")]
    [InlineData("pt", "one:0,1 many:1000000 other:2,17,100")]
    [InlineData("fr", "one:0,1 many:1000000 other:2,17,100")]
    [InlineData("ru", "one:1,21,31,101,1001 few:2,3,4,22,34,102 many:0,5,11,12,14,19,100,1000,111")]
    [InlineData("ar", "zero:0 one:1 two:2 few:3,10,103,110 many:11,26,99,111,1011 other:100,102,200,1000")]
    [InlineData("zh", "other:0,1,2,15,100")]
    [InlineData("ja", "other:0,1,2,15,100")]
    [InlineData("ko", "other:0,1,2,15,100")]
    public void GivenANumber_WhenCounted_ThenItTakesTheCategoryOfTheLanguage(string language, string examples)
    {
        foreach (var category in examples.Split(' ').Select(part => part.Split(':')))
            Assert.All(category[1].Split(','), number =>
                Assert.Equal(
                    category[0], Locale.Of(language).Plurals.Of(long.Parse(number, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("n = 1 and")]
    [InlineData("q = 1")]
    [InlineData("n % 10 = x")]
    public void GivenWhatIsNoRule_WhenRead_ThenItIsAnError(string rule) => Assert.Throws<FormatException>(() => PluralRule.Parse(rule));
}
