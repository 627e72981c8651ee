using Ilnp.Matching.Proposing;
using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>Proposed groups as the cohort's.</summary>
static class GroupNumbers
{
    /// <summary>Groups numbered after those that there are.</summary>
    public static IEnumerable<Group> Give(
        CohortSettings settings, IEnumerable<ProposedGroup> proposed, int after, int round, DateTimeOffset now) =>
        proposed.Select((group, index) => new Group
        {
            CohortId = settings.Id,
            GroupId = $"G{after + index + 1:000}",
            Members = group.Members,
            Status = GroupStatus.Proposed,
            Reasons = group.Reasons,
            Score = group.Score,
            Round = round,
            FormedAt = now,
        });
}
