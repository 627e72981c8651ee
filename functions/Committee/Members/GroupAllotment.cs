using Ilnp.Programme;

namespace Ilnp.Committee.Members;

/// <summary>Who looks after the groups of a liaison who goes. Pure.</summary>
static class GroupAllotment
{
    /// <summary>In forms: <c>group.G001</c>.</summary>
    public static string Field(string groupId) => $"group.{groupId}";

    /// <summary>Groups that run or are proposed, whose liaison is none any more; empty while the member stays one.</summary>
    public static IReadOnlyList<Group> Left(CohortSettings after, string memberId, IEnumerable<Group> groups) =>
        after.Liaisons.Any(liaison => liaison.Id == memberId)
            ? []
            : [.. groups.Where(group => group.LiaisonId == memberId && group.Status is GroupStatus.Proposed or GroupStatus.Active)];

    /// <summary>
    /// Each to whoever has the most room for their load at that moment, as groups are dealt out when they are formed: new ones, and those
    /// that were given to somebody before, count.
    /// </summary>
    /// <returns>Liaison by group; empty when there is no other liaison.</returns>
    public static IReadOnlyDictionary<string, string> Propose(CohortSettings after, string memberId, IReadOnlyList<Group> groups)
    {
        var (left, dealt, to) = (Left(after, memberId, groups), groups.ToList(), new Dictionary<string, string>());
        if (!after.Liaisons.Any()) return to;
        foreach (var group in left)
        {
            to[group.GroupId] = LiaisonRules.Next(after, dealt);
            dealt[dealt.IndexOf(group)] = group with { LiaisonId = to[group.GroupId] };
        }

        return to;
    }

    /// <summary>What was chosen, where somebody was who can; else what is proposed.</summary>
    public static IReadOnlyDictionary<string, string> Read(
        CohortSettings after, IReadOnlyDictionary<string, string> proposed, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        proposed.ToDictionary(
            group => group.Key,
            group =>
                posted.GetValueOrDefault(Field(group.Key)) is [var chosen] && after.Liaisons.Any(liaison => liaison.Id == chosen)
                    ? chosen
                    : group.Value);
}
