using Ilnp.Programme;

namespace Ilnp.Care.Letters;

/// <summary>A running group as letters about it need it.</summary>
/// <param name="Settings">Its cohort's.</param>
/// <param name="Group">The group.</param>
/// <param name="Members">In the group's order.</param>
public sealed record Circle(CohortSettings Settings, Group Group, IReadOnlyList<Person> Members)
{
    /// <summary>Where the cohort is.</summary>
    public required DateOnly Today { get; init; }

    public CommitteeMember Liaison => Settings.Liaison(Group);

    /// <summary>The liaison, and whoever stands in today.</summary>
    public IReadOnlyList<CommitteeMember> LookingAfter => Settings.LookingAfter(Group, Today);

    /// <summary>Null when this person is no member any more.</summary>
    public Person? Member(string? personId) => Members.FirstOrDefault(member => member.PersonId == personId);

    public IReadOnlyList<Person> Others(Person reader) => [.. Members.Where(member => member != reader)];

    /// <summary>Names of the others, for a sentence to them.</summary>
    public string Partners(Person reader) => PartnersOf(reader, reader.MailLanguage);

    /// <summary>Names of somebody's partners, for a sentence in a language.</summary>
    public string PartnersOf(Person person, string language) => People.Names(Others(person), language);

    /// <summary>Who decides: for conduct the leads, without the group's liaison when there are others; else the liaison.</summary>
    public IReadOnlyList<CommitteeMember> Leads =>
        Settings.Leads.Where(lead => lead.Id != Liaison.Id).ToList() is { Count: > 0 } others ? others : [.. Settings.Leads];
}

/// <summary>Brings groups with their people.</summary>
public sealed class Circles(CohortStore cohorts, PeopleStore people, GroupStore groups, TimeProvider time)
{
    /// <summary>The group while it lasts, else null: nothing is written about a group that has ended meanwhile.</summary>
    public async Task<Circle?> FindAsync(string cohortId, string groupId)
    {
        if (await groups.GetAsync(cohortId, groupId) is not { Status: GroupStatus.Active } group) return null;
        var members = Task.WhenAll(group.Members.Select(member => people.GetAsync(cohortId, member)));
        var settings = await cohorts.GetAsync(cohortId);
        return new(settings, group, await members) { Today = settings.Today(time.GetUtcNow()) };
    }
}
