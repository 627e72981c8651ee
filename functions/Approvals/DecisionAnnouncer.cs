using Ilnp.Orchestration;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ilnp.Approvals;

/// <summary>
/// Tells of a recorded answer. Done at least once for each version: the announcement's row is written with the answer and
/// deleted last, so that after a crash the next press or <see cref="AnnouncementSweep"/> tells again. The event may thus
/// come twice with the same content, and an <see cref="IDecisionEffect"/> run twice. Where several members must agree, the orchestration
/// hears of the answer that settles it, and of no other.
/// </summary>
public sealed class DecisionAnnouncer(
    DecisionStore store, Tallies tallies, Receipts receipts, IEnumerable<IDecisionEffect> effects, ILogger<DecisionAnnouncer> logger)
{
    readonly Dictionary<string, IDecisionEffect> byForm = effects.ToDictionary(effect => effect.Form);

    public async Task AnnounceAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        var isUndecided = await tallies.FindAsync(decision, cancellation) is { } tally && tally.DecidedBy != decision.DecisionId;
        if (!isUndecided && decision.Request is { InstanceId: { } instanceId, EventName: { } eventName })
            await RaiseAsync(decision, instanceId, eventName, client, cancellation);
        if (byForm.TryGetValue(decision.Request.Form, out var effect)) await effect.ApplyAsync(decision, client, cancellation);
        if (decision.Request.Receipt && !await BeginReceiptAsync(decision, client, cancellation)) return;
        await store.AnnouncedAsync(decision.CohortId, new(decision.DecisionId, decision.Version), cancellation);
    }

    /// <summary>False when it cannot be done for now: the answer stands, and the sweep sees to the receipt later.</summary>
    async Task<bool> BeginReceiptAsync(Decision decision, DurableTaskClient client, CancellationToken cancellation)
    {
        try
        {
            await receipts.BeginAsync(decision, client, cancellation);
            return true;
        }
        catch (TransientFailure e)
        {
            logger.LogWarning(e, "The receipt of decision {Decision} could not be begun; it is tried again.", decision.DecisionId);
            return false;
        }
    }

    async Task RaiseAsync(Decision decision, string instanceId, string eventName, DurableTaskClient client, CancellationToken cancellation)
    {
        var recorded = new DecisionRecorded(
            decision.DecisionId, decision.SubjectId, decision.Choice ?? DecisionRecorded.Answered, decision.Version);
        if (await client.FindAsync(instanceId, cancellation: cancellation) is { IsCompleted: false }
            && await client.TryRaiseAsync(instanceId, eventName, recorded, cancellation)) return;
        logger.LogInformation("Decision {Decision} is recorded; {Instance} no longer waits for it.", decision.DecisionId, instanceId);
    }
}
