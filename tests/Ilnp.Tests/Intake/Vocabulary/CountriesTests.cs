using Ilnp.Intake.Vocabulary;

namespace Ilnp.Tests.Intake.Vocabulary;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("Korea, South", "KR")]
    [InlineData("the Republic of Korea", "KR")]
    [InlineData(" nigeria ", "NG")]
    [InlineData("U.S.A.", "US")]
    [InlineData("u.s.", "US")]
    [InlineData("Iran (Islamic Republic of)", "IR")]
    [InlineData("TÜRKİYE", "TR")]
    [InlineData("España", "ES")]
    [InlineData("Cote d’Ivoire", "CI")]
    [InlineData("Côte d'Ivoire", "CI")]
    [InlineData("Congo (Democratic Republic of the)", "CD")]
    [InlineData("Lagos, Nigeria", "NG")]
    [InlineData("Bolivia (Plurinational State of)", "BO")]
    [InlineData("Gambia, The", "GM")]
    [InlineData("🇧🇷", "BR")]
    [InlineData("DEU", "DE")]
    [InlineData("gb", "GB")]
    [InlineData("Scotland", "GB")]
    [InlineData("Hong Kong", "HK")]
    [InlineData("Georgia", "GE")]
    [InlineData("Palestine", "PS")]
    public void GivenASpelling_WhenLookedUp_ThenTheCountryIsFound(string text, string code) => Assert.Equal(code, Countries.Find(text));

    [Theory]
    [InlineData("Deutschland", "DE")]
    [InlineData("Allemagne", "DE")]
    [InlineData("Alemanha", "DE")]
    [InlineData("ドイツ", "DE")]
    [InlineData("Германия", "DE")]
    [InlineData("ألمانيا", "DE")]
    [InlineData("독일", "DE")]
    [InlineData("德国", "DE")]
    [InlineData("Ägypten", "EG")]
    [InlineData("Égypte", "EG")]
    [InlineData("Ujerumani", "DE")]
    [InlineData("भारत", "IN")]
    [InlineData("Соединенные Штаты", "US")]
    [InlineData("Reino Unido", "GB")]
    public void GivenANameInAnotherLanguage_WhenLookedUp_ThenTheCountryIsFound(string text, string code) =>
        Assert.Equal(code, Countries.Find(text));

    [Theory, InlineData(""),
        InlineData("Atlantis"),
        InlineData("=HYPERLINK(\"http://x\")"),
        InlineData("1234"),
        InlineData("—"),
        InlineData("N/A"),
        InlineData("#N/A"),
        InlineData("n.a."),
        InlineData("No")]
    public void GivenNoCountry_WhenLookedUp_ThenNothingIsFound(string text) => Assert.Null(Countries.Find(text));
}
