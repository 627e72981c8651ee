using Ilnp.Committee.Acts;
using Ilnp.Mail;
using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;

namespace Ilnp.Committee.InDoubt;

/// <summary>What a member says of a mail in doubt, done once for each press and written down before.</summary>
public sealed class DoubtPresses(Mailer mailer, MailLedger ledger, KeptMails kept, CommitteeActStore acts, TimeProvider time)
{
    /// <summary>Names of the acts, which the buttons send.</summary>
    public const string Again = "mail-again", Arrived = "mail-arrived", Left = "mail-left";

    /// <summary>Does it; what became of it, or null when others were first, so that nothing was done, and how the press ended.</summary>
    /// <param name="reader">Who presses.</param>
    /// <param name="mail">As the member saw it, but for what has changed since.</param>
    /// <param name="act">Which of the three.</param>
    /// <param name="attempts">How often it had been tried when the member looked.</param>
    /// <param name="press">Tells one press from the next.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<(string? Became, PressEnd End)> DoAsync(
        CommitteeReader reader, DoubtedMail mail, string act, int attempts, string press, CancellationToken cancellation)
    {
        var (became, key) = ((SentAgain?)null, mail.Entry.Key);
        var written = Written(reader, mail, act);
        var end = await acts.DoOnceAsync(
            reader.Cohort.Id, press, written,
            async begun => (act == Again ? await AgainAsync() : await ledger.ResolveAsync(key, act == Arrived, cancellation))
                || (begun.IsAgain && !await acts.IsOvertakenAsync(begun, cancellation)),
            cancellation);
        if (!end.IsDone) return (became is { } unsent ? Said(unsent) : null, end with { Latest = await LatestAsync() });
        var stands = (await ledger.FindAsync(key, cancellation))?.Status ?? MailStatus.Failed;
        if (stands is not (MailStatus.Unknown or MailStatus.Claimed)) await kept.LetGoAsync(key, cancellation);
        return (act == Again ? Said(became ?? Of(stands)) : act, end);

        async Task<CommitteeAct?> LatestAsync() =>
            (await acts.ListAsync(reader.Cohort.Id, written.SubjectId, cancellation)).LastOrDefault(other => other.Note == written.Note);

        async Task<bool> AgainAsync()
        {
            if (mail.Kept is null || await kept.FindAsync(key, cancellation) is not { } before) return false;
            var sent = await mailer.SendAgainAsync(before, attempts, cancellation);
            if (sent != SentAgain.Settled) became = sent;
            return sent is not (SentAgain.Settled or SentAgain.Suppressed or SentAgain.Later);
        }
    }

    static string Said(SentAgain became) => $"again-{became.ToString().ToLowerInvariant()}";

    /// <summary>What became of it when it was pressed before, as far as can be told.</summary>
    static SentAgain Of(MailStatus stands) => stands switch
    {
        MailStatus.Sent or MailStatus.Delivered => SentAgain.Sent,
        MailStatus.Unknown or MailStatus.Claimed => SentAgain.Unknown,
        _ => SentAgain.Refused,
    };

    /// <summary>About the person, so that it goes with everything about them; the mail itself is not repeated.</summary>
    CommitteeAct Written(CommitteeReader reader, DoubtedMail mail, string act) =>
        new(mail.Entry.Key.PersonId, time.GetUtcNow(), reader.Member.Id, act) { Note = WhichOf(reader, mail.Entry) };

    static string WhichOf(CommitteeReader reader, LedgerEntry entry) =>
        $"{MailNames.Of(reader.Texts, entry.Template)}, {DateText.At(entry.FirstAttemptAt, reader.Cohort, reader.Texts.Language)}";
}
