using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ilnp.Tests.Texts;

/// <summary>A number before a noun declines it: one person, two people.</summary>
public sealed partial class CountedTests
{
    /// <summary>Numbers that are never one.</summary>
    static readonly string[] NeverOne = ["error.too-long", "wording.mistake.subject-long", "wording.mistake.large"];

    static readonly string Functions = Path.Combine(TextShelfTests.RepositoryRoot(), "functions");

    static IEnumerable<(string Key, string Text)> All { get; } =
    [
        .. Directory.EnumerateFiles(Functions, "en.json", SearchOption.AllDirectories)
            .Where(file =>
                file.Contains("/Texts/", StringComparison.Ordinal) && !IsBuilt(file) && !file.Contains("/Cldr/", StringComparison.Ordinal))
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(file))!)
            .Where(text => text.Value.ValueKind == JsonValueKind.String)
            .Select(text => (text.Key, text.Value.GetString()!)),
    ];

    /// <summary>Plural nouns that texts decline somewhere, and what else is counted.</summary>
    static readonly HashSet<string> Nouns =
    [
        .. All.SelectMany(text => Declined().Matches(text.Text))
            .Select(noun => noun.Groups[1].Value).Where(word => word.EndsWith('s') || word == "people"),
        "pairs", "countries", "applicants", "hours", "weeks", "months", "members",
        "questions", "cohorts", "places", "minutes", "letters", "characters", "bytes",
    ];

    [Fact]
    public void GivenAnyText_WhenANumberStandsBeforeANoun_ThenTheNounIsDeclined() =>
        Assert.Empty(All.Where(text => !NeverOne.Contains(text.Key))
            .SelectMany(text => Before().Matches(text.Text).Where(IsFixed).Select(hit => $"{text.Key}: {hit.Value}")));

    [Fact]
    public void GivenAnyEnglishMail_WhenANumberStandsBeforeANoun_ThenTheNounIsDeclined() =>
        Assert.Empty(Directory.EnumerateFiles(Functions, "*.en.md", SearchOption.AllDirectories).Where(file => !IsBuilt(file))
            .SelectMany(file =>
                BeforeInMail().Matches(File.ReadAllText(file)).Where(IsFixed).Select(hit => $"{Path.GetFileName(file)}: {hit.Value}")));

    /// <summary>"2 people it concerns": the number stands in an element of its own.</summary>
    [Fact]
    public void GivenAnyPage_WhenANumberStandsBeforeItsWords_ThenTheyAreWrittenForThatNumber() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Functions, "*.cshtml", SearchOption.AllDirectories).Where(file => !IsBuilt(file)),
            file => File.ReadAllText(file).Contains("</strong>@texts[", StringComparison.Ordinal));

    [Theory]
    [InlineData(1, "person it concerns")]
    [InlineData(2, "people it concerns")]
    public void GivenANumber_WhenItIsOneOrMore_ThenItsWordsAre(int count, string expected) =>
        Assert.Equal(expected, AppTexts.Shelf.In("en").Counted("bulk.concerned", count));

    static bool IsFixed(Match hit) => Nouns.Contains(hit.Groups[1].Value);

    static bool IsBuilt(string file) =>
        file.Contains("/bin/", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal);

    [GeneratedRegex("other \\{# ([a-z]+)")]
    private static partial Regex Declined();

    [GeneratedRegex("(?<!programme)\\}(?:</?[a-z]+>)* ([a-z]+)\\b")]
    private static partial Regex Before();

    [GeneratedRegex("\\{\\{ (?!programme )[a-z_.]+ \\}\\}(?:\\*\\*)? ([a-z]+)\\b")]
    private static partial Regex BeforeInMail();
}
