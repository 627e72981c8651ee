using Ilnp.Approvals;
using Microsoft.DurableTask.Client;

namespace Ilnp.Certificates;

/// <summary>
/// A certificate wished for after the end comes at once; a name that is changed makes the file anew, and is not mailed again.
/// </summary>
sealed class WishEffect(CertificateIssuer issuer) : IDecisionEffect
{
    public string Form => WishForm.Form.Name;

    public Task ApplyAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation) =>
        issuer.IssueAsync(decision.CohortId, decision.SubjectId, cancellation);
}
