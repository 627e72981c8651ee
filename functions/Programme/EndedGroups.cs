namespace Ilnp.Programme;

/// <summary>Groups that somebody was in before.</summary>
public static class EndedGroups
{
    /// <summary>The last one that ended with this person as a member, or null.</summary>
    public static Group? LastOf(string personId, IEnumerable<Group> groups) =>
        groups.Where(group => group.Status == GroupStatus.Dissolved && group.Members.Contains(personId)).MaxBy(group => group.EndedAt);
}
