using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>Reads what a cohort's figures count.</summary>
public sealed class OverviewFacts(PeopleStore people, GroupStore groups, DecisionStore decisions)
{
    internal async Task<CohortFacts> ReadAsync(string cohortId, CancellationToken cancellation)
    {
        var (everybody, formed, decided) = (
            people.ListAsync(cohortId, cancellation), groups.ListAsync(cohortId, cancellation),
            decisions.ListAsync(cohortId, cancellation: cancellation));
        return new(await everybody, await decided, await formed);
    }
}
