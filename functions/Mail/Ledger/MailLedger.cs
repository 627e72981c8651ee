using System.Collections.Immutable;
using Azure.Data.Tables;
using Ilnp.Storage;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail.Ledger;

/// <summary>
/// Every mail once: table <c>Mails</c>, partition cohort, row <c>step|occurrence|person</c>, so that a step's mails are
/// one prefix query. A mail costs two requests, the insert that is also the claim, and the update that records the
/// provider's answer.
/// </summary>
public sealed class MailLedger(TableServiceClient service, TimeProvider time, IOptions<MailOptions> options)
{
    readonly RecordTable<LedgerEntry> mails = Table(service);

    internal static RecordTable<LedgerEntry> Table(TableServiceClient service) => new(service, "Mails") { IsDone = LedgerRules.IsCertain };

    public async Task<LedgerEntry?> FindAsync(MailKey key, CancellationToken cancellation = default) =>
        (await mails.FindAsync(key.CohortId, key.Row, cancellation))?.Value;

    /// <summary>A cohort's mails; of one step, or one occurrence of it, when given.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ListAsync(
        string cohortId, string? step = null, string? occurrence = null, CancellationToken cancellation = default)
    {
        var prefix = step is null ? "" : occurrence is null ? $"{step}|" : $"{step}|{occurrence}|";
        return [.. (await mails.ListAsync(cohortId, prefix, cancellation)).Select(stored => stored.Value)];
    }

    /// <summary>Mails that a person has to look after: sent or not, nobody knows. Claims older than the lease are among them.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ListUnknownAsync(string cohortId, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        return [.. (await mails.ListOpenAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)
            .Where(entry => LedgerRules.State(entry, process: "", now, options.Value.Lease) == EntryState.Doubtful)];
    }

    /// <summary>A person's word on an unknown mail: it arrived, or it is left as it is. False when it is not unknown any more.</summary>
    public async Task<bool> ResolveAsync(MailKey key, bool arrived, CancellationToken cancellation = default)
    {
        var found = await mails.FindAsync(key.CohortId, key.Row, cancellation);
        if (found is null || LedgerRules.State(found.Value, process: "", time.GetUtcNow(), options.Value.Lease) != EntryState.Doubtful)
            return false;
        return await mails.TryReplaceAsync(
            found,
            arrived
                ? found.Value with { Status = MailStatus.Sent, SentAt = found.Value.ClaimedAt, Reason = "person-said-sent" }
                : found.Value with { Status = MailStatus.Failed, Reason = "person-left-it" },
            cancellation);
    }

    /// <summary>Works a provider's events into a mail. False when the ledger has no such mail.</summary>
    public async Task<bool> ApplyAsync(MailKey key, IEnumerable<ProviderEvent> events, CancellationToken cancellation = default)
    {
        var ordered = events.OrderBy(happened => happened.At).ToImmutableArray();
        return await mails.UpdateAsync(
            key.CohortId, key.Row, entry => ordered.Aggregate(entry, LedgerRules.Apply), cancellation) is not null;
    }

    /// <summary>Nothing in the ledger leads to the person any more; that such a mail went out stays, on its day.</summary>
    public async Task UnlinkAsync(string cohortId, string personId, CancellationToken cancellation = default)
    {
        foreach (var read in (await mails.ListAsync(cohortId, cancellation: cancellation))
            .Where(read => read.Value.Key.PersonId == personId))
            for (var latest = read; latest is not null; latest = await mails.FindAsync(cohortId, read.Row, cancellation))
                if (LedgerRules.Unlinked(latest.Value, Guid.NewGuid().ToString("N")) is var unlinked
                    && await mails.MoveAsync(latest, unlinked.Key.Row, unlinked, cancellation)) break;
    }

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        mails.DeleteFirstAsync(cohortId, most, cancellation);

    /// <summary>Inserts the entry as a claim. Null when there is one of this key.</summary>
    internal Task<Stored<LedgerEntry>?> AddAsync(LedgerEntry entry, CancellationToken cancellation) =>
        mails.AddAsync(entry.Key.CohortId, entry.Key.Row, entry, cancellation);

    internal async Task<Stored<LedgerEntry>?> ReadAsync(MailKey key, CancellationToken cancellation) =>
        await mails.FindAsync(key.CohortId, key.Row, cancellation);

    /// <summary>Claims what was read. Null when someone was first.</summary>
    internal Task<Stored<LedgerEntry>?> ClaimAsync(Stored<LedgerEntry> read, LedgerEntry claim, CancellationToken cancellation) =>
        mails.ReplaceAsync(
            read,
            claim with { FirstAttemptAt = read.Value.FirstAttemptAt, Attempts = read.Value.Attempts + 1, Events = read.Value.Events },
            cancellation);

    /// <summary>
    /// Records how an attempt ended. When the provider's event was quicker, the record is merged into what the event wrote.
    /// Not cancelled with the request: what has happened must be written down.
    /// </summary>
    internal async Task RecordAsync(Stored<LedgerEntry> claim, Func<LedgerEntry, LedgerEntry> change)
    {
        if (await mails.TryReplaceAsync(claim, change(claim.Value))) return;
        await mails.UpdateAsync(claim.Partition, claim.Row, entry => entry.Status == MailStatus.Claimed ? change(entry) : entry);
    }
}
