namespace Ilnp.Matching;

/// <summary>What a proposal changes in the one before; groups by their members' ids.</summary>
public sealed record ProposalChanges(
    IReadOnlyList<IReadOnlyList<string>> Same, IReadOnlyList<IReadOnlyList<string>> New, IReadOnlyList<IReadOnlyList<string>> Gone)
{
    public static ProposalChanges Between(ProposalSummary before, ProposalSummary now)
    {
        var (was, @is) = (Keys(before), Keys(now));
        return new(
            [.. now.Groups.Where(group => was.Contains(Key(group)))],
            [.. now.Groups.Where(group => !was.Contains(Key(group)))],
            [.. before.Groups.Where(group => !@is.Contains(Key(group)))]);
    }

    /// <summary>The same for the same members in whatever order.</summary>
    public static string Key(IEnumerable<string> members) => string.Join('+', members.Order(StringComparer.Ordinal));

    static HashSet<string> Keys(ProposalSummary proposal) => [.. proposal.Groups.Select(Key)];
}
