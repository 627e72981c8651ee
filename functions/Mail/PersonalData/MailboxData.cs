using Ilnp.Mail.Ledger;
using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Mail.PersonalData;

/// <summary>
/// The mailbox of a laptop, which has everybody's mails as files. Mails of other senders are in the mailboxes of those who got them, where
/// nobody but them erases anything.
/// </summary>
sealed class MailboxData(LocalMailbox mailbox, MailLedger ledger) : IPersonalData
{
    public static readonly HeldData Held = new("mailbox", ErasureTurn.Mentions, "folder mail");

    public HeldData What => Held;

    /// <summary>The mails themselves are listed by <see cref="MailData"/>.</summary>
    public Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Holding>>([]);

    /// <summary>
    /// Mails to the person go, also those to several, and mails that are about the person. In others, which somebody may still need, the
    /// name is left out.
    /// </summary>
    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        var about = (await ledger.ListAsync(who.CohortId, cancellation: cancellation)).Select(mail => mail.Key)
            .Where(key => key.PersonId == who.PersonId || key.Occurrence.Split('-').Contains(who.PersonId))
            .Select(key => key.Hash).ToHashSet();
        var redaction = who.Redaction;
        foreach (var entry in mailbox.List())
        {
            if (await mailbox.ReadAsync(entry.FileName, cancellation) is not { } mail || !mail.IsOf(who.CohortId)) continue;
            if (about.Contains(entry.Key) || mail.To.Any(party => redaction.Mentions(party.Address))) mailbox.Delete(entry.FileName);
            else if (mail.Texts.Any(redaction.Mentions)) await LeaveOutAsync(entry.FileName, redaction, cancellation);
        }
    }

    /// <summary>What cannot be changed, as a workbook, goes.</summary>
    async Task LeaveOutAsync(string fileName, Redaction redaction, CancellationToken cancellation)
    {
        await mailbox.ReplaceAsync(fileName, message => MailRedaction.Of(message, redaction), cancellation);
        if ((await mailbox.ReadAsync(fileName, cancellation))!.Texts.Any(redaction.Mentions)) mailbox.Delete(fileName);
    }

    public async Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var entry in mailbox.List())
        {
            if (erased == most) break;
            if (await mailbox.ReadAsync(entry.FileName, cancellation) is not { } mail || !mail.IsOf(cohortId)) continue;
            mailbox.Delete(entry.FileName);
            erased++;
        }

        return erased;
    }
}
