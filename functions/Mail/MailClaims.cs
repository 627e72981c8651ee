using Ilnp.Mail.Ledger;
using Ilnp.Mail.Senders;
using Ilnp.Orchestration;
using Ilnp.Storage;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail;

/// <summary>Who may send a mail: takes the ledger's row for one attempt, or says how the mail stands.</summary>
public sealed class MailClaims(MailLedger ledger, IMailSender sender, IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>This process, new at each start.</summary>
    readonly string process = Guid.NewGuid().ToString("N");

    /// <summary>The claim, or null and the outcome when there is nothing to send.</summary>
    /// <exception cref="TransientFailure">Another process is sending it, as far as can be told.</exception>
    public async Task<(Stored<LedgerEntry>? Claim, MailOutcome Outcome)> ClaimAsync(MailMessage message, OutgoingMail mail, CancellationToken cancellation)
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
                if (wasSent is null && state == EntryState.Held) throw new TransientFailure($"Mail {found.Row} is being sent by another process.");
                if (wasSent != false) return (null, await ResolveAsync(found, wasSent is true));
            }

            // Free, or certainly not sent. Who loses the race looks again.
            if (await ledger.ClaimAsync(found, entry, cancellation) is { } taken) return (taken, default);
        }
    }

    /// <summary>Writes down that a mail is not sent, unless it was before.</summary>
    public async Task<MailOutcome> SettleAsync(
        MailMessage message, DateTimeOffset now, MailStatus status, string reason, CancellationToken cancellation)
    {
        var entry = Entry(message, now, status) with { Attempts = 0, Reason = reason };
        if (await ledger.AddAsync(entry, cancellation) is not null) return LedgerRules.Outcome(entry);
        return await ledger.FindAsync(message.Key, cancellation) is { Status: not MailStatus.Released } found ? LedgerRules.Outcome(found) : LedgerRules.Outcome(entry);
    }

    async Task<bool?> WasSentAsync(OutgoingMail mail, LedgerEntry found, CancellationToken cancellation) =>
        found.Sender == sender.Name ? await sender.WasSentAsync(mail with { FirstAttemptAt = found.FirstAttemptAt }, cancellation) : null;

    async Task<MailOutcome> ResolveAsync(Stored<LedgerEntry> found, bool wasSent)
    {
        if (!wasSent && found.Value.Status == MailStatus.Unknown) return MailOutcome.Unknown;
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
