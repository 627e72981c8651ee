using AngleSharp.Html.Parser;
using Ilnp.Local.Running;
using Ilnp.Texts;

namespace Ilnp.Tests.WholeCohort;

/// <summary>The pages as the crowd saw them, kept beside its mails, read for their language.</summary>
[Collection(WholeCohortRuns.Name)]
public sealed class PageLanguageTests(FinishedCohort cohort)
{
    readonly string pages = new RunFolder(cohort.Folder).Pages;

    [Fact]
    public void GivenEachLanguageOffered_WhenPagesAreLookedFor_ThenTheFormToApplyIsThereInIt() =>
        Assert.All(
            FinishedCohort.Settings.Languages, language => Assert.True(File.Exists(Path.Combine(pages, language, "apply.html")), language));

    [Theory]
    [InlineData("availability")]
    [InlineData("introduction")]
    [InlineData("pulse")]
    [InlineData("own-page")]
    [InlineData("mid-survey")]
    [InlineData("final-survey")]
    public void GivenAPageOfManyPeople_WhenItIsLookedFor_ThenItIsThereInSeveralLanguages(string kind) =>
        Assert.True(Directory.EnumerateFiles(pages, $"{kind}.html", SearchOption.AllDirectories).Count() > 2);

    [Fact]
    public void GivenAPageInAnotherLanguage_WhenRead_ThenNothingInItIsEnglish()
    {
        var left = new EnglishLeft(cohort);
        foreach (var (language, name, html) in Seen())
        {
            var page = new HtmlParser().ParseDocument(html);
            Assert.Equal(
                (language, Direction.Of(language)),
                (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
            foreach (var own in page.QuerySelectorAll("textarea, option, datalist, style")) own.Remove();
            var english = left.In($"{page.Title}\n{page.QuerySelector("main")!.TextContent}", language);
            Assert.True(english.Count == 0, $"{name} in {language}: {string.Join(", ", english)}");
        }
    }

    /// <summary>Before somebody has written something on them, in languages other than English.</summary>
    IEnumerable<(string Language, string Name, string Html)> Seen() =>
        from file in Directory.EnumerateFiles(pages, "*.html", SearchOption.AllDirectories)
        let language = Path.GetFileName(Path.GetDirectoryName(file)!)
        let name = Path.GetFileNameWithoutExtension(file)
        where language != TextShelf.First && !name.EndsWith("-answered", StringComparison.Ordinal)
        select (language, name, File.ReadAllText(file));
}
