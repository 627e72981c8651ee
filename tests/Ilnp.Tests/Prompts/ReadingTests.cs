using Ilnp.Local.Running;
using Ilnp.Prompts;
using Ilnp.Prompts.Library;
using Ilnp.Prompts.Reading;

namespace Ilnp.Tests.Prompts;

/// <summary>What the committee recommends, and to whom it goes.</summary>
public sealed class ReadingTests
{
    static readonly Conversation Talk = new(
        "c", "G001", 1, Stage.Middle, [new HashSet<string>(["metadata", "archives"]), new HashSet<string>(["metadata"])],
        new HashSet<string>());

    static Article Of(string name, string language, params string[] topics) =>
        new() { Url = $"https://reading.example.org/{name}", Title = name, Language = language, Minutes = 8, Topics = topics };

    [Theory]
    [InlineData(1, "common one-s")]
    [InlineData(2, "general")]
    [InlineData(3, "")]
    public void GivenArticles_WhenChosen_ThenTheClosestComeFirstAndNoneTwice(int month, string expected)
    {
        Article[] articles =
            [Of("general", "en", "world"), Of("one-s", "en", "archives"), Of("common", "en", "metadata"), Of("nobody-s", "en", "systems")];
        Assert.Equal(
            expected, string.Join(' ', ReadingChoice.Choose(articles, ["en", "en"], Talk, month).Select(article => article.Title)));
    }

    [Theory]
    [InlineData("es", "uno")]
    [InlineData("fr", "one")]
    public void GivenALanguage_WhenChosen_ThenItIsTheReadersElseTheFirst(string language, string expected)
    {
        Article[] articles = [Of("one", "en", "metadata"), Of("uno", "es", "metadata"), Of("un", "fr", "systems")];
        Assert.Equal([expected], ReadingChoice.Choose(articles, [language, "en"], Talk, 1).Select(article => article.Title));
    }

    [Theory]
    [InlineData("http://reading.example.org/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@reading.example.org/a")]
    [InlineData("/a")]
    [InlineData("")]
    public void GivenAnUnsafeAddress_WhenChosenOrChecked_ThenNobodyGetsItAndItIsTold(string url)
    {
        var article = Of("a", "en", "metadata") with { Url = url };
        Assert.Empty(ReadingChoice.Choose([article], ["en"], Talk, 1));
        Assert.Equal(
            [$"articles[1].url: \"{url}\" is not an address that begins with https://."],
            new PromptSettings { Articles = [article] }.Problems());
    }

    [Fact]
    public void GivenTheSampleCohort_WhenRead_ThenItsArticlesAreThere() =>
        Assert.NotEmpty(
            AppParts.SettingsFile.Parse(File.ReadAllText(ProjectFolder.Sample("cohort-2020.json"))).Settings!
                .Of<PromptSettings>().Articles);

    [Fact]
    public void GivenArticlesWithMistakes_WhenTheFileIsRead_ThenEachIsToldInWords()
    {
        const string Articles = """
            "prompts": { "articles": [
              { "url": "https://reading.example.org/a", "title": "A", "language": "es", "minutes": 0, "kind": "video", "topics": ["metdata"] },
              { "url": "https://reading.example.org/a", "title": "", "language": "tlh", "minutes": 5, "topics": [] }
            ] },
            """;
        var problems = AppParts.SettingsFile.Parse(WithArticles(Articles)).Problems;
        Assert.Equal(
            [
                "prompts.articles[1].language: \"es\" is not among the cohort's languages, so nobody would get it.",
                "prompts.articles[1].topics: there is no topic \"metdata\"; do you mean metadata?",
                "prompts: articles: \"https://reading.example.org/a\" is there 2 times.",
                "prompts: articles[1].minutes: 0 is not between 1 and 600.",
                "prompts: articles[2].language: \"tlh\" is not a language of the programme; an example is en.",
                "prompts: articles[2].title: \"\" may have 1 to 80 letters, on one line.",
                "prompts: articles[2].topics: name at least one, or nobody gets it; an example is metadata.",
            ],
            problems.Order(StringComparer.Ordinal));
        Assert.Contains(
            "prompts.articles[1].kind: \"film\" is not one of article, video.",
            AppParts.SettingsFile.Parse(WithArticles(Articles.Replace("\"video\"", "\"film\"", StringComparison.Ordinal))).Problems);
    }

    static string WithArticles(string articles) => $$"""
        {
          {{articles}}
          "id": "2020-spring", "name": "ILNP Spring-Summer 2020", "timeZone": "America/Chicago",
          "dates": {
            "announce": "2020-03-02", "applicationsClose": "2020-03-31", "askAvailability": "2020-04-10",
            "availabilityCloses": "2020-04-24", "introduce": "2020-05-04", "midSurvey": "2020-07-01"
          },
          "capacityPairs": 47,
          "committee": [ { "id": "ada", "name": "Ada Okoye", "email": "ada@example.org", "roles": ["lead", "liaison"], "liaisonLoad": 8 } ]
        }
        """;
}
