using System.Globalization;
using Ilnp.Programme;
using Ilnp.Prompts.Library;
using Ilnp.Prompts.Reading;
using Ilnp.Texts;

namespace Ilnp.Prompts;

/// <summary>A month's prompts, reading and dates in the reader's language, as the mail names them.</summary>
public sealed class PromptWords(CohortPrompts prompts, TextShelf shelf)
{
    public async Task<IReadOnlyDictionary<string, object?>> OfAsync(
        Circle circle, Group chosen, int month, CancellationToken cancellation = default) => Of(
            circle, chosen, month,
            await prompts.OfAsync(circle.Settings, chosen.Prompts[month], circle.Language, cancellation));

    /// <summary>With these topics.</summary>
    internal IReadOnlyDictionary<string, object?> Of(Circle circle, Group chosen, int month, IReadOnlyList<PromptText> topics)
    {
        var (settings, language) = (circle.Settings, circle.Language);
        var talk = Conversation.Of(settings, chosen, circle.Members, [], month);
        var texts = shelf.In(language);
        return new Dictionary<string, object?>
        {
            ["month"] = month,
            ["months"] = settings.Dates.Months,
            ["first"] = talk.Stage == Stage.Beginning,
            ["last"] = talk.Stage == Stage.End,
            ["topic"] = topics.Count > 0 ? topics[0].Title : texts["own.prompts.title"],
            ["prompts"] = topics.Select(Described),
            ["reading"] = Reading(settings, chosen, talk, language).Select(article => Described(article, texts)),
            ["behind"] = texts.Locale.List(
                [.. ProgrammeSteps.Behind(settings, month, circle.Surveyed).Select(step => texts[step.TextKey])]),
            ["next"] = ProgrammeSteps.Next(settings, month).Select(step => Described(step, settings, texts)),
        };
    }

    static IReadOnlyList<Article> Reading(CohortSettings settings, Group chosen, Conversation talk, string language)
    {
        var turn = chosen.Prompts.Keys.Count(month => month <= talk.Month);
        return ReadingChoice.Choose(settings.Of<PromptSettings>().Articles, [language, settings.Languages[0]], talk, turn);
    }

    static Dictionary<string, object?> Described(PromptText prompt) => new() { ["title"] = prompt.Title, ["text"] = prompt.Text };

    static Dictionary<string, object?> Described(Article article, PageTexts texts)
    {
        var minutes = new Dictionary<string, string> { ["minutes"] = article.Minutes.ToString(CultureInfo.InvariantCulture) };
        return new()
        {
            ["title"] = article.Title,
            ["url"] = new Uri(article.Url),
            ["about"] = texts.Plain(article.Kind == ArticleKind.Video ? "prompts.video" : "prompts.article", minutes),
        };
    }

    static Dictionary<string, object?> Described(ProgrammeStep step, CohortSettings settings, PageTexts texts) => new()
    {
        ["what"] = texts[step.TextKey],
        ["date"] = DateText.Day(new DateTimeOffset(step.At, TimeSpan.Zero), settings, texts.Language),
    };
}
