namespace Ilnp.Texts;

/// <summary>The languages that participants can be written to in: the app starts only with all of their texts.</summary>
/// <param name="All">ISO 639-1, the first one first.</param>
public sealed record TextLanguages(IReadOnlyList<string> All)
{
    /// <summary>Pages and mails of the committee are in this one.</summary>
    public IReadOnlyList<string> OfCommittee { get; } = [TextShelf.First];
}

/// <summary>The files that dates, names, numbers and lists come from.</summary>
sealed class LocaleFiles : ITextFamily
{
    public IEnumerable<string> Languages => LocalDate.Languages;

    public IEnumerable<string> Problems(string language)
    {
        if (!LocalDate.Languages.Contains(language)) yield return $"Texts/dates.json has no dates in '{language}'.";
        if (!Locale.Knows(language)) yield return $"Texts/Cldr/{language}.json is missing: infra/vocabulary makes it.";
        if (!TextReviews.Languages.Contains(language))
            yield return $"Texts/reviewed.json does not say whether the texts in '{language}' were reviewed.";
    }
}
