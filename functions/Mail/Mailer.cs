using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.Suppression;
using Ilnp.Orchestration;
using Microsoft.Extensions.Logging;

namespace Ilnp.Mail;

/// <summary>
/// Sends a mail once, however often it is asked to. The ledger's row is inserted as a claim before the attempt and updated
/// with the provider's answer after it: two storage requests. A crash in between leaves the claim. The local mailbox then
/// tells from its files whether it was sent; for other senders the mail is <see cref="MailOutcome.Unknown"/> and is never
/// sent again before the provider's event or a person has resolved it. One instance in a process.
/// </summary>
public sealed class Mailer(
    MailClaims claims, MailDrafts drafts, MailDelivery delivery, SuppressionList suppressions, TimeProvider time, ILogger<Mailer> logger)
{
    readonly Turns turns = new();

    /// <summary>Sends, or says why not.</summary>
    /// <exception cref="TransientFailure">Certainly not sent, or another process is at it: ask again later.</exception>
    /// <exception cref="Rendering.MailTemplateException">The template is missing, or names something that the model has not.</exception>
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellation = default)
    {
        var words = await drafts.WordsAsync(message, cancellation);
        using var turn = await turns.WaitAsync(message.Key, cancellation);
        var now = time.GetUtcNow();
        if (drafts.Compose(message, words, now) is not { } mail)
            return await SettleAsync(message, now, MailStatus.Failed, "no-address", cancellation);
        var (reached, reason) = await suppressions.ReachedAsync(mail, cancellation);
        if (reached.Count == 0) return await SettleAsync(message, now, MailStatus.Suppressed, reason!, cancellation);

        if (reached.Count < message.Others.Count + 1)
            logger.LogWarning("Mail {Row} of cohort {Cohort} reaches {Reached} of {All}: the others have no address that gets mail.",
                message.Key.Row, message.Key.CohortId, reached.Count, message.Others.Count + 1);
        mail = mail with { To = reached };
        var (claim, outcome) = await claims.ClaimAsync(message, mail, cancellation);
        return claim is null ? outcome : await delivery.SendAsync(mail, claim, cancellation);
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
        var (reached, _) = await suppressions.ReachedAsync(mail, cancellation);
        if (reached.Count == 0) return SentAgain.Suppressed;
        if (await claims.ClaimAgainAsync(mail, attempts, cancellation) is not var (claim, since)) return SentAgain.Settled;
        return await delivery.SendAgainAsync(mail with { To = reached }, claim, since, cancellation);
    }

    async Task<MailOutcome> SettleAsync(
        MailMessage message, DateTimeOffset now, MailStatus status, string reason, CancellationToken cancellation)
    {
        var outcome = await claims.SettleAsync(message, now, status, reason, cancellation);
        if (outcome is MailOutcome.Suppressed or MailOutcome.Failed) delivery.Count(status);
        return outcome;
    }
}
