using System.Text.RegularExpressions;
using Ilnp.Web;
using Ilnp.Web.Forms;

namespace Ilnp.Tests.Web;

/// <summary>Every text that code names is there in every language, and none is there that nothing names.</summary>
public sealed partial class TextsTests
{
    static readonly string Root = RepositoryRoot();
    static readonly string Source = string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(Root, "functions"), "*.cs*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Contains("/obj/") && !file.Contains("/bin/"))
        .Select(File.ReadAllText));

    static readonly Texts Texts = Texts.Load(Path.Combine(Root, "functions", "Web", "Texts"));

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void GivenALanguage_WhenItsFileIsRead_ThenItHasExactlyTheTextsThatAreUsed(string language)
    {
        var keys = Keys(language);
        Assert.Equal([], RequiredByForms().Concat(FactsNamed(language)).Except(keys).Order());
        Assert.Equal([], keys.Where(key => !IsUsed(key)).Order());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void GivenALanguage_WhenComparedWithTheFirst_ThenItHasTheSameKeysAndFacts(string language)
    {
        Assert.Equal(Keys(Texts.First).Order(), Keys(language).Order());
        foreach (var key in Keys(language)) Assert.Equal(Facts(Texts.In(Texts.First)[key]), Facts(Texts.In(language)[key]));
    }

    static IEnumerable<string> RequiredByForms() => FormCatalogue.Programme.All.SelectMany(form => form.Questions
        .SelectMany(question => QuestionKeys(form.Name, question))
        .Concat([$"{form.Name}.title", $"{form.Name}.intro", $"{form.Name}.after"]));

    static IEnumerable<string> QuestionKeys(string form, Question question)
    {
        IEnumerable<string> below = question switch
        {
            ChoiceQuestion choice => choice.Options,
            RankedQuestion { Options: { } options } => options,
            ScaleQuestion => ["low", "high"],
            _ => [],
        };
        return below.Select(option => $"{form}.{question.Key}.{QuestionView.OptionName(option)}").Prepend($"{form}.{question.Key}");
    }

    static bool IsUsed(string key) =>
        key.StartsWith("fact.", StringComparison.Ordinal)
            ? Texts.Languages.Any(language => FactsNamed(language).Contains(key))
            : Source.Contains($"\"{key}\"", StringComparison.Ordinal)
              || RequiredByForms().Contains(key)
              || (key.EndsWith(".hint", StringComparison.Ordinal) && RequiredByForms().Contains(key[..^".hint".Length]));

    static IEnumerable<string> FactsNamed(string language) =>
        Keys(language).SelectMany(key => Facts(Texts.In(language)[key])).Select(fact => $"fact.{fact}").Distinct();

    static IReadOnlyCollection<string> Keys(string language) =>
        System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(Root, "functions", "Web", "Texts", $"{language}.json")))!.Keys;

    static IReadOnlyCollection<string> Facts(string text) => [.. Fact.Matches(text).Select(match => match.Groups[1].Value).Distinct().Order()];

    static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IlnpFunctions.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Fact { get; }
}
