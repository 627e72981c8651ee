using Ilnp.Approvals;
using Ilnp.Programme;

namespace Ilnp.Operations.Stuck;

/// <summary>Questions that members of the committee leave open.</summary>
public sealed class StuckAnswers(DecisionStore decisions, DecisionChecks checks)
{
    /// <summary>Not those that another's answer has settled, or that are too late.</summary>
    public async Task<IEnumerable<StuckThing>> OfAsync(CohortSettings cohort, DateTimeOffset now, CancellationToken cancellation)
    {
        var late = (await decisions.ListAsync(cohort.Id, cancellation: cancellation))
            .Where(decision => StuckRules.MayBeLate(cohort, decision, now));
        return StuckRules.OfAnswers(cohort, await checks.WithoutOverAsync(late, cancellation), now);
    }
}
