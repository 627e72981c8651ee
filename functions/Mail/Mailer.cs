using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Senders;
using Ilnp.Mail.Suppression;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Storage;
using Microsoft.Extensions.Logging;

namespace Ilnp.Mail;

/// <summary>
/// Sends a mail once, however often it is asked to. The ledger's row is inserted as a claim before the attempt and updated
/// with the provider's answer after it: two storage requests. A crash in between leaves the claim. The local mailbox then
/// tells from its files whether it was sent; for other senders the mail is <see cref="MailOutcome.Unknown"/> and is never
/// sent again before the provider's event or a person has resolved it. One instance in a process.
/// </summary>
public sealed class Mailer(
    MailClaims claims, MailLedger ledger, KeptMails kept, MailComposer composer, IMailSender sender, SuppressionList suppressions,
    CohortStore cohorts, OwnWordings wordings, MailSignals signals, TimeProvider time, ILogger<Mailer> logger)
{
    readonly Turns turns = new();

    /// <summary>Sends, or says why not.</summary>
    /// <exception cref="TransientFailure">Certainly not sent, or another process is at it: ask again later.</exception>
    /// <exception cref="Rendering.MailTemplateException">The template is missing, or names something that the model has not.</exception>
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellation = default)
    {
        var cohort = await cohorts.GetAsync(message.Key.CohortId, cancellation);
        var own = await wordings.OfAsync(cohort, cancellation);
        using var turn = await turns.WaitAsync(message.Key, cancellation);
        var now = time.GetUtcNow();
        if (composer.Compose(message, cohort, now, own) is not { } mail)
            return await SettleAsync(message, now, MailStatus.Failed, "no-address", cancellation);
        var (reached, reason) = await ReachedAsync(mail, cancellation);
        if (reached.Count == 0) return await SettleAsync(message, now, MailStatus.Suppressed, reason!, cancellation);

        if (reached.Count < message.Others.Count + 1)
            logger.LogWarning("Mail {Row} of cohort {Cohort} reaches {Reached} of {All}: the others have no address that gets mail.",
                message.Key.Row, message.Key.CohortId, reached.Count, message.Others.Count + 1);
        mail = mail with { To = reached };
        var (claim, outcome) = await claims.ClaimAsync(message, mail, cancellation);
        return claim is null ? outcome : await SendAsync(mail, claim, cancellation);
    }

    /// <summary>
    /// Sends a mail in doubt again, as it was written, because a person says so: one mail at most, however many say it at once, and none
    /// when it has turned out since that it was sent. An end half-way leaves it in doubt.
    /// </summary>
    /// <param name="doubted">As it was written.</param>
    /// <param name="attempts">How many there had been when the person looked.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SentAgain> SendAgainAsync(KeptMail doubted, int attempts, CancellationToken cancellation)
    {
        using var turn = await turns.WaitAsync(doubted.Key, cancellation);
        var mail = doubted.Again(time.GetUtcNow());
        var (reached, _) = await ReachedAsync(mail, cancellation);
        if (reached.Count == 0) return SentAgain.Suppressed;
        if (await claims.ClaimAgainAsync(mail, attempts, cancellation) is not var (claim, since)) return SentAgain.Settled;
        var result = await signals.SendAsync(sender, mail with { To = reached, FirstAttemptAt = claim.Value.FirstAttemptAt }, cancellation);
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

    async Task<MailOutcome> SettleAsync(
        MailMessage message, DateTimeOffset now, MailStatus status, string reason, CancellationToken cancellation)
    {
        var outcome = await claims.SettleAsync(message, now, status, reason, cancellation);
        if (outcome is MailOutcome.Suppressed or MailOutcome.Failed) signals.Count(sender.Name, status);
        return outcome;
    }

    /// <summary>Those who get mail, and why another does not.</summary>
    async Task<(IReadOnlyList<Recipient> Reached, string? Reason)> ReachedAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var (reached, reason) = (new List<Recipient>(), (string?)null);
        foreach (var recipient in mail.To)
            if (await suppressions.ReasonAsync(recipient.Key, mail.Stream, cancellation) is { } off) reason = off;
            else reached.Add(recipient);
        return (reached, reason);
    }

    async Task<MailOutcome> SendAsync(OutgoingMail mail, Stored<LedgerEntry> claim, CancellationToken cancellation)
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
