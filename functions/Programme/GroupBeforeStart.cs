namespace Ilnp.Programme;

/// <summary>A group that was formed and not introduced, when somebody of it is not there any more. Pure.</summary>
public static class GroupBeforeStart
{
    /// <summary>The group of those who are left; dissolved when it is one or none. A group that runs or has ended stays as it is.</summary>
    /// <param name="group">As stored.</param>
    /// <param name="gone">Ids of those who are gone.</param>
    /// <param name="at">UTC.</param>
    public static Group Without(Group group, IReadOnlySet<string> gone, DateTimeOffset at)
    {
        if (group.Status != GroupStatus.Proposed || !group.Members.Any(gone.Contains)) return group;
        List<string> left = [.. group.Members.Where(member => !gone.Contains(member))];
        return left.Count > 1
            ? group with { Members = left, FormerMembers = [.. group.FormerMembers.Union(group.Members.Where(gone.Contains))] }
            : group with { Status = GroupStatus.Dissolved, EndedAt = at };
    }
}
