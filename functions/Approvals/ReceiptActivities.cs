using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Approvals;

/// <summary>The side effect of an answer that has settled.</summary>
public sealed class ReceiptActivities(DecisionStore store, DecisionMails mails)
{
    /// <summary>
    /// The receipt of the answer as it is recorded; none for one that was changed since, whose change is told by its own. The
    /// ledger keeps it single.
    /// </summary>
    /// <exception cref="Orchestration.TransientFailure">Not sent for now.</exception>
    [Function(nameof(SendReceipt))]
    public async Task SendReceipt([ActivityTrigger] DueReceipt due)
    {
        if (await store.FindAsync(due.CohortId, due.DecisionId) is { } decision && decision.Version == due.Version)
            await mails.SendReceiptAsync(decision, CancellationToken.None);
    }
}
