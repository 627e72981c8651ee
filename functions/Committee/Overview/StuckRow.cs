using Ilnp.Operations.Stuck;
using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>Mails that are stuck, as leads and technical members see them on the overview.</summary>
/// <param name="Thing">What is stuck.</param>
/// <param name="For">Whom the mails were for.</param>
public sealed record StuckRow(StuckThing Thing, IReadOnlyList<StuckRecipient> For)
{
    /// <summary>Nothing for others of the committee.</summary>
    public static IReadOnlyList<StuckRow> Of(CommitteeReader reader, IEnumerable<StuckThing> stuck, IEnumerable<Person> people)
    {
        if (!reader.Member.Is(CommitteeRole.Lead) && !reader.Member.Is(CommitteeRole.Technical)) return [];
        var persons = people.Where(person => !person.IsErased).ToDictionary(person => person.PersonId);
        var members = reader.Cohort.Committee.ToDictionary(member => member.Id);
        return [.. stuck.Select(thing => new StuckRow(thing, [.. thing.Recipients.Select(For)]))];

        StuckRecipient For(string id) => persons.TryGetValue(id, out var person)
            ? new(person.Name, $"/cohorts/{reader.Cohort.Id}/people/{id}")
            : new(members.TryGetValue(id, out var member) ? member.Name : id, null);
    }
}

/// <summary>Whom a mail was for.</summary>
/// <param name="Path">Of the person's page; null for the committee and for a group's mail.</param>
public sealed record StuckRecipient(string Name, string? Path);
