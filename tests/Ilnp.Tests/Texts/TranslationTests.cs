using System.Text.Json;
using System.Text.RegularExpressions;
using Ilnp.Texts;

namespace Ilnp.Tests.Texts;

/// <summary>What a machine can see of a translation: nothing is left in English, what code and links need is there, buttons fit, words are the glossary's.</summary>
public sealed partial class TranslationTests
{
    /// <summary>On one line of a phone of 320 px, or on two.</summary>
    const int LongestChoice = 60;
    const int LongestButton = 30;

    /// <summary>The share of the texts naming a term in English that name it by the glossary's word: stems are inflected, sentences are built anew.</summary>
    const double LeastShare = 0.4;

    /// <summary>What is written so everywhere.</summary>
    static readonly HashSet<string> International = ["No", "E-mail", "e-mail", "WhatsApp", "Archives", "Date"];
    static readonly string[] LatinEverywhere = ["JSON", "WhatsApp", "SNS", "name@library.org"];

    public static TheoryData<string> Languages => [.. Translated.Languages];

    public static TheoryData<string> OtherScripts => ["ru", "zh", "ja", "ko", "ar"];

    [Theory, MemberData(nameof(Languages))]
    public void GivenALanguage_WhenComparedWithEnglish_ThenNothingIsLeftInEnglish(string language) =>
        Assert.Equal([], Translated.Of(language).Where(text => text.Text == text.English && !International.Contains(text.Text)).Select(text => text.Where));

    [Theory, MemberData(nameof(OtherScripts))]
    public void GivenALanguageOfAnotherScript_WhenRead_ThenItHasNoLatinWords(string language) =>
        Assert.Equal([], Translated.Of(language).SelectMany(text => Latin.Matches(Translated.Words(text.Text))
            .Select(match => match.Value.TrimEnd('.')).Where(word => !LatinEverywhere.Contains(word) && !Zones.Knows(word))
            .Select(word => $"{text.Where}: {word}")));

    [Theory, MemberData(nameof(OtherScripts))]
    public void GivenALanguageOfAnotherScript_WhenRead_ThenEveryTextIsInIt(string language) =>
        Assert.Equal([], Translated.Of(language).Where(text => !International.Contains(text.English) && !LatinEverywhere.Contains(text.Text) && !Script(language).IsMatch(text.Text)).Select(text => text.Where));

    [Theory, MemberData(nameof(Languages))]
    public void GivenAMail_WhenTranslated_ThenItNamesTheSameValuesAndLinks(string language) => Assert.All(
        Translated.OfMails(language), mail => Assert.Equal((mail.Where, Values(mail.English), Links(mail.English)), (mail.Where, Values(mail.Text), Links(mail.Text))));

    [Theory, MemberData(nameof(Languages))]
    public void GivenButtonsAndChoices_WhenTranslated_ThenTheyFitOnAPhone(string language) => Assert.Equal([], Translated.OfPages(language)
        .Where(text => (Button.IsMatch(text.Where) && text.Text.Length > LongestButton) || (Choice.IsMatch(text.Where) && text.Text.Length > LongestChoice))
        .Select(text => $"{text.Where}: {text.Text.Length}"));

    [Theory, MemberData(nameof(Languages))]
    public void GivenTheProgrammesWords_WhenTranslated_ThenTextsKeepToTheGlossary(string language)
    {
        var glossary = Glossary(language);
        var texts = Translated.Of(language).Select(text => (English: Translated.Words(text.English), Text: Translated.Words(text.Text))).ToList();
        foreach (var (term, pattern) in Terms)
        {
            var word = glossary.First(entry => entry.Key.Split(" (")[0] == term).Value;
            var named = texts.Where(text => Regex.IsMatch(text.English, pattern, RegexOptions.IgnoreCase)).ToList();
            var kept = named.Count(text => text.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.True(kept >= named.Count * LeastShare, $"{language}: \"{word}\" for \"{term}\" is in {kept} of {named.Count} texts.");
        }
    }

    /// <summary>Terms of the glossaries, and how English texts name them.</summary>
    static readonly (string Term, string Pattern)[] Terms =
    [
        ("programme", "programme"), ("partner", @"\bpartner"), ("pair", @"\bpairs?\b"), ("liaison", @"\bliaison\b"), ("lead", @"\bleads\b"),
        ("committee", "committee"), ("application", "appli|apply"), ("waiting list", "waiting list"), ("place", @"\bplaces?\b"), ("survey", "survey"),
        ("certificate", "certificate"), ("pause", "pause"),
    ];

    static Dictionary<string, string> Glossary(string language)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(TextShelfTests.RepositoryRoot(), "functions", "Texts", "Glossary", $"{language}.json")));
        return file.RootElement.GetProperty("terms").EnumerateObject().ToDictionary(term => term.Name, term => term.Value.GetProperty("word").GetString()!);
    }

    /// <summary>Names inside the template's code, without its own words and the branches of plurals.</summary>
    static string Values(string mail) => string.Join(' ', Code.Matches(mail)
        .SelectMany(code => Name.Matches(Quoted.Replace(code.Value, ""))).Select(match => match.Value)
        .Except(["if", "else", "end", "for", "in", "count", "size"]).Distinct().Order(StringComparer.Ordinal));

    static string Links(string mail) => string.Join(' ', Link.Matches(mail).Select(match => match.Value).Order(StringComparer.Ordinal));

    static Regex Script(string language) => new(language switch
    {
        "ru" => @"\p{IsCyrillic}",
        "ar" => @"\p{IsArabic}",
        "ko" => @"\p{IsHangulSyllables}",
        "ja" => @"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]",
        _ => @"\p{IsCJKUnifiedIdeographs}",
    });

    [GeneratedRegex(@"[A-Za-z][A-Za-z@./_-]+")]
    private static partial Regex Latin { get; }

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Code { get; }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted { get; }

    [GeneratedRegex("[a-z_]+")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"\.submit$|change-submit$")]
    private static partial Regex Button { get; }

    [GeneratedRegex(@"(?<!own)\.(choice|rhythm|tool|sure|q\d+|careerStage|partner|internet|biweekly|commit|waited)\.[a-z0-9-]+$|(topic|library)\.[a-z-]+$")]
    private static partial Regex Choice { get; }
}
