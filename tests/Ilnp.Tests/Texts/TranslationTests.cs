using System.Text.Json;
using System.Text.RegularExpressions;
using Ilnp.Local.Texts;
using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>What a machine can see of a translation: it can be used, and keeps to the glossary's words.</summary>
public sealed class TranslationTests
{
    /// <summary>
    /// The share of the texts naming a term in English that name it by the glossary's word: stems are inflected, sentences are built anew.
    /// </summary>
    const double LeastShare = 0.4;

    static readonly Wordings All = new(Path.Combine(TextShelfTests.RepositoryRoot(), "functions"));

    public static TheoryData<string> Languages => [.. AppTexts.Shelf.Languages.Where(code => code != TextShelf.First)];

    [Theory, MemberData(nameof(Languages))]
    public void GivenALanguage_WhenEachOfItsTextsIsChecked_ThenItCanBeUsed(string language) =>
        Assert.Equal([], All.Of(language).SelectMany(text => WordingChecks.Problems(text, language)));

    [Theory, MemberData(nameof(Languages))]
    public void GivenTheProgrammesWords_WhenTranslated_ThenTextsKeepToTheGlossary(string language)
    {
        var glossary = Glossary(language);
        var texts = All.Of(language).Select(text => (English: Wording.Words(text.English), Text: Wording.Words(text.Text))).ToList();
        foreach (var (term, pattern) in Terms)
        {
            var word = glossary.First(entry => entry.Key.Split(" (")[0] == term).Value;
            var named = texts.Where(text => Regex.IsMatch(text.English, pattern, RegexOptions.IgnoreCase)).ToList();
            var kept = named.Count(text => text.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.True(kept >= named.Count * LeastShare, $"{language}: \"{word}\" for \"{term}\" is in {kept} of {named.Count} texts.");
        }
    }

    /// <summary>What the file says of a language is what its readers have read.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void GivenALanguageThatCountsAsReviewed_WhenItsTextsAreCompared_ThenEachHasBeenRead(string language)
    {
        var log = new ReviewLog(Path.Combine(TextShelfTests.RepositoryRoot(), "functions"));
        var unread = ReviewSheet.Rows(All.Of(language), log.Read(language), _ => "").Count(row => !row.IsGood);
        Assert.Equal(TextReviews.Open([language]).Count == 0, unread == 0);
    }

    /// <summary>Terms of the glossaries, and how English texts name them.</summary>
    static readonly (string Term, string Pattern)[] Terms =
    [
        ("programme", "programme"), ("partner", @"\bpartner"), ("pair", @"\bpairs?\b"), ("liaison", @"\bliaison\b"), ("lead", @"\bleads\b"),
        ("committee", "committee"), ("application", "appli|apply"),
        ("waiting list", "waiting list"), ("place", @"\bplaces?\b"), ("survey", "survey"),
        ("certificate", "certificate"), ("pause", "pause"),
    ];

    static Dictionary<string, string> Glossary(string language)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(TextShelfTests.RepositoryRoot(), "functions", "Texts", "Glossary", $"{language}.json")));
        return file.RootElement.GetProperty("terms").EnumerateObject()
            .ToDictionary(term => term.Name, term => term.Value.GetProperty("word").GetString()!);
    }
}
