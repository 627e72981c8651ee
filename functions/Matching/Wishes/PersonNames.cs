using System.Globalization;
using Ilnp.Programme;

namespace Ilnp.Matching.Wishes;

/// <summary>
/// People as the committee names them, each by words of their own: the name, with the country where several have it, with the
/// application's row where that is not enough. Read again whatever the case and accents.
/// </summary>
public sealed class PersonNames
{
    const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;

    static readonly StringComparer SameWords = StringComparer.Create(CultureInfo.InvariantCulture, Loosely);

    static readonly Func<Person, string>[] Ways =
    [
        person => person.Name.Trim(),
        person => $"{person.Name.Trim()} ({Words.Country(person.Country, "en")})",
        person =>
            $"{person.Name.Trim()} ({Words.Country(person.Country, "en")}, "
                + $"{(person.ApplicationRow is { } row ? $"row {row}" : person.PersonId)})",
    ];

    readonly Dictionary<string, string> ids = new(SameWords);
    readonly Dictionary<string, string> names = [];

    public PersonNames(IEnumerable<Person> people)
    {
        var left = people.ToList();
        foreach (var way in Ways)
        {
            var alike = left.GroupBy(way, SameWords).ToList();
            foreach (var alone in alike.Where(same => same.Count() == 1))
                (ids[alone.Key], names[alone.First().PersonId]) = (alone.First().PersonId, alone.Key);
            left = [.. alike.Where(same => same.Count() > 1).SelectMany(same => same)];
        }
    }

    /// <summary>The words for somebody; the id of a person who is not there any more.</summary>
    public string Of(string personId) => names.GetValueOrDefault(personId, personId);

    /// <summary>Who is meant; null for nobody, and where several would be.</summary>
    public string? Find(string words) => ids.GetValueOrDefault(words.Trim());
}
