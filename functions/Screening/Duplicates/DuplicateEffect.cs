using Ilnp.Approvals;
using Microsoft.DurableTask.Client;

namespace Ilnp.Screening.Duplicates;

/// <summary>
/// Carries a decision on duplicates out also when the review waits for it no more: who is held back is told to the leads until they
/// approve the pairs, and until the inquiries go out they can still say who it is.
/// </summary>
sealed class DuplicateEffect(DuplicateReview duplicates) : IDecisionEffect
{
    public string Form => DuplicateForm.Form.Name;

    /// <inheritdoc/>
    public Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation) => duplicates.ResolveAsync(
        decision.CohortId, DuplicateForm.ProposalOf(decision.DecisionId), same: decision.Choice == DuplicateForm.Same, cancellation);
}
