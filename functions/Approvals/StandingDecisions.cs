using Ilnp.Programme;

namespace Ilnp.Approvals;

/// <summary>What can be answered still, of what a cohort was asked.</summary>
public sealed class StandingDecisions(CommitteeForms forms, DecisionChecks checks)
{
    /// <summary>What the committee was asked, without what is too late.</summary>
    public Task<IReadOnlyList<Decision>> OfCommitteeAsync(IEnumerable<Decision> asked, CancellationToken cancellation) =>
        checks.WithoutOverAsync(asked.Where(decision => forms.Has(decision.Request.Form)), cancellation);

    /// <summary>What waits at that moment, without what others of the committee have settled.</summary>
    /// <param name="asked">All of the cohort.</param>
    /// <param name="cohort">By whose settings they are decided.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<IReadOnlyList<Decision>> OpenAsync(
        IReadOnlyList<Decision> asked, CohortSettings cohort, DateTimeOffset now, CancellationToken cancellation) =>
        checks.WithoutOverAsync(forms.Unsettled(asked, cohort).Where(decision => now < decision.Request.ClosesAt), cancellation);
}
