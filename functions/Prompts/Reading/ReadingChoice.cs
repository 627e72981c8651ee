namespace Ilnp.Prompts.Reading;

/// <summary>Which of the committee's articles a member of a group gets in a month. Pure.</summary>
public static class ReadingChoice
{
    const int PerMonth = 2;

    /// <summary>
    /// Those in the reader's language that fit what the group cares about, or are for everybody, else those in the cohort's first one. The
    /// closest come first; each month goes on where the one before ended, so that none comes twice.
    /// </summary>
    /// <param name="articles">The committee's.</param>
    /// <param name="languages">The reader's and the cohort's first.</param>
    /// <param name="talk">The group.</param>
    /// <param name="month">The how many-th of this group, from 1.</param>
    public static IReadOnlyList<Article> Choose(
        IReadOnlyList<Article> articles, IReadOnlyList<string> languages, Conversation talk, int month)
    {
        var fitting = articles.Where(article => article.IsSafe && talk.To(article.Topics) != Closeness.None)
            .ToLookup(article => article.Language);
        var language = languages.FirstOrDefault(language => fitting[language].Any());
        return language is null ? []
            : [.. fitting[language].OrderBy(article => talk.To(article.Topics)).Skip((month - 1) * PerMonth).Take(PerMonth)];
    }
}
