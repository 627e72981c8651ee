using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Prompts.Reading;

/// <summary>What the committee adds to the prompts.</summary>
public sealed record PromptSettings : IStepSettings
{
    /// <summary>Two lines on a phone.</summary>
    const int TitleLength = 80;

    public static string Section => "prompts";

    /// <summary>To read or watch: groups get those whose topics fit them.</summary>
    public IReadOnlyList<Article> Articles { get; init; } = [];

    /// <summary>What is wrong with these settings, in plain words. Languages and topics are checked with the whole cohort.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (article, number) in Articles.Select((article, index) => (article, index + 1)))
        {
            if (!article.IsSafe) yield return $"articles[{number}].url: \"{article.Url}\" is not an address that begins with https://.";
            if (string.IsNullOrWhiteSpace(article.Title) || article.Title.Length > TitleLength || article.Title.Any(char.IsControl))
                yield return $"articles[{number}].title: \"{article.Title}\" may have 1 to {TitleLength} letters, on one line.";
            if (!Locale.Knows(article.Language))
                yield return $"articles[{number}].language: \"{article.Language}\" is not a language of the programme; an example is en.";
            if (article.Minutes is < 1 or > 600) yield return $"articles[{number}].minutes: {article.Minutes} is not between 1 and 600.";
            if (article.Topics.Count == 0)
                yield return $"articles[{number}].topics: name at least one, or nobody gets it; an example is metadata.";
        }

        foreach (var twice in Articles.CountBy(article => article.Url).Where(count => count.Value > 1))
            yield return $"articles: \"{twice.Key}\" is there {twice.Value} times.";
    }
}
