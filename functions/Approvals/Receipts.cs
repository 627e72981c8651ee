using Ilnp.Forms;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Ilnp.Approvals;

/// <summary>
/// When somebody hears by mail what is recorded: once, when the answer has settled. Somebody who changes it fifty times gets one
/// receipt, with the last; the page says each time at once what is recorded.
/// </summary>
public sealed class Receipts(DecisionMails mails, FormCatalogue forms, IOptions<ApprovalsOptions> options)
{
    /// <summary>
    /// Asked again for the same version, nothing more happens. What cannot be changed is told at once: some of it takes the address
    /// away.
    /// </summary>
    /// <exception cref="TransientFailure">Not for now.</exception>
    public Task BeginAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        if (forms.Get(decision.Request.Form).Final) return mails.SendReceiptAsync(decision, cancellation);
        var settled = decision.AnsweredAt!.Value.UtcDateTime.AddMinutes(options.Value.ReceiptQuietMinutes);
        var due = new DueReceipt(decision.CohortId, decision.DecisionId, decision.Version, settled);
        return client.StartOnceAsync(nameof(ReceiptOrchestrator), due, InstanceIds.Receipt(due.CohortId, due.DecisionId, due.Version));
    }
}
