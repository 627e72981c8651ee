using Ilnp.Programme;

namespace Ilnp.Committee.People;

/// <summary>Whom people of a cohort meet: in groups, and beside them.</summary>
public sealed class PersonCircles(GroupStore groups, SecondPairStore seconds)
{
    /// <summary>All that there are and were, read at the same time.</summary>
    public async Task<(IReadOnlyList<Group> Groups, IReadOnlyList<SecondPair> Seconds)> ListAsync(
        string cohortId, CancellationToken cancellation)
    {
        var (formed, second) = (groups.ListAsync(cohortId, cancellation), seconds.ListAsync(cohortId, cancellation));
        return (await formed, await second);
    }
}
