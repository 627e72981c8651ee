using Ilnp.Committee.People;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Groups;

/// <summary>A group as the committee reads it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Members">Id, name and country of each; of a person erased since the id alone.</param>
/// <param name="Liaison">Name of whoever looks after it, null when nobody does yet.</param>
public sealed record GroupRow(Group Group, IReadOnlyList<GroupMember> Members, string? Liaison)
{
    /// <summary>Begins the id of a group that was approved and never formed.</summary>
    public const string NeverFormed = "-";

    public bool WasFormed => !Group.GroupId.StartsWith(NeverFormed, StringComparison.Ordinal);

    public string StatusKey => WasFormed ? $"group.{Group.Status.ToString().ToLowerInvariant()}" : "group.never-formed";

    /// <summary>The members in a sentence.</summary>
    public string Names(Locale locale) => locale.Names(Members.Select(member => member.Name));

    /// <summary>Whether the group's number, a member, a country or the liaison holds the words, whatever their case and accents.</summary>
    public bool Fits(string search) =>
        Members.SelectMany(member => new[] { member.Name, member.Country }).Append(Group.GroupId).Append(Liaison ?? "")
            .Any(text => PersonSearch.IsIn(text, search.Trim()));

    /// <summary>Rows in the order of forming.</summary>
    public static IReadOnlyList<GroupRow> Of(CommitteeReader reader, IEnumerable<Group> groups, IEnumerable<Person> people)
    {
        var byId = people.ToDictionary(person => person.PersonId);
        var committee = reader.Cohort.Committee.ToDictionary(member => member.Id, member => member.Name);
        return
        [
            .. groups.OrderBy(group => group.GroupId, StringComparer.Ordinal).Select(group => new GroupRow(
                group,
                [.. group.Members.Select(id =>
                    byId.TryGetValue(id, out var person) ? GroupMember.Of(person, reader.Texts.Language) : new(id, id, "", ""))],
                group.LiaisonId is { } liaison ? committee.GetValueOrDefault(liaison, liaison) : null)),
        ];
    }
}

/// <summary>A member of a group as the committee reads it.</summary>
/// <param name="PersonId">Leads to the person's page.</param>
/// <param name="Name">As the person writes it.</param>
/// <param name="Country">In the reader's language.</param>
/// <param name="CountryCode">ISO 3166-1.</param>
public sealed record GroupMember(string PersonId, string Name, string Country, string CountryCode)
{
    public static GroupMember Of(Person person, string language) =>
        new(person.PersonId, person.Name, Words.Country(person.Country, language), person.Country);
}

/// <summary>A part of a group's row as it is shown.</summary>
public sealed record GroupCell(CommitteeReader Reader, GroupRow Row);
