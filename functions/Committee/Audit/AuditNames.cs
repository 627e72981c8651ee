using Ilnp.Committee.SignIn;
using Ilnp.Programme;

namespace Ilnp.Committee.Audit;

/// <summary>Who ids stand for, as the reader knows them.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="People">By id.</param>
/// <param name="Groups">By id.</param>
public sealed record AuditNames(
    CommitteeReader Reader, IReadOnlyDictionary<string, Person> People, IReadOnlyDictionary<string, Group> Groups)
{
    public bool IsGroup(string id) => Groups.ContainsKey(id);

    /// <summary>Whether it is a person's id or a group's.</summary>
    public bool Knows(string id) => IsGroup(id) || People.ContainsKey(id);

    /// <summary>A person's name, a group's number and its members', a member's of the committee; who was erased has none.</summary>
    public string Of(string id) =>
        People.TryGetValue(id, out var person) ? NameOf(person)
        : Groups.TryGetValue(id, out var group)
            ? $"{id}: {Reader.Texts.Locale.Names(group.Members.Select(People.GetValueOrDefault).OfType<Person>().Select(NameOf))}"
        : id.StartsWith(CommitteeSessions.DraftMark) ? Reader.Texts["audit.first-link"]
        : Reader.Cohort.MemberName(id);

    /// <summary>The page of a person or a group; null where there is none.</summary>
    public string? PathOf(string id) =>
        People.TryGetValue(id, out var person) ? person.IsErased ? null : $"/cohorts/{Reader.Cohort.Id}/people/{id}"
        : Groups.TryGetValue(id, out var group) && group.Status != GroupStatus.Proposed ? $"/cohorts/{Reader.Cohort.Id}/groups/{id}"
        : null;

    string NameOf(Person person) => person.IsErased ? Reader.Texts["audit.erased"] : person.Name;
}
