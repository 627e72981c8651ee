using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Mail.PersonalData;

/// <summary>
/// The mailbox of a laptop, which has everybody's mails as files. Mails of other senders are in the mailboxes of those who got them, where
/// nobody but them erases anything.
/// </summary>
sealed class MailboxData(LocalMailbox mailbox) : IPersonalData
{
    public static readonly HeldData Held = new("mailbox", ErasureTurn.Mentions, "folder mail");

    public HeldData What => Held;

    /// <summary>The mails themselves are listed by <see cref="MailData"/>.</summary>
    public Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Holding>>([]);

    /// <summary>Those to the person, and those to others that name the person.</summary>
    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        var redaction = who.Redaction;
        foreach (var entry in mailbox.List())
            if (await mailbox.ReadAsync(entry.FileName, cancellation) is { } mail && mail.IsOf(who.CohortId) && mail.Texts.Any(redaction.Mentions))
                mailbox.Delete(entry.FileName);
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
