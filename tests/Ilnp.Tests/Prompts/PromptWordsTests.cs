using Ilnp.Mail.Rendering;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Prompts.Library;
using Ilnp.Prompts.Reading;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Mail.Samples;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Prompts;

/// <summary>A month's mail as it is read: prompts, reading, and where the reader is.</summary>
public sealed class PromptWordsTests
{
    static readonly PromptTexts Library = new();
    static readonly PromptWords Words = new(new(Library), AppTexts.Shelf);
    static readonly MailRenderer Renderer = new(MailParts.Templates);

    public static TheoryData<string> Languages => [.. AppTexts.Shelf.Languages];

    [Theory]
    [InlineData(1, "introduction", "prompt 2020-06-04, mid-survey 2020-07-01")]
    [InlineData(2, "introduction", "mid-survey 2020-07-01, prompt 2020-07-04")]
    [InlineData(3, "introduction mid-survey", "prompt 2020-08-04, final-survey 2020-08-28")]
    [InlineData(4, "introduction mid-survey", "final-survey 2020-08-28, certificates 2020-09-12")]
    public void GivenAMonth_WhenAsked_ThenItSaysWhatWasAndTheNextTwoDates(int month, string behind, string next)
    {
        var settings = Programme.Cohorts.Pilot;
        Assert.Equal(behind, string.Join(' ', ProgrammeSteps.Behind(settings, month, surveyed: true).Select(Name)));
        Assert.Equal("introduction", string.Join(' ', ProgrammeSteps.Behind(settings, month, surveyed: false).Select(Name)));
        Assert.Equal(next, string.Join(
            ", ",
            ProgrammeSteps.Next(settings, month).Select(step => $"{Name(step)} {settings.Today(new(step.At, TimeSpan.Zero)):yyyy-MM-dd}")));
        static string Name(ProgrammeStep step) => step.TextKey["prompts.step.".Length..];
    }

    [Fact]
    public void GivenMonthsBeforeTheSurvey_WhenAsked_ThenTheNextPromptIsToldOnce()
    {
        var settings = Programme.Cohorts.Pilot with
        {
            Dates = Programme.Cohorts.Pilot.Dates with { Months = 12, MidSurvey = new(2020, 11, 1) },
        };
        Assert.Equal(["prompts.step.prompt", "prompts.step.mid-survey"], ProgrammeSteps.Next(settings, 2).Select(step => step.TextKey));
    }

    [Theory, MemberData(nameof(Languages))]
    public void GivenAnyMonth_WhenMailed_ThenItHasItsPromptsReadingAndDatesInTheReadersLanguage(string language)
    {
        for (var month = 1; month <= 4; month++)
        {
            var mail = Mail(language, month);
            var chosen = Group.Prompts[month].Select(id => Library.Find(id, language)!).ToList();
            Assert.All(chosen, prompt => Assert.Contains(prompt.Text, mail.Text, StringComparison.Ordinal));
            Assert.Contains(chosen[0].Title, mail.Subject, StringComparison.Ordinal);
            Assert.All(ProgrammeSteps.Next(Settings, month), step => Assert.Contains(
                DateText.Day(new DateTimeOffset(step.At, TimeSpan.Zero), Settings, language), Plain(mail.Text), StringComparison.Ordinal));
            Assert.Equal(month == 1, mail.Html.Contains("href=\"https://reading.example.org/a\"", StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void GivenBeginningMiddleAndEnd_WhenMailed_ThenEachHasWordsOfItsOwn(string language) =>
        Assert.Equal(3, new[] { 1, 2, 4 }.Select(month => Mail(language, month).Html.Split("<h2")[0].Split("</p>")[^2]).Distinct().Count());

    [Fact]
    public void GivenAPromptThatALaterReleaseHasNoMore_WhenMailed_ThenTheOthersStay()
    {
        var old = Group with { Prompts = new Dictionary<int, IReadOnlyList<string>> { [1] = ["gone", "names"] } };
        Assert.Equal("Names and greetings", Words.Of(Circle("en"), old, 1, Topics(old, 1, "en"))["topic"]);
        var none = Group with { Prompts = new Dictionary<int, IReadOnlyList<string>> { [1] = ["gone"] } };
        Assert.Equal("Ideas for your conversations", Words.Of(Circle("en"), none, 1, Topics(none, 1, "en"))["topic"]);
    }

    static readonly CohortSettings Settings = SampleCohort.Settings("c").With(new PromptSettings
    {
        Articles = [new()
        {
            Url = "https://reading.example.org/a",
            Title = "Ten words",
            Language = "en",
            Minutes = 5,
            Kind = ArticleKind.Video,
            Topics = ["metadata"],
        }],
    });

    static readonly Group Group = new()
    {
        CohortId = "c",
        GroupId = "G001",
        Members = ["P1", "P2"],
        Status = GroupStatus.Active,
        Prompts = new Dictionary<int, IReadOnlyList<string>>
        {
            [1] = ["names", "same-book", "oldest-thing"],
            [2] = ["the-search-box", "what-is-kept", "failure"],
            [3] = ["subject-words", "first-to-scan", "news"],
            [4] = ["after-this", "taking-away", "one-book"],
        },
    };

    static IReadOnlyList<PromptText> Topics(Group group, int month, string language) => Library.Of(group.Prompts[month], language);

    static Circle Circle(string language)
    {
        var reader = SampleCohort.Person("c", "P1", "María José Núñez", "MX", Standing.Active) with { MailLanguage = language };
        return new(Settings, reader, Group, [SampleCohort.Person("c", "P2", "عبد الله محمد", "EG", Standing.Active)]);
    }

    static RenderedMail Mail(string language, int month)
    {
        var model = new Dictionary<string, object?>(PromptsMails.Prompt);
        foreach (var (name, value) in Words.Of(Circle(language), Group, month, Topics(Group, month, language))) model[name] = value;
        return Renderer.Render(SampleMail.Of("prompt", language: language) with { Model = model }, Settings);
    }

    /// <summary>Without the marks around what runs the other way.</summary>
    static string Plain(string text) =>
        text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
