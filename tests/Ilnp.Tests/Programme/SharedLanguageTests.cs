using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Programme;

public sealed class SharedLanguageTests
{
    [Theory]
    [InlineData("es:es,en", "es:es,pt", "es")] // both get mail in it
    [InlineData("es:es,en", "en:en,fr", "en")] // one knows the other's
    [InlineData("en:en,fr", "es:es,en", "en")]
    [InlineData("es:es,fr", "ar:ar,fr", "fr")] // a third that both know
    [InlineData("es:es", "ar:ar", "en")] // none in common: the cohort's first
    [InlineData("es:es,de", "ar:ar,de", "en")] // the cohort has no texts in it
    [InlineData("ru:ru", "ru:ru", "ru")] // asked for by both, whatever the cohort offers
    public void GivenTwoReaders_WhenAMailGoesToBoth_ThenItIsInALanguageOfBoth(string one, string other, string expected)
    {
        var settings = SampleCohort.Settings("c") with { Languages = ["en", "es", "fr", "ar"] };
        Assert.Equal(expected, settings.SharedLanguage([Of("P1", one), Of("P2", other)]));
    }

    static Person Of(string id, string languages) => SampleCohort.Person("c", id, id, "KE") with
    {
        MailLanguage = languages.Split(':')[0],
        Languages = languages.Split(':')[1].Split(','),
    };
}
