using Ilnp.Committee.Lists;
using Ilnp.Committee.People.Actions;
using Ilnp.Programme;

namespace Ilnp.Committee.People;

/// <summary>The page of people.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Filter">Whom the reader looks for.</param>
/// <param name="People">Those found, a page of them.</param>
/// <param name="Total">Everybody.</param>
/// <param name="Countries">Of everybody, by name.</param>
/// <param name="Languages">Of everybody, by name.</param>
/// <param name="Actions">What the reader can do about many at once.</param>
/// <param name="Choosable">How many the filter finds that can be acted on.</param>
public sealed record PeopleModel(
    CommitteeReader Reader, PeopleFilter Filter, ListPage<Person> People, int Total,
    IReadOnlyList<(string Code, string Name)> Countries,
    IReadOnlyList<(string Code, string Name)> Languages, IReadOnlyList<PersonAction> Actions, int Choosable)
{
    public static PeopleModel Of(CommitteeReader reader, FoundPeople found, IReadOnlyList<PersonAction> actions, string page)
    {
        var (language, everybody) = (reader.Texts.Language, found.Everybody);
        return new(
            reader, found.Filter, ListPages.Of(found.People, page, 50), everybody.Count,
            Named(everybody.Select(person => person.Country), code => Words.Country(code, language)),
            Named(everybody.SelectMany(person => person.Languages), code => Words.Language(code, language)),
            actions, found.People.Count(person => !person.IsErased));
    }

    static IReadOnlyList<(string Code, string Name)> Named(IEnumerable<string> codes, Func<string, string> name) =>
        [.. codes.Distinct().Select(code => (code, name(code))).OrderBy(named => named.Item2, StringComparer.Ordinal)];
}
