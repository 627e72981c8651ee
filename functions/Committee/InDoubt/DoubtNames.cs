using Ilnp.Mail.Doubt;
using Ilnp.Programme;

namespace Ilnp.Committee.InDoubt;

/// <summary>Whom mails are for, by the ids of people, groups, second pairs and members of the committee.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="People">All of the cohort.</param>
/// <param name="Groups">All of the cohort.</param>
/// <param name="Seconds">All second pairs of the cohort.</param>
sealed record DoubtNames(
    CommitteeReader Reader, IReadOnlyDictionary<string, Person> People, IReadOnlyDictionary<string, Group> Groups,
    IReadOnlyDictionary<string, SecondPair> Seconds)
{
    /// <summary>Whether it is known from what was read whom a mail is for.</summary>
    public bool Knows(string id) =>
        People.ContainsKey(id) || Groups.ContainsKey(id) || Seconds.ContainsKey(id)
        || Reader.Cohort.Committee.Any(member => member.Id == id);

    public IReadOnlyList<string> Of(string id) =>
        People.ContainsKey(id) || Groups.ContainsKey(id) || Seconds.ContainsKey(id)
            ? [.. Recipients(id).Select(person => person.Name)]
            : [Reader.Cohort.MemberName(id)];

    /// <summary>Of the page of a person, also of the first of a second pair, or of a group; null for the committee.</summary>
    public string? PathOf(string id) =>
        People.ContainsKey(id) ? $"/cohorts/{Reader.Cohort.Id}/people/{id}"
        : Groups.ContainsKey(id) ? $"/cohorts/{Reader.Cohort.Id}/groups/{id}"
        : Seconds.TryGetValue(id, out var pair) ? PathOf(pair.Members[0])
        : null;

    /// <summary>What is known now of whom a mail is for, and of what it asks.</summary>
    public DoubtFacts FactsOf(string id, DoubtAsked asked) => new(
        MailPlace.Of(id, People, Groups),
        Recipients(id).Select(person => person.Email).Concat(Reader.Cohort.Committee.Select(member => member.Email))
            .Select(address => address.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase),
        asked.Asked, asked.Expiries, asked.IsOver || Seconds.GetValueOrDefault(id) is { Status: not SecondPairStatus.Active });

    IEnumerable<Person> Recipients(string id) =>
        People.TryGetValue(id, out var person) ? [person]
        : (Groups.GetValueOrDefault(id)?.Members ?? Seconds.GetValueOrDefault(id)?.Members ?? [])
            .Select(People.GetValueOrDefault).OfType<Person>().OrderBy(member => member.PersonId, StringComparer.Ordinal);
}
