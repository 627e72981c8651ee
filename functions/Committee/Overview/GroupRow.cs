using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>A group as the committee reads it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Members">Name and country of each; the id of a person erased since.</param>
/// <param name="Liaison">Name of whoever looks after it, null when nobody does yet.</param>
public sealed record GroupRow(Group Group, IReadOnlyList<(string Name, string Country)> Members, string? Liaison)
{
    public string StatusKey => $"group.{Group.Status.ToString().ToLowerInvariant()}";

    /// <summary>Rows in the order of forming.</summary>
    public static IReadOnlyList<GroupRow> Of(CommitteeReader reader, IEnumerable<Group> groups, IEnumerable<Person> people)
    {
        var byId = people.ToDictionary(person => person.PersonId);
        var committee = reader.Cohort.Committee.ToDictionary(member => member.Id, member => member.Name);
        return
        [
            .. groups.OrderBy(group => group.GroupId, StringComparer.Ordinal).Select(group => new GroupRow(
                group,
                [.. group.Members.Select(id => byId.TryGetValue(id, out var person) ? (person.Name, Words.Country(person.Country, reader.Texts.Language)) : (id, ""))],
                group.LiaisonId is { } liaison ? committee.GetValueOrDefault(liaison, liaison) : null)),
        ];
    }
}
