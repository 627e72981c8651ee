using System.Globalization;
using Ilnp.Assignments;
using Ilnp.Programme;
using Ilnp.Prompts.Library;
using Ilnp.Prompts.Reading;
using Ilnp.Texts;

namespace Ilnp.Prompts;

/// <summary>A month's prompts, reading and dates in the reader's language, as the mail names them.</summary>
/// <param name="prompts">The library and the committees' words.</param>
/// <param name="shelf">Texts.</param>
/// <param name="assignments">What groups could do together; null where nothing is offered.</param>
public sealed class PromptWords(CohortPrompts prompts, TextShelf shelf, AssignmentOffers? assignments = null)
{
    public async Task<IReadOnlyDictionary<string, object?>> OfAsync(
        Circle circle, Group chosen, int month, CancellationToken cancellation = default)
    {
        var topics = await prompts.OfAsync(circle.Settings, chosen.Prompts[month], circle.Language, cancellation);
        var offer = assignments is null ? null
            : await assignments.FindAsync(circle.Settings, circle.Group, circle.Reader, circle.Partners, month, cancellation);
        return new Dictionary<string, object?>(Of(circle, chosen, month, topics))
        {
            ["assignment"] = offer?.Title,
            ["assignment_url"] = offer?.Page,
        };
    }

    /// <summary>With these topics, and no joint task.</summary>
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
            ["assignment"] = null,
            ["assignment_url"] = null,
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
