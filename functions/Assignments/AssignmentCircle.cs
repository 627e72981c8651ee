using Ilnp.Approvals;
using Ilnp.Assignments.Questions;
using Ilnp.Programme;

namespace Ilnp.Assignments;

/// <summary>A group with what it handed in.</summary>
/// <param name="Settings">Its cohort's.</param>
/// <param name="Group">As stored now.</param>
/// <param name="Members">In the group's order.</param>
/// <param name="Decisions">Answers to both forms.</param>
/// <param name="Joint">Null while nothing was handed in, and for people who are no group any more.</param>
public sealed record AssignmentCircle(
    CohortSettings Settings, Group Group, IReadOnlyList<Person> Members, IReadOnlyList<Decision> Decisions, JointWork? Joint)
{
    public Person? Member(string personId) => Members.FirstOrDefault(member => member.PersonId == personId && !member.IsErased);

    public IReadOnlyList<Person> Others(string personId) =>
        [.. Members.Where(member => member.PersonId != personId && !member.IsErased)];

    /// <summary>Whoever wrote the words that count, in a word for others of the group; empty for somebody who has left.</summary>
    public string AuthorName => Joint is { } joint ? Member(joint.Work.AuthorId)?.Name ?? "" : "";

    public DecisionRequest HandInBy(Person member) => HandIn.Question(Settings, Group, member, Others(member.PersonId));

    /// <summary>Whether the words that count may be shown.</summary>
    public DecisionRequest AskingToShow(Person member, HandedIn work) => MayShow.Question(Settings, work, member.PersonId);
}

/// <summary>Brings groups with what they handed in.</summary>
public sealed class AssignmentCircles(CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions)
{
    /// <summary>Null for a group that is not there any more.</summary>
    public async Task<AssignmentCircle?> FindAsync(string cohortId, string groupId, CancellationToken cancellation = default)
    {
        var settings = cohorts.GetAsync(cohortId, cancellation);
        return await groups.FindAsync(cohortId, groupId, cancellation) is { } group
            ? await OfAsync(await settings, group, cancellation)
            : null;
    }

    public async Task<AssignmentCircle> OfAsync(CohortSettings settings, Group group, CancellationToken cancellation = default)
    {
        var (works, shown) = (
            decisions.ListAsync(group.CohortId, HandIn.Prefix(group.GroupId), cancellation),
            decisions.ListAsync(group.CohortId, MayShow.Prefix(group.GroupId), cancellation));
        var found = await Task.WhenAll(
            group.Members.Concat(group.FormerMembers).Select(id => people.FindAsync(group.CohortId, id, cancellation)));
        var known = found.OfType<Person>().ToDictionary(person => person.PersonId);
        IReadOnlyList<Decision> answers = [.. await works, .. await shown];
        var members = group.Members.Select(known.GetValueOrDefault).OfType<Person>();
        return new(settings, group, [.. members], answers, AssignmentRules.Of(group, known, answers));
    }
}
