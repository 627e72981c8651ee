using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Committee.People;

/// <summary>Whom the committee wants to see.</summary>
/// <param name="Query">What was asked, by the names below; empty for all.</param>
public sealed record PeopleFilter(IReadOnlyDictionary<string, string> Query)
{
    public const string Search = "q",
        Standing = "standing",
        Country = "country",
        Language = "language",
        Liaison = "liaison",
        Answer = "answer";

    /// <summary>Has a question that is open and not answered; was asked and never answered anything.</summary>
    public const string Waiting = "waiting", Never = "never";

    public static readonly IReadOnlyList<string> Answers = [Waiting, Never];

    public static PeopleFilter Of(Func<string, string> query) =>
        new(new[] { Search, Standing, Country, Language, Liaison, Answer }.ToDictionary(name => name, name => query(name).Trim()));

    /// <summary>The filter as the end of an address; empty for all.</summary>
    public string QueryString =>
        Microsoft.AspNetCore.Http.QueryString.Create(
            Query.Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create<string, string?>(part.Key, part.Value))).Value
            ?? "";

    /// <summary>Of the list of those who fit.</summary>
    public string Address(string cohortId) => $"/cohorts/{cohortId}/people{QueryString}";

    /// <summary>Those who fit, by the date of their first application.</summary>
    /// <param name="people">Everybody.</param>
    /// <param name="groups">All groups, for the liaisons.</param>
    /// <param name="decisions">All questions, of those who wait the ones without an answer; only looked
    /// at when the filter is by answers.</param>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<Person> Apply(
        IEnumerable<Person> people, IEnumerable<Group> groups, IEnumerable<Decision> decisions, DateTimeOffset now)
    {
        var liaisons = groups.ToDictionary(group => group.GroupId, group => group.LiaisonId);
        var asked = decisions.ToLookup(decision => decision.SubjectId);
        return
        [
            .. people.Where(person => PersonSearch.Finds(person, Query[Search])
                && Is(Standing, person.Standing.ToString().ToLowerInvariant())
                && Is(Country, person.Country)
                && (Query[Language].Length == 0 || person.Languages.Contains(Query[Language]))
                && (Query[Liaison].Length == 0 || (person.GroupId is { } group && liaisons.GetValueOrDefault(group) == Query[Liaison]))
                && Answered(asked[person.PersonId], now))
                .OrderBy(person => person.FirstAppliedAt).ThenBy(person => person.PersonId, StringComparer.Ordinal),
        ];
    }

    bool Is(string field, string value) => Query[field].Length == 0 || Query[field] == value;

    bool Answered(IEnumerable<Decision> asked, DateTimeOffset now) => Query[Answer] switch
    {
        Waiting => asked.Any(decision => decision.Version == 0 && now < decision.Request.ClosesAt),
        Never => asked.Any() && asked.All(decision => decision.Version == 0),
        _ => true,
    };
}
