using Ilnp.Approvals;
using Ilnp.Assignments.Questions;
using Ilnp.Programme;

namespace Ilnp.Assignments;

/// <summary>All that groups of a cohort handed in.</summary>
public static class AssignmentReading
{
    /// <summary>What was answered to both forms.</summary>
    public static async Task<IReadOnlyList<Decision>> AssignmentsAsync(
        this DecisionStore decisions, string cohortId, CancellationToken cancellation)
    {
        var (works, shown) = (
            decisions.ListAsync(cohortId, HandIn.All, cancellation), decisions.ListAsync(cohortId, MayShow.All, cancellation));
        return [.. (await works).Concat(await shown).Where(decision => decision.Version > 0)];
    }

    /// <summary>Of the groups that handed in, in their order. Pure.</summary>
    /// <param name="groups">All of the cohort.</param>
    /// <param name="people">All of the cohort.</param>
    /// <param name="answers">As <see cref="AssignmentsAsync"/> gives them.</param>
    public static IReadOnlyList<(Group Group, JointWork Joint)> Of(
        IReadOnlyList<Group> groups, IEnumerable<Person> people, IReadOnlyList<Decision> answers)
    {
        if (answers.Count == 0) return [];
        var (known, byGroup) = (people.ToDictionary(person => person.PersonId), answers.ToLookup(GroupOf));
        return
        [
            .. from asked in groups
            let joint = AssignmentRules.Of(asked, known, [.. byGroup[asked.GroupId]])
            where joint is not null
            select (asked, joint),
        ];
    }

    static string GroupOf(Decision decision) => HandIn.GroupOf(decision) ?? MayShow.GroupOf(decision);
}
