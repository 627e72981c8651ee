using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Senders;
using Ilnp.Orchestration;
using Ilnp.Storage;
using Microsoft.Extensions.Logging;

namespace Ilnp.Mail;

/// <summary>One attempt to send a mail that is claimed, and the provider's answer in the ledger.</summary>
public sealed class MailDelivery(
    IMailSender sender, MailLedger ledger, KeptMails kept, MailSignals signals, TimeProvider time, ILogger<MailDelivery> logger)
{
    /// <exception cref="TransientFailure">Certainly not sent: ask again later.</exception>
    internal async Task<MailOutcome> SendAsync(OutgoingMail mail, Stored<LedgerEntry> claim, CancellationToken cancellation)
    {
        var result = await signals.SendAsync(sender, mail with { FirstAttemptAt = claim.Value.FirstAttemptAt }, cancellation);
        if (result is SendResult.Unclear) await kept.KeepAsync(mail with { FirstAttemptAt = claim.Value.FirstAttemptAt });
        await ledger.RecordAsync(claim, entry => Record(entry, result));
        if (result is not SendResult.Accepted)
            logger.LogWarning("Mail {Row} of cohort {Cohort}: {Result}", claim.Row, claim.Partition, result);
        return result switch
        {
            SendResult.Accepted => MailOutcome.Sent,
            SendResult.Refused => MailOutcome.Failed,
            SendResult.TryLater later => throw new TransientFailure($"Mail {claim.Row} was not sent: {later.Reason}."),
            _ => MailOutcome.Unknown,
        };
    }

    /// <summary>A mail in doubt, on a person's word.</summary>
    /// <param name="mail">As it was written, to those who get mail.</param>
    /// <param name="claim">In its row.</param>
    /// <param name="since">When it was claimed first: an attempt that fails leaves it in doubt since then.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<SentAgain> SendAgainAsync(
        OutgoingMail mail, Stored<LedgerEntry> claim, DateTimeOffset since, CancellationToken cancellation)
    {
        var result = await signals.SendAsync(sender, mail with { FirstAttemptAt = claim.Value.FirstAttemptAt }, cancellation);
        await ledger.RecordAsync(claim, entry => result is SendResult.TryLater later
            ? entry with { Status = MailStatus.Unknown, ClaimedAt = since, Reason = later.Reason }
            : Record(entry, result));
        logger.LogInformation(
            "Mail {Row} of cohort {Cohort} was sent again on a person's word: {Result}", claim.Row, claim.Partition, result);
        return result switch
        {
            SendResult.Accepted => SentAgain.Sent,
            SendResult.Refused => SentAgain.Refused,
            SendResult.TryLater => SentAgain.Later,
            _ => SentAgain.Unknown,
        };
    }

    /// <summary>A mail that is settled without an attempt.</summary>
    internal void Count(MailStatus status) => signals.Count(sender.Name, status);

    LedgerEntry Record(LedgerEntry entry, SendResult result) => result switch
    {
        SendResult.Accepted accepted =>
            entry with { Status = MailStatus.Sent, SentAt = time.GetUtcNow(), ProviderId = accepted.ProviderId, Reason = null },
        SendResult.Refused refused => entry with { Status = MailStatus.Failed, Reason = refused.Reason },
        SendResult.TryLater later => entry with { Status = MailStatus.Released, Reason = later.Reason },
        SendResult.Unclear unclear => entry with { Status = MailStatus.Unknown, Reason = unclear.Reason },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
