using Ilnp.Forms;
using Ilnp.Programme;
using Ilnp.Storage;
using Microsoft.DurableTask.Client;

namespace Ilnp.Approvals;

/// <summary>Records an answer once, with its audit row, and tells of it.</summary>
public sealed class DecisionRecorder(
    DecisionStore store, Tallies tallies, DecisionAnnouncer announcer, FormCatalogue forms, CohortStore cohorts, TimeProvider time)
{
    /// <summary>
    /// The same answer again changes nothing, except that an announcement which a crash prevented is made now. Nothing is
    /// recorded after closing. Of two different answers at the same time both are recorded, one after the other; where several members
    /// are asked the same, only until it is decided.
    /// </summary>
    public async Task RecordAsync(
        Stored<Decision> read, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, string? choice, DurableTaskClient client,
        CancellationToken cancellation)
    {
        for (var latest =
            read; latest is not null; latest = await store.ReadAsync(read.Value.CohortId, read.Value.DecisionId, cancellation))
        {
            var now = time.GetUtcNow();
            if (!DecisionRules.IsOpen(latest.Value, now)) return;
            var counting = await tallies.ReadAsync(latest.Value, cancellation);
            if (DecisionRules.Record(latest.Value, answers, choice, now) is not { } decision)
            {
                if (await store.IsUnannouncedAsync(latest.Value, cancellation))
                    await announcer.AnnounceAsync(latest.Value, client, cancellation);
                return;
            }

            if (counting?.Now.DecidedBy is not null) return;
            var audit = new DecisionAudit(decision.DecisionId, decision.Version, now, decision.Link.Version, latest.Value.Answers, answers);
            if (!await store.TryRecordAsync(
                latest, decision, audit, await ListedAsync(decision, audit, cancellation), counting, cancellation))
                continue;
            await announcer.AnnounceAsync(decision, client, cancellation);
            return;
        }
    }

    async Task<RecordedAnswer> ListedAsync(Decision decision, DecisionAudit audit, CancellationToken cancellation)
    {
        var isOfMember = (await cohorts.FindAsync(decision.CohortId, cancellation))?.Member(decision.SubjectId) is not null;
        return RecordedAnswer.Of(decision, audit, forms.Get(decision.Request.Form), isOfMember);
    }
}
