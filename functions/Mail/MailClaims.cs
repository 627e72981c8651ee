using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Senders;
using Ilnp.Orchestration;
using Ilnp.Storage;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail;

/// <summary>Who may send a mail: takes the ledger's row for one attempt, or says how the mail stands.</summary>
public sealed class MailClaims(MailLedger ledger, KeptMails kept, IMailSender sender, IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>This process, new at each start.</summary>
    readonly string process = Guid.NewGuid().ToString("N");

    /// <summary>The claim, or null and the outcome when there is nothing to send.</summary>
    /// <exception cref="TransientFailure">Another process is sending it, as far as can be told.</exception>
    public async Task<(Stored<LedgerEntry>? Claim, MailOutcome Outcome)> ClaimAsync(
        MailMessage message, OutgoingMail mail, CancellationToken cancellation)
    {
        var entry = Entry(message, mail.Date, MailStatus.Claimed);
        while (true)
        {
            if (await ledger.AddAsync(entry, cancellation) is { } added) return (added, default);
            if (await ledger.ReadAsync(message.Key, cancellation) is not { } found) continue;
            var state = LedgerRules.State(found.Value, process, time.GetUtcNow(), options.Value.Lease);
            if (state == EntryState.Settled) return (null, LedgerRules.Outcome(found.Value));
            if (state != EntryState.Free)
            {
                var wasSent = await WasSentAsync(mail, found.Value, cancellation);
                if (wasSent is null && state == EntryState.Held)
                    throw new TransientFailure($"Mail {found.Row} is being sent by another process.");
                if (wasSent != false) return (null, await ResolveAsync(mail, found, wasSent is true));
            }

            // Free, or certainly not sent. Who loses the race looks again.
            if (await ledger.ClaimAsync(found, entry, cancellation) is { } taken) return (taken, default);
        }
    }

    /// <summary>
    /// The claim of a mail in doubt, when a person has it sent again; null when it is in doubt no more, or not since that attempt: of those
    /// who press at once, one has it.
    /// </summary>
    /// <param name="mail">As it was written.</param>
    /// <param name="attempts">How many there had been when the person looked.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ClaimedAgain?> ClaimAgainAsync(OutgoingMail mail, int attempts, CancellationToken cancellation)
    {
        if (await ledger.ReadAsync(mail.Key, cancellation) is not { } found || found.Value.Attempts != attempts) return null;
        if (LedgerRules.State(found.Value, process: "", time.GetUtcNow(), options.Value.Lease) != EntryState.Doubtful) return null;
        if (await WasSentAsync(mail, found.Value, cancellation) is true)
        {
            await ResolveAsync(mail, found, wasSent: true);
            return null;
        }

        var claim = found.Value with
        {
            Status = MailStatus.Claimed,
            ClaimedAt = time.GetUtcNow(),
            ClaimedBy = process,
            Sender = sender.Name,
        };
        return await ledger.ClaimAsync(found, claim, cancellation) is { } taken ? new(taken, found.Value.ClaimedAt) : null;
    }

    /// <summary>Writes down that a mail is not sent, unless it was before.</summary>
    public async Task<MailOutcome> SettleAsync(
        MailMessage message, DateTimeOffset now, MailStatus status, string reason, CancellationToken cancellation)
    {
        var entry = Entry(message, now, status) with { Attempts = 0, Reason = reason };
        if (await ledger.AddAsync(entry, cancellation) is not null) return LedgerRules.Outcome(entry);
        return await ledger.FindAsync(message.Key, cancellation) is { Status: not MailStatus.Released } found
            ? LedgerRules.Outcome(found)
            : LedgerRules.Outcome(entry);
    }

    async Task<bool?> WasSentAsync(OutgoingMail mail, LedgerEntry found, CancellationToken cancellation) =>
        found.Sender == sender.Name ? await sender.WasSentAsync(mail with { FirstAttemptAt = found.FirstAttemptAt }, cancellation) : null;

    async Task<MailOutcome> ResolveAsync(OutgoingMail mail, Stored<LedgerEntry> found, bool wasSent)
    {
        if (!wasSent && found.Value.Status == MailStatus.Unknown) return MailOutcome.Unknown;
        if (!wasSent) await kept.KeepAsync(mail with { FirstAttemptAt = found.Value.FirstAttemptAt });
        await ledger.RecordAsync(found, entry => wasSent
            ? entry with { Status = MailStatus.Sent, SentAt = entry.ClaimedAt, Reason = "found-sent" }
            : entry with { Status = MailStatus.Unknown, Reason = "no-record-of-the-attempt" });
        return wasSent ? MailOutcome.AlreadySent : MailOutcome.Unknown;
    }

    LedgerEntry Entry(MailMessage message, DateTimeOffset now, MailStatus status) => new()
    {
        Key = message.Key,
        Template = message.Template,
        Language = message.Language,
        Stream = message.Stream,
        Status = status,
        FirstAttemptAt = now,
        ClaimedAt = now,
        ClaimedBy = process,
        Sender = sender.Name,
    };
}

/// <summary>A mail in doubt that is about to be sent again.</summary>
/// <param name="Claim">Of this attempt.</param>
/// <param name="DoubtedSince">UTC; when the attempt before began.</param>
public sealed record ClaimedAgain(Stored<LedgerEntry> Claim, DateTimeOffset DoubtedSince);
