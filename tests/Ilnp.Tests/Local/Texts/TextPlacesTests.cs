using Ilnp.Local.Texts;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Local.Texts;

/// <summary>Whoever reviews a page's words knows where to look at them.</summary>
public sealed class TextPlacesTests
{
    static readonly string Functions = Path.Combine(TextShelfTests.RepositoryRoot(), "functions");

    static readonly TextPlaces Places = new(Functions);

    [Fact]
    public void GivenEachTextOfAPage_WhenItsPlaceIsLookedFor_ThenAnAddressIsNamed() =>
        Assert.All(new Wordings(Functions).OfPages("es"), wording => Assert.StartsWith("/", Places.Of(wording), StringComparison.Ordinal));

    [Theory]
    [InlineData("Own/Texts/es.json", "own.title", "/me")]
    [InlineData("Intake/Texts/es.json", "apply.unknown.title", "/apply/{cohortId}")]
    public void GivenAText_WhenItsPlaceIsLookedFor_ThenItIsItsPage(string file, string key, string address) =>
        Assert.Contains(address, Places.Of(new(file, key, "", "")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Care/Mails/pulse.es.md", "")]
    [InlineData("Prompts/Library/es.json", "topic.title")]
    public void GivenWhatIsInMails_WhenItsPlaceIsLookedFor_ThenThereIsNone(string file, string key) =>
        Assert.Empty(Places.Of(new(file, key, "", "")));
}
