using Ilnp.Texts;

namespace Ilnp.Programme;

/// <summary>People in a sentence or a list.</summary>
public static class People
{
    /// <summary>Names in a sentence, in the order given.</summary>
    public static string Names(IEnumerable<Person> people, string language) => Locale.Of(language).List([.. people.Select(person => person.Name)]);

    /// <summary>As the committee sees somebody in a mail: <c>name</c>, <c>email</c>, <c>country</c>.</summary>
    public static IReadOnlyDictionary<string, object?> Described(this Person person, string language) => new Dictionary<string, object?>
    {
        ["name"] = person.Name,
        ["email"] = person.Email,
        ["country"] = Words.Country(person.Country, language),
    };
}
