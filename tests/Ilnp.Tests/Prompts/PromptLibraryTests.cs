using Ilnp.Intake.Vocabulary;
using Ilnp.Mail.Rendering;
using Ilnp.Prompts.Library;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Mail.Samples;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Prompts;

/// <summary>The library is whole: every topic has something, and every prompt is short in every language.</summary>
public sealed class PromptLibraryTests
{
    const int LongestTitle = 40, LongestSubject = 78;

    static readonly PromptTexts Texts = new();
    static readonly MailRenderer Renderer = new(MailParts.Templates);
    static readonly string[] Interests = [.. VocabularyFile.Read("interests").Select(word => word.Code).Distinct()];

    public static TheoryData<string> Languages => [.. AppTexts.Shelf.Languages];

    [Fact]
    public void GivenTheLibrary_WhenCounted_ThenThereAreSixtyAndTwoForEachTopic()
    {
        Assert.True(PromptCatalogue.All.Count >= 60);
        Assert.Equal(PromptCatalogue.Topics.Order(), Interests.Concat(PromptCatalogue.General).Order());
        Assert.All(
            PromptCatalogue.Topics, topic => Assert.True(PromptCatalogue.All.Count(prompt => prompt.Topics.Contains(topic)) >= 2, topic));
        Assert.All(PromptCatalogue.All, prompt => Assert.InRange(prompt.Topics.Count, 1, 3));
        Assert.All(PromptCatalogue.All, prompt => Assert.Matches("^[a-z-]+$", prompt.Id));
    }

    [Theory]
    [InlineData(Stage.Beginning)]
    [InlineData(Stage.Middle)]
    [InlineData(Stage.End)]
    public void GivenAStage_WhenLookedFor_ThenSeveralAreForItAlone(Stage stage) =>
        Assert.True(PromptCatalogue.All.Count(prompt => prompt.Stage == stage && !prompt.NeedsThree) >= 4);

    [Theory, MemberData(nameof(Languages))]
    public void GivenALanguage_WhenRead_ThenEveryPromptIsThereOnceAndShort(string language)
    {
        var texts = PromptCatalogue.All.Select(prompt => Texts.Find(prompt.Id, language)!).ToList();
        Assert.Equal(texts.Count, texts.Select(text => text.Title).Distinct().Count());
        Assert.Equal(texts.Count, texts.Select(text => text.Text).Distinct().Count());
        var longest = language is "zh" or "ja" or "ko" ? 90 : 180;
        Assert.All(texts, text =>
        {
            Assert.InRange(text.Title.Length, 2, LongestTitle);
            Assert.True(char.IsLetterOrDigit(text.Title[^1]), text.Title);
            Assert.InRange(text.Text.Length, 15, longest);
            Assert.Contains(text.Text[^1], ".?。？؟");
            Assert.InRange(text.Text.Count(letter => letter is '.' or '?' or '。' or '？' or '؟'), 1, 5);
        });
    }

    [Theory, MemberData(nameof(Languages))]
    public void GivenAnyPromptFirst_WhenMailed_ThenTheSubjectFitsOneLine(string language)
    {
        foreach (var prompt in PromptCatalogue.All)
        {
            var model = new Dictionary<string, object?>(PromptsMails.Prompt) { ["topic"] = Texts.Find(prompt.Id, language)!.Title };
            var mail = Renderer.Render(SampleMail.Of("prompt", language: language) with { Model = model }, SampleMail.Cohort());
            Assert.True(mail.Subject.Length < LongestSubject, mail.Subject);
        }
    }

    [Fact]
    public void GivenATranslationWithMistakes_WhenChecked_ThenEachIsNamed()
    {
        List<CataloguedPrompt> catalogue = [new("a", ["world"], null, false), new("b", ["world"], null, false)];
        Dictionary<string, PromptText> texts = new() { ["a"] = new("Titre", " "), ["c"] = new("Titre", "Texte.") };
        Assert.Equal(
            [
                "Prompts/Library/fr.json: \"a\" is empty.",
                "Prompts/Library/fr.json: \"b\" is missing.",
                "Prompts/Library/fr.json: \"c\" is not in library.txt.",
            ],
            PromptTexts.Problems("fr", texts, catalogue));
    }
}
