using Ilnp.Texts;

namespace Ilnp.Programme;

/// <summary>People in a sentence or a list.</summary>
public static class People
{
    /// <summary>Names in a sentence, in the order given.</summary>
    public static string Names(IEnumerable<Person> people, string language) =>
        Locale.Of(language).Names(people.Select(person => person.Name));

    /// <summary>
    /// The language of a mail to all of these: the one that each gets mail in; or the first of the cohort's that all of them know, by
    /// what they said; or the cohort's first.
    /// </summary>
    public static string SharedLanguage(this CohortSettings settings, IReadOnlyList<Person> people)
    {
        if (people.Select(person => person.MailLanguage).Distinct().ToList() is [var one]) return one;
        var known = people.Select(person => person.Languages.Prepend(person.MailLanguage).Where(settings.Languages.Contains).ToList())
            .ToList();
        return known.SelectMany(languages => languages.Take(1)).Concat(known.SelectMany(languages => languages))
            .FirstOrDefault(language => known.TrueForAll(languages => languages.Contains(language))) ?? settings.Languages[0];
    }

    /// <summary>As the committee sees somebody in a mail: <c>name</c>, <c>email</c>, <c>country</c>.</summary>
    public static IReadOnlyDictionary<string, object?> Described(this Person person, string language) => new Dictionary<string, object?>
    {
        ["name"] = person.Name,
        ["email"] = person.Email,
        ["country"] = Words.Country(person.Country, language),
    };
}
